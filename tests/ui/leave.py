#!/usr/bin/python3
# leave.py PANAH - after Leave no file on this disk holds what was typed
#
# The program runs under strace. What is looked through afterwards: every file it opened for writing, and everything in
# its own home, cache and temporary folders.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import re
import shutil
import sys

from screen import NotFound, Screen, press, start

MARKERS = ["Qzxmarkername", "Кзхмаркер", "Qzxmarkerstory"]
OPENED = re.compile(r'(?:openat\([^,]*, |open\(|creat\()"([^"]*)", ([A-Z_|0-9]*)')


def written(log):
    """Paths that were opened so that something could be written."""
    paths = set()
    for line in log.read_text(errors="replace").splitlines():
        found = OPENED.search(line)
        if found and re.search("O_WRONLY|O_RDWR|O_CREAT", found.group(2)) and " = -1 " not in line:
            paths.add(found.group(1))
    return {path for path in paths if not path.startswith(("/dev/", "/proc/", "/sys/", "/memfd:"))}


def holds_marker(path):
    try:
        content = path.read_bytes()
    except OSError:
        return False
    return any(marker.encode(code) in content for marker in MARKERS for code in ("utf-8", "utf-16-le", "utf-32-le"))


def fill(screen):
    screen.wait_heading("Choose your language")
    screen.click("Kazakhstan")
    screen.wait_heading("What do you need?")
    screen.click("Apply for refugee status")
    screen.wait_heading("If somebody comes near")
    screen.click("Continue to the questions")
    screen.wait_heading("What there is to do")
    screen.click("About you: Not started")
    screen.wait_heading("What is your name?")
    screen.type("Your full name: In Latin letters, as in a passport: Given name", MARKERS[0])
    screen.type("Your full name: In Cyrillic letters, as on the form: Given name", MARKERS[1])
    screen.click("Continue")
    screen.wait_heading("When and where were you born?")
    screen.type("Where you were born: In your own words", MARKERS[2])
    # copied, so that something of ours lies in the clipboard when the program goes
    screen.reach("Where you were born: In your own words")
    press("ctrl+a", "ctrl+c")
    screen.click("Back")
    screen.wait_heading("What is your name?")


def main():
    folder = pathlib.Path(os.environ["PANAH_TEST_FOLDER"])
    log = folder / "strace.log"
    if shutil.which("strace") is None:
        print("1..0 # SKIP strace is not here")
        return 77
    process = start("strace", "-f", "-qq", "-e", "trace=open,openat,creat", "-s", "4096", "-o", log, sys.argv[1])
    screen = Screen("panah")
    fill(screen)
    screen.click("Leave: close at once, keep nothing")
    status = process.wait(20)
    log_text = written(log)
    own = {path for path in folder.rglob("*") if path.is_file() and path != log}
    found = sorted(str(path) for path in own | {pathlib.Path(path) for path in log_text} if path.is_file() and holds_marker(path))
    planted = folder / "planted"
    planted.write_text(f"before {MARKERS[1]} after", encoding="utf-16-le")
    strange = sorted(path for path in log_text if not path.startswith(str(folder)))
    watched = log.read_text(errors="replace").count("openat(") > 100
    checks = [(status == 0, "Leave ends the program"), (watched, "every file it opened was seen"), (not found, "no file holds what was typed"),
              (holds_marker(planted), "a file that holds it would be found"), (not strange, "nothing is written outside of its own folders")]
    print(f"1..{len(checks)}")
    for number, (good, what) in enumerate(checks, 1):
        print(f"{'ok' if good else 'not ok'} {number} {what}")
    for path in found + strange:
        print(f"# {path}")
    return 0 if all(good for good, _ in checks) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NotFound as error:
        print(f"Bail out! not found: {error}")
        sys.exit(1)
