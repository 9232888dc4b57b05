#!/usr/bin/python3
# print.py PANAH TOOL PORTAL PACK - a paper is looked at and printed, from outside
#
# Twice: as in a sandbox, where PORTAL takes the papers, and through GTK's own dialog, to a printer that this script is.
# What arrives must be byte for byte what panah-tool makes of the same case, and no file may stay behind.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import pathlib
import subprocess
import sys
import time

from fake_printer import Printer, encode_range
from screen import Atspi, NotFound, Screen, has_state, press, wait_for

ON = "2026-11-24"
ANSWERS = {"interpreter.used": "yes", "interpreter.filled_in": "yes"}  # enough for two papers to hand in
HAND_IN = "Print all papers to hand in…"


def render(tool, folder):
    """The papers of that case: what each is called by, what is in it, how many pages."""
    case = {"format": "panah-case", "schema": 1, "pack": "kz", "journey": "apply", "language": "en", "official_language": "ru",
            "facts": ANSWERS}
    (folder / "case.json").write_text(json.dumps(case))
    done = subprocess.run([tool, "render", folder / "case.json", "--on", ON, "--out", folder / "tool"], capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(done.stderr)
    return [(document["id"], (folder / "tool" / document["file"]).read_bytes(), document["pages"])
            for document in json.loads(done.stdout)["documents"]]


def leftovers(folder):
    """Files in the folders for what is temporary."""
    return sorted(str(path) for name in ("tmp", "run") for path in (folder / name).rglob("*") if not path.is_dir())


def open_papers(panah, pack, environment):
    labels = {fact["id"]: fact["label"] for fact in json.loads((pack / "facts.json").read_text())["facts"]}
    process = subprocess.Popen([panah, "--on", ON], env=os.environ | environment)
    screen = Screen("panah")
    screen.wait_heading("Choose your language")
    screen.click("Kazakhstan")
    screen.wait_heading("What do you need?")
    screen.click("Apply for refugee status")
    screen.wait_heading("What there is to do")
    screen.click("People who help you: Not started")
    for fact in ANSWERS:
        screen.choose(f"{labels[fact]}: Yes")
        before = screen.heading()
        screen.click("Continue")
        wait_for(lambda: screen.heading() not in (before, None), f"another page than “{before}”")
    for _ in range(len(ANSWERS) + 1):
        press("alt+Left")
    screen.wait_heading("What there is to do")
    screen.click("The papers to sign")
    screen.wait_heading("The papers to sign")
    looks = wait_for(lambda: names_of(screen, "Look at it "), "the papers")
    return process, screen, [name.removeprefix("Look at it ") for name in looks]


def names_of(screen, start):
    return [n.get_name() for n in screen.all() if n.get_name() and n.get_name().startswith(start)]


def leave(process, screen):
    screen.click("Leave: close at once, keep nothing")
    return process.wait(10) == 0


def read_page(screen):
    """The page on which the focus is, as a screen reader says it."""
    for node in screen.all():
        if node.get_name() and node.get_name().startswith("Page ") and " of: " in node.get_name():
            if has_state(node, Atspi.StateType.FOCUSED):
                return node.get_name()
    return None


def says(screen, text):
    return any(node.get_role_name() == "label" and node.get_name() == text for node in screen.all())


def leaf_through(screen, title, n_pages):
    """Keys alone, from the first page to the last and back, larger and smaller."""
    steps = [(["End"], n_pages), (["ctrl+Prior"], max(n_pages - 1, 1)), (["Home"], 1), (["ctrl+Next"], 2),
             (["ctrl+plus"], 2), (["ctrl+minus"], 2), (["ctrl+0"], 2), (["Prior"], 1), (["Home"], 1)]
    steps += [(["Next"] * 6, 2)]
    screen.click(f"Look at it {title}")
    screen.wait_heading(title)
    wait_for(lambda: read_page(screen) == f"Page 1 of {n_pages} of: {title}", "the focus on the first page")
    for keys, page in steps:
        press(*keys)
        wait_for(lambda: read_page(screen) == f"Page {min(page, n_pages)} of {n_pages} of: {title}", f"page {page} after {keys}")
    for key, percent in (("ctrl+0", None), ("ctrl+plus", "125 %"), ("ctrl+plus", "150 %"), ("ctrl+minus", "125 %")):
        press(key)
        if percent is not None:
            wait_for(lambda: says(screen, percent), f"{percent} after {key}")
    bad = screen.audit()
    press("alt+Left")
    screen.wait_heading("The papers to sign")
    return not bad


def print_in_sandbox(panah, pack, portal, folder, papers):
    inbox = folder / "inbox"
    inbox.mkdir()
    service = subprocess.Popen([portal, inbox], stdout=subprocess.PIPE)
    service.stdout.readline()
    process, screen, titles = open_papers(panah, pack, {"GTK_USE_PORTAL": "1"})
    before = leftovers(folder)
    leafed = leaf_through(screen, titles[0], papers[0][2])
    screen.click(f"Print… {titles[0]}")
    wait_for(lambda: (inbox / "1.pdf").exists(), "the first paper")
    wait_for(lambda: says_sent(screen), "to be told that it was sent")
    screen.click(HAND_IN)
    handed_in = [paper for paper in papers if paper[0] not in ("interview-sheet", "my-plan", "rights-and-duties")]
    wait_for(lambda: (inbox / f"{len(handed_in) + 1}.pdf").exists(), "all papers")
    time.sleep(0.5)
    arrived = [(inbox / f"{number}.pdf").read_bytes() for number in range(1, len(list(inbox.iterdir())) + 1)]
    after = leftovers(folder)
    checks = [(leafed, "a paper is leafed through with keys, and what takes the focus has a name"),
              (arrived[:1] == [papers[0][1]], "the portal gets the paper that is saved"),
              (arrived[1:] == [paper[1] for paper in handed_in], "the portal gets all papers that are handed in, in their order"),
              (before == after, "no file stays behind"), (leave(process, screen), "Leave ends the program")]
    service.terminate()
    return checks


def says_sent(screen):
    return says(screen, "Sent to the printer. The printer may keep a copy; take every sheet with you.")


def confirm(screen, pages=None):
    """GTK's dialog: to the list of printers, the first of them, perhaps some pages, and the button, whose name GTK says twice."""
    button = screen.get("_Print Print", "push button")
    for key in ("Tab", "Down"):
        time.sleep(0.5)
        press(key)
    wait_for(lambda: has_state(button, Atspi.StateType.SENSITIVE), "a printer to be chosen")
    if pages is not None:
        press("alt+e")
        subprocess.run(["xdotool", "type", pages], check=True)
        time.sleep(0.3)
    press("alt+p")
    screen.known = {}


def print_natively(panah, pack, folder, papers):
    printer = Printer()
    # without a colour manager on the system bus GTK's dialog warns, which is not to end the program
    process, screen, titles = open_papers(panah, pack, {"CUPS_SERVER": printer.address, "G_DEBUG": "gc-friendly"})
    before = leftovers(folder)
    screen.click(f"Print… {titles[0]}")
    try:
        wait_for(lambda: printer.asked, "GTK to look for printers", 10)
    except NotFound:
        process.kill()
        return [(True, "a printer gets the papers # SKIP GTK has no backend for CUPS here")]
    confirm(screen)
    wait_for(lambda: says_sent(screen), "to be told that it was sent")
    screen.click(f"Print… {titles[1]}")
    confirm(screen, "2-3")
    wait_for(lambda: len(printer.jobs) == 2, "the second paper")
    printer.refuse = True
    screen.click(f"Print… {titles[0]}")
    confirm(screen)
    sentence = "The paper was not printed. Is the printer on, and is there paper in it? Try again, or save the PDF."
    wait_for(lambda: says(screen, sentence), "to be told that it was not printed")
    after = leftovers(folder)
    (first, document), (second, other) = printer.jobs
    return [(document == papers[0][1] and other == papers[1][1], "the printer gets the papers that are saved"),
            (first["job-name"] == [b"Documents"], "the queue says nothing about whose paper it is"),
            (first["PageSize"] == [b"A4"], "it is printed on A4"),
            ("page-ranges" not in first and second["page-ranges"] == [encode_range(2, 3)], "some pages only, if so chosen"),
            (says(screen, sentence), "a paper that the queue does not take is not said to be sent"),
            (before == after, "no file stays behind"), (leave(process, screen), "Leave ends the program")]


def main():
    panah, tool, portal = sys.argv[1:4]
    pack = pathlib.Path(sys.argv[4])
    folder = pathlib.Path(os.environ["PANAH_TEST_FOLDER"])
    papers = render(tool, folder)
    checks = [(good, f"sandbox: {what}") for good, what in print_in_sandbox(panah, pack, portal, folder, papers)]
    checks += [(good, f"natively: {what}") for good, what in print_natively(panah, pack, folder, papers)]
    print(f"1..{len(checks)}")
    for number, (good, what) in enumerate(checks, 1):
        print(f"{'ok' if good else 'not ok'} {number} {what}")
    return 0 if all(good for good, _ in checks) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NotFound as error:
        print(f"Bail out! not found: {error}")
        sys.exit(1)
