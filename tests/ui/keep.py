#!/usr/bin/python3
# keep.py PANAH TOOL - answers are saved, locked, unlocked and opened again, and Leave works at awkward moments, from outside
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import shutil
import subprocess
import sys
import time

from screen import GLib, NotFound, Screen, press, start, text_of, wait_for
from presence import NAME, child_of, everything, go_to_name, shows

PASSPHRASE = "lamp river seven cloud"
FIRST, SECOND = "Qzxmarkerfirst", "Qzxmarkersecond"
BORN = "Where you were born: In your own words"
SAVE = "Save: keep your answers in a locked file"
LEAVE = "Leave: close at once, keep nothing"


def type_keys(text):
    subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)


def type_passphrase(screen, name, text):
    screen.reach(name, "password text")
    type_keys(text)


def choose_file(title, path):
    wait_for(lambda: subprocess.run(["xdotool", "search", "--name", title], capture_output=True).stdout, "the dialog")
    time.sleep(0.8)
    press("ctrl+a") if "Save" in title else press("slash")
    time.sleep(0.2)
    press("ctrl+a")
    type_keys(str(path))
    time.sleep(0.3)
    press("Return")


def unseal(tool, path, *more):
    read, write = os.pipe()
    os.write(write, PASSPHRASE.encode())
    os.close(write)
    done = subprocess.run([tool, "unseal", str(path), "--passphrase-fd", str(read), *more], pass_fds=[read], capture_output=True, text=True)
    os.close(read)
    return done.stdout


def is_whole(tool, path):
    return subprocess.run([tool, "verify", str(path)], capture_output=True).returncode == 0


def fill_passphrases(screen):
    screen.click(SAVE)
    screen.wait_heading("Save in a locked file")
    type_passphrase(screen, "Passphrase", PASSPHRASE)
    type_passphrase(screen, "The same passphrase once more", PASSPHRASE)


def passphrase_words(screen):
    words = []
    for node in screen.all():
        try:
            if node.get_name() in ("Passphrase", "The same passphrase once more"):
                words.append(text_of(node))
        except GLib.Error:
            pass  # went while we looked
    return words


def check_saving(screen, tool, path):
    """Yields what holds."""
    go_to_name(screen)
    screen.type(NAME, FIRST)
    screen.click("Continue")
    screen.wait_heading("When and where were you born?")
    fill_passphrases(screen)
    yield not any(PASSPHRASE in words for words in everything(screen)), "a passphrase cannot be read over the accessibility bus"
    screen.click("Choose where to save…")
    choose_file("Save in a locked file", path)
    screen.wait_heading("Your file: documents.pnh")
    yield is_whole(tool, path) and FIRST.encode() not in path.read_bytes(), "there is a sealed file"
    yield FIRST in unseal(tool, path), "the passphrase opens it, and the answers are in it"
    screen.click("Back")
    screen.wait_heading("When and where were you born?")
    screen.type(BORN, SECOND)
    before = path.read_bytes()
    screen.click("Back")
    screen.wait_heading("What is your name?")
    wait_for(lambda: path.read_bytes() != before, "another save")
    yield SECOND in unseal(tool, path), "what was typed on a page is in the file when the page is left"


def check_lock(process, screen):
    """Yields what holds; the last is the screen that is left."""
    old = child_of(process)
    screen.click("Save: saved")
    screen.wait_heading("Your file: documents.pnh")
    screen.click("Lock: hide everything until I type the passphrase")
    wait_for(lambda: child_of(process) not in (None, old), "another process")
    screen = Screen("panah")
    screen.wait_heading("Locked")
    yield not shows(screen, FIRST) and not shows(screen, SECOND), "a locked window shows nothing, and its process is another one"
    type_passphrase(screen, "Passphrase", "not the passphrase")
    press("Return")
    screen.get("The passphrase is not right. Type it once more, and look which language the keyboard is set to.")
    yield not shows(screen, FIRST), "a wrong passphrase opens nothing"
    type_passphrase(screen, "Passphrase", PASSPHRASE)
    press("Return")
    screen.wait_heading("Your file: documents.pnh")
    screen.click("Back to what there is to do")
    yield check_answers(screen), "the right one brings everything back"


def check_answers(screen):
    screen.wait_heading("What there is to do")
    wait_for(lambda: any(name and name.startswith("About you: ") for name in everything(screen)), "the section")
    screen.click(next(name for name in everything(screen) if name.startswith("About you: ")))
    screen.wait_heading("When and where were you born?")
    if not shows(screen, SECOND):
        return False
    screen.click("Back")
    screen.wait_heading("What there is to do")
    return True


def open_again(panah, path):
    process = start(panah)
    screen = Screen("panah")
    screen.wait_heading("Choose your language")
    screen.click("Open a saved file…")
    choose_file("Open a saved file", path)
    screen.wait_heading("Open a saved file")
    type_passphrase(screen, "Passphrase", PASSPHRASE)
    press("Return")
    screen.wait_heading("What there is to do")
    return process, screen


def check_papers(screen, tool, path):
    """Yields what holds."""
    saved, out = path.with_name("paper.pdf"), path.with_name("out")
    before = path.read_bytes()
    screen.click("The papers to sign")
    screen.wait_heading("The papers to sign")
    find = lambda: next((name for name in everything(screen) if name and name.startswith("Save PDF… ")), None)
    screen.click(wait_for(find, "the papers"))
    choose_file("Save PDF…", saved)
    wait_for(saved.exists, "the paper")
    screen.get("Saved. Whoever uses this computer can open that file: take it with you.")
    screen.click("Back")
    screen.wait_heading("What there is to do")
    wait_for(lambda: path.read_bytes() != before, "another save")
    wait_for(lambda: screen.look_for("Save: saved"), "the end of the save")
    unseal(tool, path, "--attachments", str(out))
    inside = [file.read_bytes() for file in out.iterdir()] if out.exists() else []
    yield inside == [saved.read_bytes()], "a paper that was saved is in the file too"


def leave_from_open_dialog(panah, path):
    process = start(panah)
    screen = Screen("panah")
    screen.wait_heading("Choose your language")
    screen.click("Open a saved file…")
    wait_for(lambda: subprocess.run(["xdotool", "search", "--name", "Open a saved file"], capture_output=True).stdout, "the dialog")
    time.sleep(0.5)
    press("ctrl+q")
    return process


def leave_from_save_dialog(panah, path):
    process = start(panah)
    screen = Screen("panah")
    screen.wait_heading("Choose your language")
    fill_passphrases(screen)
    screen.click("Choose where to save…")
    wait_for(lambda: subprocess.run(["xdotool", "search", "--name", "Save in a locked file"], capture_output=True).stdout, "the dialog")
    time.sleep(0.5)
    press("Escape", "Escape", "Escape")
    return process


def leave_while_deriving(panah, path):
    process = start(panah)
    screen = Screen("panah")
    screen.wait_heading("Choose your language")
    fill_passphrases(screen)
    screen.click("Choose where to save…")
    choose_file("Save in a locked file", path.with_name("never.pnh"))
    press("ctrl+q")
    return process


def leave_while_saving(panah, path):
    # every save takes ten seconds, longer than a busy computer needs to look at the window
    process, screen = open_again_slowly(panah, path)
    screen.click(next(name for name in everything(screen) if name.startswith("About you: ")))
    screen.wait_heading("When and where were you born?")
    screen.type(BORN, SECOND + "again")
    screen.click("Back")
    screen.get("Save: saving…")
    press("ctrl+q")
    return process


def open_again_slowly(panah, path):
    wrapped = path.parent / "slow.sh"
    wrapped.write_text(f'#!/bin/sh\nexec strace -f -qq -o /dev/null -e trace=fsync -e inject=fsync:delay_exit=10000000 "{panah}"\n')
    wrapped.chmod(0o700)
    return open_again(str(wrapped), path)


def leave_from_cover(panah, path):
    process = start(panah)
    screen = Screen("panah")
    screen.wait_heading("Choose your language")
    press("F9")
    wait_for(lambda: screen.heading() == "Documents", "the cover")
    press("Escape", "Escape", "Escape")
    return process


MOMENTS = [(leave_from_open_dialog, "while a file is being chosen"), (leave_from_save_dialog, "while a place is being chosen, with Escape"),
           (leave_while_deriving, "while a key is derived"), (leave_from_cover, "from the cover")]
if shutil.which("strace") is not None:
    MOMENTS.append((leave_while_saving, "during a save"))


def check_moments(panah, tool, path):
    """Yields what holds."""
    for moment, what in MOMENTS:
        process = moment(panah, path)
        pressed = time.monotonic()
        status = process.wait(10)
        print(f"# {what}: gone after {time.monotonic() - pressed:.2f} s", flush=True)
        yield status == 0, f"Leave works {what}"
    kept = unseal(tool, path)
    yield is_whole(tool, path) and SECOND in kept, "and the file is whole after all that"


def told(results):
    """The same, and says meanwhile how far it is."""
    for good, what in results:
        print(f"# {'good' if good else 'BAD'}: {what}", flush=True)
        yield good, what


def main():
    panah, tool = sys.argv[1:3]
    path = pathlib.Path(os.environ["PANAH_TEST_FOLDER"]) / "documents.pnh"
    process = start(panah)
    screen = Screen("panah")
    results = list(told(check_saving(screen, tool, path)))
    results += told(check_lock(process, screen))
    screen = Screen("panah")
    screen.click(LEAVE)
    results.append((process.wait(10) == 0, "Leave ends it all"))
    process, screen = open_again(panah, path)
    results.append((check_answers(screen), "another program opens the file with all answers"))
    results += told(check_papers(screen, tool, path))
    screen.click(LEAVE)
    process.wait(10)
    results += told(check_moments(panah, tool, path))
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
