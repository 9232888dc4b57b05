#!/usr/bin/python3
# presence.py PANAH - Cover hides from everyone, and what comes back after a crash, from outside
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import signal
import subprocess
import sys
import time

from screen import GLib, NotFound, Screen, press, start, text_of, wait_for

MARKER = "Qzxmarkername"
NAME = "Your full name: In Latin letters, as in a passport: Given name"
COVERED = {"Documents", "Continue", "Leave: close at once, keep nothing"}
# all of them are tried on the supervisor alone by test-supervisor.c; here, on the whole program, it takes a while
LONG = os.environ.get("PANAH_TEST_LONG") == "1"
FAULTS = [signal.SIGSEGV, signal.SIGABRT] + ([signal.SIGBUS, signal.SIGFPE] if LONG else [])
GONE = [signal.SIGKILL] + ([signal.SIGTERM, signal.SIGHUP, signal.SIGINT] if LONG else [])


def everything(screen):
    """All that a screen reader can get: names and texts."""
    words = []
    for node in screen.all():
        try:
            words += [node.get_name() or "", text_of(node)]
        except GLib.Error:
            pass  # went while we looked
    return words


def shows(screen, marker):
    return any(marker in words for words in everything(screen))


def buttons(screen):
    return {node.get_name() for node in screen.all() if node.get_role_name() == "push button"}


def child_of(process):
    found = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True).stdout.split()
    return int(found[0]) if found else None


def go_to_name(screen):
    screen.wait_heading("Choose your language")
    screen.click("Kazakhstan")
    screen.wait_heading("What do you need?")
    screen.click("Apply for refugee status")
    screen.wait_heading("If somebody comes near")
    screen.click("Continue to the questions")
    screen.wait_heading("What there is to do")
    screen.click("About you: Not started")
    screen.wait_heading("What is your name?")


def is_covered(screen):
    return screen.heading() == "Documents"


def check_cover(screen):
    """Yields what holds."""
    screen.reach(NAME)
    press("F9")
    wait_for(lambda: is_covered(screen), "the cover")
    yield not shows(screen, MARKER) and buttons(screen) >= COVERED - {"Documents"}, "nothing of the page is left on the cover"
    yield "Back" not in buttons(screen), "nor a button of the page"
    press("F9", "a", "Escape", "alt+Left", "Escape", "F9")
    time.sleep(0.3)
    yield is_covered(screen), "a second press, letters and Escape do not open it"
    press("Return")
    wait_for(lambda: not is_covered(screen), "the page")
    yield shows(screen, MARKER), "Return does, and everything is there"
    press("End", "x")
    yield wait_for(lambda: shows(screen, MARKER + "x"), "the letter"), "one goes on typing where one was"
    press("BackSpace", "shift+F10")
    time.sleep(0.4)
    press("F9")
    wait_for(lambda: is_covered(screen), "the cover over a menu")
    yield not shows(screen, MARKER), "it comes over an open menu"
    press("space")
    wait_for(lambda: not is_covered(screen), "the page")


def check_faults(process):
    """Yields what holds."""
    for fault in FAULTS:
        old = child_of(process)
        os.kill(old, fault)
        wait_for(lambda: child_of(process) not in (None, old), "another child")
        screen = Screen("panah")
        screen.wait_heading("The program had to stop")
        yield not shows(screen, MARKER), f"after {fault.name} it offers to go on and shows nothing"
        screen.click("Go on where I was")
        screen.wait_heading("What is your name?")
        yield shows(screen, MARKER), f"after {fault.name} everything is there again"


def check_gone(panah):
    for number in GONE:
        process = start(panah)
        screen = Screen("panah")
        go_to_name(screen)
        screen.type(NAME, MARKER)
        screen.click("Back")
        screen.wait_heading("What there is to do")
        child = child_of(process)
        os.kill(child if number != signal.SIGKILL else process.pid, number)
        status = process.wait(10)
        wait_for(lambda: not os.path.exists(f"/proc/{child}"), "the child to go")
        yield status == -number, f"{number.name} means gone"


def main():
    process = start(sys.argv[1])
    screen = Screen("panah")
    results = []
    go_to_name(screen)
    screen.type(NAME, MARKER)
    screen.click("Back")
    screen.wait_heading("What there is to do")
    screen.click("About you: Looked at, not answered")
    screen.wait_heading("What is your name?")
    results += check_cover(screen)
    results += check_faults(process)
    press("Escape", "Escape", "Escape")
    results.append((process.wait(10) == 0, "three times Escape leaves, and nothing comes back"))
    results += check_gone(sys.argv[1])
    print(f"1..{len(results)}")
    for number, (good, what) in enumerate(results, 1):
        print(f"{'ok' if good else 'not ok'} {number} {what}")
    return 0 if all(good for good, _ in results) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NotFound as error:
        print(f"Bail out! not found: {error}")
        sys.exit(1)
