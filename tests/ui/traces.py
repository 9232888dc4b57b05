#!/usr/bin/python3
# traces.py PANAH PACK - every page of a journey, papers saved, Leave: what is on the disk then
#
# The program runs under strace, all of its threads. What it may do is listed here; whatever else it writes, starts or
# opens to the outside is a fault. Words that were typed may stand in the files that were asked for, and nowhere else.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import pathlib
import random
import re
import shutil
import stat
import subprocess
import sys
import time

from bus import QuickScreen
from drive import SAVE_ODT, SAVE_PDF, find_saves, save
from screen import FATAL, NotFound, press, wait_for
from walk import Walk

CALLS = ("open,openat,openat2,creat,truncate,rename,renameat,renameat2,unlink,unlinkat,rmdir,mkdir,mkdirat,mknod,mknodat,link,linkat,"
         "symlink,symlinkat,memfd_create,execve,execveat,fork,vfork,clone,clone3,socket,setxattr,fsetxattr")
# GTK's list of recent files, in the memory of the session and only as long as the program runs; and the folder, always
# empty, in which GTK's file chooser looks for bookmarks: it says that a GTK program was here
WRITTEN = re.compile(r"^RUN/panah(/recently-used\.xbel(\.\w{6})?)?$|^CONFIG(/gtk-4\.0)?$")
# what the desktop's own document portal mounts when it is first asked is not ours
LEFT = re.compile(r"^CONFIG(/gtk-4\.0)?$|^RUN/doc(/by-app)?$")
DEVICES = re.compile(r"^/dev/(null|tty|dri/|shm/?$)|^/proc/self/")
LOOKED_THROUGH = ["/tmp", "/var/tmp", "/dev/shm"]


class Markers:
    """Nobody else's run has them, and they are spelled in three alphabets."""

    def __init__(self):
        self.latin = "Q" + "".join(random.choices("bcdfghjkmnpqrstvwxz", k=12))
        self.cyrillic = "Кз" + "".join(random.choices("бвгджзклмнпрст", k=12))
        self.native = "ق" + "".join(random.choices("بتجحدرسشعفمن", k=12))
        self.digits = "7" + "".join(random.choices("0123456789", k=12))
        self.codes = [marker.encode(code) for marker in (self.latin, self.cyrillic, self.native, self.digits)
                      for code in ("utf-8", "utf-16-le", "utf-32-le")]

    def are_in(self, content):
        return any(code in content for code in self.codes)


def list_tree(top):
    """Each file and folder: size and time of its last change."""
    found = {}
    for folder, _, files in os.walk(top):
        for path in [folder] + [os.path.join(folder, name) for name in files]:
            try:
                status = os.lstat(path)
            except OSError:
                continue  # somebody else's, and gone
            found[path] = (status.st_mode, status.st_size, status.st_mtime_ns)
    return found


def list_changed(since, *tops):
    """Files of anybody that changed after that one did: whoever sets back their times cannot set back that they did."""
    done = subprocess.run(["find", *tops, "-type", "f", "-cnewer", since, "-print0"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    return [os.fsdecode(path) for path in done.stdout.split(b"\0") if path]


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


class Hand(QuickScreen):
    """Names are looked at in drive.py."""

    def audit(self):
        return []

    def wait_fresh(self, heading):
        """The cover hides a page, which is still there."""
        def look():
            self.forget()
            return self.heading() == heading
        wait_for(look, f"the page “{heading}”")


# What opens more pages than another answer would
ANSWERS = {
    "applicant.birth_date": "1981-03-02", "situation": "detained", "entry.manner": "unlawful-forced", "entry.moment": "2026-11-19T04:30",
    "departure.on": "2026-10-24", "danger.since": "after-arrival", "filing.by": "representative", "filing.method": "post",
    "family.birth_date": "2015-01-27", "family.relationship": "nephew",
}

# Who has filed is asked about the court's last ruling, too: the same kinds of question as before
LATER = "application.filed_on"


class Answers:
    """Something for every question, in which a marker stands wherever anything can be typed."""

    def __init__(self, pack, markers):
        facts = json.loads((pack / "facts.json").read_text())
        self.sets, self.markers = facts["choice_sets"], markers
        self.all = {fact["id"]: self.answer(fact, fact["id"]) for fact in facts["facts"] if fact["id"] != LATER}

    def choose(self, fact, name):
        codes = [choice["code"] for choice in fact.get("choices") or self.sets[fact["choices_from"]]]
        return ANSWERS[name] if ANSWERS.get(name) in codes else codes[0]

    def answer(self, fact, name):
        latin, cyrillic, kind = self.markers.latin, self.markers.cyrillic, fact["kind"]
        if kind == "list":
            return [{item["id"]: self.answer(item, f"{name}.{item['id']}") for item in fact["items"]}]
        if kind == "choice":
            return self.choose(fact, name)
        if kind == "choices":
            return [self.choose(fact, name)]
        if kind == "name":
            return {"latin": {"given": latin, "surname": latin}, "cyrillic": {"given": cyrillic, "patronymic": cyrillic},
                    "native": self.markers.native}
        made = {"text": {"said": f"{latin} {self.markers.native}", "official": {"ru": cyrillic}}, "date": "2026-11-20",
                "moment": "2026-11-20T04:30", "yes-no": "yes", "country": "AF", "countries": ["AF"], "language": "fa-AF",
                "languages": ["fa-AF", "ru"], "phone": f"+{self.markers.digits}", "email": f"{latin}@example.org",
                "number-text": self.markers.digits}
        made["long-text"] = made["text"]
        return ANSWERS.get(name, made[kind])


def look_at(walk, button):
    walk.go_on(button)
    walk.go_on("Back to what there is to do")


def cover(screen, markers):
    """Whether nothing is left on it; and takes it away again."""
    before = screen.heading()
    press("F9")
    screen.wait_fresh("Documents")
    shown = [node.get_name() for node in screen.all() if markers.are_in((node.get_name() or "").encode())]
    press("Return")
    screen.wait_fresh(before)
    return not shown


def journey(screen, pack, markers, stick):
    """Pairs of what holds, and what it should be."""
    answers = Answers(pack, markers)
    walk = Walk(screen, pack, answers.all)
    screen.wait_heading("Choose your language")
    walk.go_on("Kazakhstan")
    walk.go_on("Apply for refugee status")
    walk.go_on("Continue to the questions")
    start = time.monotonic()
    for section in walk.sections:
        walk.section(section)
    answered = [walk.facts[fact] for fact in walk.answered]
    kinds = {fact["kind"] for fact in answered + [item for fact in answered for item in fact.get("items", [])]}
    print(f"# {len(walk.answered)} facts of {len(kinds)} kinds answered in {time.monotonic() - start:.0f} s", flush=True)
    later = next(section["label"] for section in walk.sections if any(LATER in page["facts"] for page in section["pages"]))
    left = [node.get_name() for node in screen.all() if node.get_name().endswith(": Not started")]
    yield [name for name in left if not name.startswith(f"{later}: ")], "every section was gone through"
    yield sorted({fact["kind"] for fact in walk.facts.values()} - kinds), "every kind of question was answered"
    for button in ("Your dates, papers and offices", "Your rights and duties", "Check your answers"):
        look_at(walk, button)
    walk.go_on("The papers to sign")
    wait_for(lambda: find_saves(screen, SAVE_PDF), "the papers")
    for path in stick:
        label = SAVE_PDF if path.suffix == ".pdf" else SAVE_ODT
        save(screen, find_saves(screen, label)[stick.index(path)], path)
    preview = next(name for name in (node.get_name() for node in screen.all()) if name and name.startswith("Look at it"))
    walk.go_on(preview)
    yield [] if cover(screen, markers) else ["it is not"], "the cover shows nothing that was typed"
    time.sleep(1)


def neutral(path):
    return path.replace(os.environ["XDG_RUNTIME_DIR"], "RUN", 1).replace(os.environ["XDG_CONFIG_HOME"], "CONFIG", 1)


def belongs_to(path, stick):
    """A chosen file, its folder, or the one without a name or with a hidden one that becomes it; the program names them
    from within the folder."""
    folder, name = os.path.split(path)
    names = "|".join(re.escape(chosen.name) for chosen in stick)
    return path in (".", str(stick[0].parent)) or (folder in ("", str(stick[0].parent)) and re.fullmatch(rf"({names})|\.({names})\.\w+\.tmp", name))


def judge(log, folder, before, stick, markers):
    """Pairs of what is wrong, and what it should be."""
    after, saved = list_tree(folder), {str(path) for path in stick}
    changed = [path for path in sorted(after) if before.get(path) != after[path]]
    expected = {str(folder), os.environ["XDG_RUNTIME_DIR"], str(folder / "strace.log"), str(folder / "stderr"), str(stick[0].parent)} | saved
    yield [path for path in sorted(log.written) if not belongs_to(path, stick) and not WRITTEN.match(neutral(path))
           and not DEVICES.match(path)], "nothing is written but what is listed"
    yield [path for path in changed if path not in expected
           and not LEFT.match(neutral(path))], "nothing else is new in its home, its folders and the memory of the session"
    yield [path for path in before if path not in after], "nothing is gone"
    everywhere = set(changed) | set(list_changed(folder / "started", *LOOKED_THROUGH))
    yield [path for path in sorted(everywhere) if path not in saved and markers.are_in(read(path))], "no other file holds what was typed"
    yield [name for name in log.memory if markers.are_in(name.encode())], "no name of a memory file does"
    yield [path for path in log.started if os.path.basename(path) != "panah" and path != "/proc/self/exe"], "no other program is started"
    yield ["forks"] * max(log.forks - 1, 0), "it has at most one child, itself"
    yield sorted(log.families - {"AF_UNIX"}), "no socket leads out of this computer"


def main():
    for needed in ("strace", "xdotool"):
        if shutil.which(needed) is None:
            print(f"1..0 # SKIP {needed} is not here")
            return 0
    panah, pack = sys.argv[1:]
    folder, markers = pathlib.Path(os.environ["PANAH_TEST_FOLDER"]), Markers()
    log_path, errors = folder / "strace.log", folder / "stderr"
    stick = [folder / "stick" / name for name in ("first.pdf", "second.pdf", "third.odt")]
    stick[0].parent.mkdir()
    recent = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "recently-used.xbel"
    recent.parent.mkdir(exist_ok=True)
    recent.write_text('<?xml version="1.0" encoding="UTF-8"?>\n<xbel version="1.0"><bookmark href="file:///owner" '
                      'added="2026-01-01T00:00:00Z" modified="2026-01-01T00:00:00Z" visited="2026-01-01T00:00:00Z"></bookmark></xbel>\n')
    (folder / "started").touch()
    before = list_tree(folder)
    with open(errors, "wb") as stderr:
        process = subprocess.Popen(["strace", "-f", "--seccomp-bpf", "-qq", "-e", f"trace={CALLS}", "-s", "4096", "-o", log_path,
                                    panah, "--on", "2026-11-24"], env=os.environ | FATAL, stderr=stderr)
    screen = Hand("panah")
    checks = [(not wrong, what, wrong) for wrong, what in journey(screen, pathlib.Path(pack), markers, stick)]
    screen.press_last("Leave: close at once, keep nothing")
    status = process.wait(20)
    log = Log(log_path)
    checks += [(status == 0, "Leave ends the program", [status]),
               (all(path.read_bytes()[:4] == (b"%PDF" if path.suffix == ".pdf" else b"PK\3\4") for path in stick),
                "the papers are where they were asked for", []),
               (log.n_calls > 500 and {path.name for path in stick} <= log.written, "every call was seen", []),
               (errors.read_bytes() == b"", "nothing is said on standard error", errors.read_text(errors="replace").splitlines()[:5])]
    checks += [(not wrong, what, wrong) for wrong, what in judge(log, folder, before, stick, markers)]
    planted = folder / "home" / "planted"
    planted.write_text(f"before {markers.cyrillic} after", encoding="utf-16-le")
    found = [what for wrong, what in judge(log, folder, before, stick, markers) if str(planted) in wrong]
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
