#!/usr/bin/python3
# drive.py PANAH TOOL DATA PACK LANGUAGE JOURNEY… - each from the first page to the saved paper, from outside
#
# Text comes over the accessibility bus, and so do buttons; choices are made with the keyboard. What is saved must be byte
# for byte what panah-tool makes of the same answers, and the day that leads the plan the one that it counts; on the way
# every name is looked at. Who applies is led to every page, in English with the keyboard alone; the others only where
# their case has something to tell.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import pathlib
import subprocess
import sys
import time

from bus import QuickScreen
from screen import NotFound, press, start, wait_for
from walk import FORM_LANGUAGE, TASKS, Walk
from words import Words, choose_language

ON = "2026-11-24"
WHOLE = "apply"
LONG = "PANAH_TEST_LONG" in os.environ

COURT, STATUS, STAGES = "packs/kz/cases/doc-court.json", "packs/kz/cases/doc-status.json", "packs/kz/cases/stages.json"
PAPER, DOCUMENTS, LEGALIZATION = "packs/kg/cases/doc-papers.json", "packs/kg/cases/documents.json", "packs/kg/cases/legalization.json"

# Of which file and case the answers are
CASES = {
    ("kz", "apply"): ("samples/kz-family.json", None),
    ("kz", "complain"): (COURT, "A complaint after three months is handed in with a request to restore the term"),
    ("kz", "court"): (COURT, "An asylum seeker asks the court that the refusal wait until the case has ended"),
    ("kz", "court-appeal"): (COURT, "An appeal goes to the oblast court within two months of the judgment in final form"),
    ("kz", "cassation"): (COURT, "A cassation complaint goes to the Cassation Court within six months of the announced appeal ruling"),
    ("kz", "extend"): (STATUS, "A status that ends on 1 March is asked to be extended by 1 February"),
    ("kz", "hearing"): (COURT, "The request for an interpreter at the hearing goes to whom the person names"),
    ("kz", "supreme"): (COURT, "A party can petition the Prosecutor General for a protest"),
    ("kz", "changes"): (STATUS, "A refugee who leaves for good asks for the papers that the office may keep"),
    ("kz", "rights"): (STAGES, "A card for which one still waits has both terms running"),
    ("kg", "apply"): (PAPER, "An application by somebody who came lawfully gives every datum of the list"),
    ("kg", "complain"): (DOCUMENTS, "A complaint can go to the body that decided"),
    ("kg", "court"): (PAPER, "A claim names the complaint before the court and its result"),
    ("kg", "another-country"): (PAPER, "The plan for another country tells rights and whom to ask"),
    ("kg", "legalization"): (LEGALIZATION, "An application on the first day is in the window"),
    ("kg", "stateless"): (PAPER, "The sheet for people without citizenship says what is not known"),
}

SAVE_PDF, SAVE_ODT = "Save PDF…", "Save as text document…"
PLAN, PAPERS = "Your dates, papers and offices", "The papers to sign"
LEAVE = "Leave: close at once, keep nothing"


def read_facts(data, pack, journey):
    path, name = CASES[pack, journey]
    read = json.loads((data / path).read_text())
    return (read if name is None else next(case for case in read["cases"] if case["name"] == name))["facts"]


def find_window(title):
    return subprocess.run(["xdotool", "search", "--onlyvisible", "--name", title], capture_output=True).stdout


def save(screen, button, path, title=None):
    """@title: of the dialog, as the button begins"""
    QuickScreen.click(screen, button)  # a key that is pressed while another dialog goes may reach neither window
    title = title or (SAVE_PDF if button.startswith(SAVE_PDF) else SAVE_ODT)
    wait_for(lambda: find_window(title), f"the dialog of “{button}”")
    time.sleep(0.6)
    press("ctrl+a")
    subprocess.run(["xdotool", "type", "--delay", "8", str(path)], check=True)
    time.sleep(0.3)
    press("Return")
    wait_for(path.exists, f"{path} to be saved")
    wait_for(lambda: not find_window(title), "the dialog to be gone")  # until then it has the keyboard


def find_saves(screen, label):
    return [n.get_name() for n in screen.all() if n.get_name() and n.get_name().startswith(f"{label} ")]


def save_all(walk, english, folder, extension, most=None):
    label = walk.words(english)
    buttons = wait_for(lambda: find_saves(walk.screen, label), "the papers", 60)[:most]
    paths = [folder / f"saved-{number}.{extension}" for number in range(len(buttons))]
    for button, path in zip(buttons, paths):
        save(walk.screen, button, path, label)
    return paths


def are_same(saved, expected):
    return len(saved) == len(expected) and all(a.read_bytes() == b.read_bytes() for a, b in zip(saved, expected))


class Keys(QuickScreen):
    """Whatever can be pressed is come to with the keyboard, and pressed with a key."""

    def click(self, name):
        self.reach(name, "push button")
        press("space")
        self.known = {}


class Tool:
    """What panah-tool makes of the answers that the window has."""

    def __init__(self, program, pack, journey, walk, folder):
        self.program, self.folder, self.case = program, folder, folder / "case.json"
        self.case.write_text(json.dumps({"format": "panah-case", "schema": 1, "pack": pack, "journey": journey,
                                         "language": walk.words.language, "official_language": FORM_LANGUAGE, "facts": walk.kept()}))

    def ask(self, command, *more):
        done = subprocess.run([self.program, command, self.case, "--on", ON, *more], capture_output=True, text=True)
        if done.returncode > 1:
            sys.exit(done.stderr)
        return json.loads(done.stdout)

    def render(self):
        """Returns: files, and text documents"""
        documents = self.ask("render", "--out", self.folder / "tool", "--odt")["documents"]
        return [[self.folder / "tool" / document[member] for document in documents if member in document] for member in ("file", "odt")]

    def plan(self):
        """Returns: the day that leads, and all ends of windows that run; None if no day leads"""
        windows = [window for window in self.ask("plan", "--json")["deadlines"]
                   if window["state"] not in ("met", "met-late", "suspended")]
        ends = [[window[end] for end in ("safe", "last", "counted_end") if window[end]] for window in windows]
        return next(iter(ends[0]), None) if ends else None, sum(ends, [])


def shows_first(walk, lead, ends):
    """Whether the plan names this end of a window before any other."""
    shown = [node.get_name() for node in walk.screen.all() if node.get_name()]
    behind = shown[shown.index(walk.screen.heading()):]
    days = {walk.words.day(end) for end in ends}
    first = next((name for name in behind if any(day in name for day in days)), "")
    return walk.words.day(lead) in first if lead is not None else first == ""


def say_today(walk):
    walk.press("No, today is another day")
    walk.screen.type(f"{walk.words('Today')}: {walk.words('Day')}", "99")
    walk.screen.click(walk.words("Continue"))
    walk.screen.get(walk.words("Something has to be mended before you go on:"))
    walk.audit()
    walk.press("Leave it as it was")


def begin(walk, labels, journey):
    walk.screen.wait_heading("Choose your language")
    walk.audit()
    if walk.words.language != "en":
        choose_language(walk.screen, walk.words)
        walk.wait_heading("Choose your language")
        walk.audit()
    walk.go_on(walk.words.name_pack())
    walk.audit()
    if journey == WHOLE:
        say_today(walk)
    walk.press(labels[journey])
    walk.audit()
    walk.press("Continue to the questions")


def answer(walk, journey):
    if journey != WHOLE:
        walk.answer_what_is_asked()
        return
    for section in walk.sections:
        walk.audit()
        walk.section(section)
    for page in ("Your rights and duties", "All answers", "Check your answers"):
        walk.press(page)
        walk.audit()
        walk.press("Back to what there is to do")


def checks(walk, tool, journey, folder):
    """Yields what holds, and what it should be."""
    walk.press(PLAN)
    walk.audit()
    lead, ends = tool.plan()
    yield shows_first(walk, lead, ends), f"the plan begins with {lead or 'no day'}, as that of panah-tool"
    walk.press("Back to what there is to do")
    walk.press(PAPERS)
    whole = journey == WHOLE and (walk.words.language == "en" or LONG)
    saved = save_all(walk, SAVE_PDF, folder, "pdf", None if whole else 2 if journey == WHOLE else 1)
    walk.audit()
    expected, expected_texts = tool.render()
    yield are_same(saved, expected if whole else expected[:len(saved)]), "what is saved is what panah-tool makes"
    if journey == WHOLE:
        texts = save_all(walk, SAVE_ODT, folder, "odt", 2)
        yield are_same(texts, expected_texts[:2]), "text documents, too"
    yield not walk.bad, "everything that takes the focus has a name"


def drive(panah, tool, data, pack, language, journey):
    """Pairs of what holds, and what it should be."""
    began = time.monotonic()
    folder = pathlib.Path(os.environ["PANAH_TEST_FOLDER"]) / journey
    folder.mkdir()
    labels = {one["id"]: one["label"] for one in json.loads((data / "packs" / pack / "journeys.json").read_text())["journeys"]}
    process = start(panah, "--on", ON)
    screen = (Keys if language == "en" and journey == WHOLE else QuickScreen)("panah")
    walk = Walk(screen, data / "packs" / pack, read_facts(data, pack, journey), Words(language, data / "packs" / pack))
    begin(walk, labels, journey)
    answer(walk, journey)
    walk.wait_heading(TASKS)
    found = list(checks(walk, Tool(tool, pack, journey, walk, folder), journey, folder))
    walk.screen.press_last(walk.words(LEAVE))
    found.append((process.wait(20) == 0, "Leave ends the program"))
    missing = sorted(set(walk.sample) - set(walk.answered))
    print(f"# {journey}: asked on no page: {', '.join(missing) or 'nothing'}; "
          f"{len(walk.screen.seen)} kinds of page looked at; {time.monotonic() - began:.0f} s", flush=True)
    for name in walk.bad:
        print(f"# {name}")
    return [(good, f"{journey}: {what}") for good, what in found]


def main():
    panah, tool, data, pack, language, *journeys = sys.argv[1:]
    found = []
    # ./check has a quarter of an hour; ./check --long walks them all
    if not LONG and len(journeys) > 2:
        journeys = journeys[:2] if language == "en" else [journeys[0], journeys[-1]]
    for journey in journeys:
        found += drive(panah, tool, pathlib.Path(data), pack, language, journey)
    print(f"1..{len(found)}")
    for number, (good, what) in enumerate(found, 1):
        print(f"{'ok' if good else 'not ok'} {number} {what}")
    return 0 if all(good for good, _ in found) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NotFound as error:
        print(f"Bail out! not found: {error}")
        sys.exit(1)
