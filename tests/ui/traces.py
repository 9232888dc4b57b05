#!/usr/bin/python3
# traces.py PANAH PACK - a whole journey, a paper saved, Leave: what is on the disk then
#
# The program runs under strace, all of its threads. What it may do is listed here; whatever else it writes, starts or
# opens to the outside is a fault. Words that were typed may stand in the one file that was asked for, and nowhere else.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import random
import re
import shutil
import stat
import subprocess
import sys
import time

from drive import SAVE_PDF, Walk, find_saves, save
from screen import FATAL, NotFound, Screen, nodes, wait_for

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

CALLS = ("open,openat,openat2,creat,truncate,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,mknod,mknodat,link,linkat,"
         "symlink,symlinkat,memfd_create,execve,execveat,fork,vfork,clone,clone3,socket,setxattr,fsetxattr")
# GTK's list of recent files, in the memory of the session and only as long as the program runs; and the folder, always
# empty, in which GTK's file chooser looks for bookmarks: it says that a GTK program was here
WRITTEN = re.compile(r"^RUN/panah(/recently-used\.xbel(\.\w{6})?)?$|^CONFIG(/gtk-4\.0)?$")
# what the desktop's own document portal mounts when it is first asked is not ours
LEFT = re.compile(r"^CONFIG(/gtk-4\.0)?$|^RUN/doc(/by-app)?$")
DEVICES = re.compile(r"^/dev/(null|tty|dri/|shm/?$)|^/proc/self/")
LOOKED_THROUGH = ["/tmp", "/var/tmp", "/dev/shm"]


def new_markers():
    """Nobody else's run has them, and they are spelled in two alphabets."""
    latin = "".join(random.choices("bcdfghjkmnpqrstvwxz", k=12))
    cyrillic = "".join(random.choices("бвгджзклмнпрст", k=12))
    return [f"Q{latin}", f"Кз{cyrillic}", f"story{latin[::-1]}", f"place{latin[1:]}"]


def holds(content, markers):
    return any(marker.encode(code) in content for marker in markers for code in ("utf-8", "utf-16-le", "utf-32-le"))


def list_tree(*folders):
    """Each file and folder: size and time of its last change."""
    found = {}
    for top in folders:
        for folder, _, files in os.walk(top):
            for path in [folder] + [os.path.join(folder, name) for name in files]:
                try:
                    status = os.lstat(path)
                except OSError:
                    continue  # somebody else's, and gone
                found[path] = (status.st_mode, status.st_size, status.st_mtime_ns)
    return found


def read(path):
    """Content of a file that has any; a pipe would never answer."""
    try:
        status = os.lstat(path)
        return pathlib.Path(path).read_bytes() if stat.S_ISREG(status.st_mode) and status.st_size < 1 << 26 else b""
    except OSError:
        return b""


class Log:
    """What strace saw, as it matters here."""

    def __init__(self, path):
        self.written, self.started, self.forks, self.families, self.memory = set(), [], 0, set(), set()
        self.n_calls = 0
        pending = {}
        for line in path.read_text(errors="backslashreplace").splitlines():
            process, _, call = line.partition(" ")
            call = call.strip()
            if call.endswith("<unfinished ...>"):
                pending[process] = call.removesuffix("<unfinished ...>")
                continue
            resumed = re.match(r"<\.\.\. \w+ resumed>(.*)", call)
            call = pending.pop(process, "") + resumed.group(1) if resumed else call
            self.add(call)

    def add(self, call):
        name, _, arguments = call.partition("(")
        self.n_calls += 1
        if re.search(r"= -1 E\w+", call):
            return
        paths = [bytes(path, "latin-1").decode("unicode_escape") for path in re.findall(r'"((?:[^"\\]|\\.)*)"', arguments)]
        if name in ("open", "openat", "openat2"):
            if re.search("O_WRONLY|O_RDWR|O_CREAT|O_TMPFILE|O_TRUNC", arguments):
                self.written.add(paths[0])
        elif name in ("execve", "execveat"):
            self.started.append(paths[0])
        elif name in ("fork", "vfork", "clone", "clone3"):
            self.forks += "CLONE_THREAD" not in arguments
        elif name == "socket":
            self.families.add(arguments.split(",")[0])
        elif name == "memfd_create":
            self.memory.add(paths[0])
        elif name:
            self.written.update(paths)


class Hand(Screen):
    """Presses buttons without walking to them: that is tried in drive.py, and takes minutes under strace."""

    def audit(self):
        return []

    def look_for(self, name, role=None):
        try:
            return next((n for n in nodes(self.application) if n.get_name() == name and role in (None, n.get_role_name())), None)
        except GLib.Error:
            return None  # the page went while we looked

    def click(self, name):
        node = self.get(name)
        if not Atspi.Action.do_action(node, 0):
            raise NotFound(f"“{name}” cannot be pressed")
        time.sleep(0.05)


def journey(screen, pack, markers, chosen):
    walk = Walk(screen, pack, {
        "applicant.name": {"latin": {"given": markers[0]}, "cyrillic": {"given": markers[1]}},
        "applicant.birth_place": markers[3],
        "reasons.text": {"said": markers[2], "official": {"ru": f"{markers[1]} {markers[2]}"}},
    })
    screen.wait_heading("Choose your language")
    walk.go_on("Kazakhstan")
    walk.go_on("Apply for refugee status")
    walk.go_on("Continue to the questions")
    for section in walk.sections:
        # the rest is walked in drive.py
        if any(fact in walk.sample for page in section["pages"] for fact in page["facts"]):
            walk.section(section)
    for button in ("Your dates, papers and offices", "Check your answers"):
        walk.go_on(button)
        walk.go_on("Back to what there is to do")
    walk.go_on("The papers to sign")
    saves = wait_for(lambda: find_saves(screen, SAVE_PDF), "the papers")
    save(screen, saves[0], chosen)
    preview = next(name for name in (node.get_name() for node in screen.all()) if name and name.startswith("Look at it"))
    walk.go_on(preview)
    time.sleep(1)
    return set(walk.sample) - set(walk.answered)


def neutral(path):
    return path.replace(os.environ["XDG_RUNTIME_DIR"], "RUN", 1).replace(os.environ["XDG_CONFIG_HOME"], "CONFIG", 1)


def belongs_to(path, chosen):
    """The chosen file, its folder, or the one without a name or with a hidden one that becomes it; the program names them
    from within the folder."""
    folder, name = os.path.split(path)
    hidden = re.fullmatch(rf"\.{re.escape(chosen.name)}\.\w+\.tmp", name)
    return path in (".", str(chosen.parent)) or (folder in ("", str(chosen.parent)) and (name == chosen.name or hidden))


def judge(log, folder, before, after, chosen, markers):
    """Pairs of what is wrong, and what it should be."""
    changed = [path for path in sorted(after) if before.get(path) != after[path]]
    expected = {str(folder), os.environ["XDG_RUNTIME_DIR"], str(folder / "strace.log"), str(folder / "stderr")}
    yield [path for path in sorted(log.written) if not belongs_to(path, chosen) and not WRITTEN.match(neutral(path))
           and not DEVICES.match(path)], "nothing is written but what is listed"
    yield [path for path in changed if path.startswith(str(folder)) and path not in expected and path != str(chosen)
           and path != str(chosen.parent) and not LEFT.match(neutral(path))], "nothing else is new in its home, its folders and the memory of the session"
    yield [path for path in before if path not in after and path.startswith(str(folder))], "nothing is gone"
    yield [path for path in changed if holds(read(path), markers) and path != str(chosen)], "no other file holds what was typed"
    yield [name for name in log.memory if holds(name.encode(), markers)], "no name of a memory file does"
    yield [path for path in log.started if os.path.basename(path) != "panah" and path != "/proc/self/exe"], "no other program is started"
    yield ["forks"] * max(log.forks - 1, 0), "it has at most one child, itself"
    yield sorted(log.families - {"AF_UNIX"}), "no socket leads out of this computer"


def main():
    for needed in ("strace", "xdotool"):
        if shutil.which(needed) is None:
            print(f"1..0 # SKIP {needed} is not here")
            return 0
    panah, pack = sys.argv[1:]
    folder, markers = pathlib.Path(os.environ["PANAH_TEST_FOLDER"]), new_markers()
    log_path, errors, chosen = folder / "strace.log", folder / "stderr", folder / "stick" / "chosen.pdf"
    chosen.parent.mkdir()
    recent = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "recently-used.xbel"
    recent.parent.mkdir(exist_ok=True)
    recent.write_text('<?xml version="1.0" encoding="UTF-8"?>\n<xbel version="1.0"><bookmark href="file:///owner" '
                      'added="2026-01-01T00:00:00Z" modified="2026-01-01T00:00:00Z" visited="2026-01-01T00:00:00Z"></bookmark></xbel>\n')
    before = list_tree(folder, *LOOKED_THROUGH)
    with open(errors, "wb") as stderr:
        process = subprocess.Popen(["strace", "-f", "--seccomp-bpf", "-qq", "-e", f"trace={CALLS}", "-s", "4096", "-o", log_path,
                                    panah, "--on", "2026-11-24"], env=os.environ | FATAL, stderr=stderr)
    wait_for(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Documents"], capture_output=True).stdout, "the window", 60)
    screen = Hand("panah")
    unasked = journey(screen, pathlib.Path(pack), markers, chosen)
    screen.click("Leave: close at once, keep nothing")
    status = process.wait(20)
    after, log = list_tree(folder, *LOOKED_THROUGH), Log(log_path)
    checks = [(status == 0, "Leave ends the program", [status]), (not unasked, "everything was asked for and answered", sorted(unasked)),
              (chosen.read_bytes().startswith(b"%PDF"), "the paper is where it was asked for", []),
              (log.n_calls > 500 and "chosen.pdf" in log.written, "every call was seen", []),
              (errors.read_bytes() == b"", "nothing is said on standard error", errors.read_text(errors="replace").splitlines()[:5])]
    checks += [(not wrong, what, wrong) for wrong, what in judge(log, folder, before, after, chosen, markers)]
    planted = folder / "home" / "planted"
    planted.write_text(f"before {markers[1]} after", encoding="utf-16-le")
    found = [what for wrong, what in judge(log, folder, before, list_tree(folder), chosen, markers) if str(planted) in wrong]
    checks.append((len(found) == 2, "a file that holds it would be found", found))
    print(f"1..{len(checks)}")
    for number, (good, what, details) in enumerate(checks, 1):
        print(f"{'ok' if good else 'not ok'} {number} {what}")
        for detail in details if not good else []:
            print(f"# {detail}")
    print(f"# {log.n_calls} calls looked at; written: {', '.join(sorted(log.written))}; in memory: {', '.join(sorted(log.memory)) or 'nothing'}")
    return 0 if all(good for good, _, _ in checks) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NotFound as error:
        print(f"Bail out! not found: {error}")
        sys.exit(1)
