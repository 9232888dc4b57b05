#!/usr/bin/python3
# drive.py PANAH TOOL PACK SAMPLE - from the first page to saved papers, from outside
#
# Text comes over the accessibility bus, everything else from the keyboard or by pressing buttons. What is saved must be
# byte for byte what panah-tool makes of the same answers; on the way every name is looked at.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import os
import pathlib
import subprocess
import sys
import time
import unicodedata

from screen import NotFound, Screen, press, start, wait_for

ON = "2026-11-24"
COUNTRIES = {"AF": "Afghanistan", "UZ": "Uzbekistan"}
LANGUAGES = {"fa-AF": "Dari", "ps": "Pashto", "en": "English", "ru": "Russian"}
CALENDARS = {
    "gregorian": "Calendar of the form (1990)",
    "persian": "Solar Hijri calendar (1369)",
    "islamic": "Lunar Hijri calendar (1410)",
}
SCRIPTS = {"cyrillic": "In Cyrillic letters, as on the form", "latin": "In Latin letters, as in a passport"}
PARTS = {"surname": "Surname, if you have one", "given": "Name", "patronymic": "Patronymic, if you have one"}


INTERRUPTIONS = ("This person needs an application of their own", "In whose application does this person stand?")


def fill_text(screen, label, value):
    if isinstance(value, str):
        value = {"said": value}
    if value.get("said"):
        screen.type(f"{label}: In your own words", value["said"])
    for text in value.get("official", {}).values():
        screen.type(f"{label}: For the form, in this language: Russian", text)


def fill_name(screen, label, value):
    for script, words in SCRIPTS.items():
        for part, text in value.get(script, {}).items():
            screen.type(f"{label}: {words}: {PARTS[part]}", text)
    if "native" in value:
        screen.type(f"{label}: In your own script", value["native"])


def fill_date(screen, label, value):
    if isinstance(value, str):
        year, month, day = (int(part) for part in value.split("-"))
        value = {"calendar": "gregorian", "year": year, "month": month, "day": day}
    if value["calendar"] != "gregorian":
        screen.choose(f"{label}: {CALENDARS[value['calendar']]}")
    for part in ("day", "month", "year"):
        if value.get(part) is not None:
            screen.type(f"{label}: {part.capitalize()}", str(value[part]))
    if value.get("about"):
        screen.choose(f"{label}: I am not sure of this date")


def fill_moment(screen, label, value):
    date, time_of_day = value.split("T")
    parts = dict(zip(("Year", "Month", "Day"), date.split("-")))
    parts |= dict(zip(("Hour, 0 to 23", "Minute"), time_of_day.split(":")))
    for part, text in parts.items():
        screen.type(f"{label}: {part}", text)


def fill_search(screen, label, codes):
    for code in codes if isinstance(codes, list) else [codes]:
        name = COUNTRIES.get(code) or LANGUAGES[code]
        screen.type(f"{label}: Type a part of the name", name)
        screen.click(f"Choose: {name}")
        screen.get(f"Remove: {name}", "push button")


def fill(screen, fact, value, choices):
    label, kind = fact["label"], fact["kind"]
    if value is None or value == "none":
        screen.choose(f"{label}: " + ("I don’t know" if value is None else "There is none"))
    elif kind in ("text", "long-text"):
        fill_text(screen, label, value)
    elif kind in ("phone", "email", "number-text"):
        screen.type(label, value)
    elif kind == "name":
        fill_name(screen, label, value)
    elif kind == "date":
        fill_date(screen, label, value)
    elif kind == "moment":
        fill_moment(screen, label, value)
    elif kind == "yes-no":
        screen.choose(f"{label}: {value.capitalize()}")
    elif kind in ("choice", "choices"):
        for code in value if isinstance(value, list) else [value]:
            screen.choose(f"{label}: {choices(fact)[code]}")
    else:
        fill_search(screen, label, value)


class Walk:
    def __init__(self, screen, pack, sample):
        facts = json.loads((pack / "facts.json").read_text())
        self.screen = screen
        self.facts = {fact["id"]: fact for fact in facts["facts"]}
        self.sets = facts["choice_sets"]
        self.sections = json.loads((pack / "pages.json").read_text())["sections"]
        self.pages = {page["label"]: page for section in self.sections for page in section["pages"]}
        self.sample = sample
        self.answered = {}
        self.bad = []

    def choices(self, fact):
        found = fact["choices"] if "choices" in fact else self.sets[fact["choices_from"]]
        return {choice["code"]: choice["label"] for choice in found}

    def audit(self):
        self.bad += [f"{self.screen.heading()}: {name}" for name in self.screen.audit()]

    def go_on(self, button):
        before = self.screen.heading()
        self.screen.click(button)
        wait_for(lambda: self.screen.heading() not in (before, None), f"another page than “{before}”")

    def entries(self, page, fact):
        entries = self.sample.get(fact["id"], [])
        for number, entry in enumerate(entries):
            self.go_on("Yes, add another" if number else "Yes, add one")
            if number == 0:
                self.audit()
            for item in fact["items"]:
                if item["id"] in entry:
                    fill(self.screen, item, entry[item["id"]], self.choices)
            self.go_on("Continue")
            if self.screen.heading() in INTERRUPTIONS:
                self.audit()
                self.go_on("Go on with my application")
            self.screen.wait_heading(page["label"])
        if entries:
            self.answered[fact["id"]] = entries

    def page(self, page):
        answered, on = False, "Continue"
        print(f"# {page['label']}", flush=True)
        self.audit()
        for fact_id in page["facts"]:
            fact = self.facts[fact_id]
            if fact["kind"] == "list":
                self.entries(page, fact)
                answered, on = fact_id in self.sample, "No, continue"
            elif fact_id in self.sample:
                fill(self.screen, fact, self.sample[fact_id], self.choices)
                self.answered[fact_id] = self.sample[fact_id]
                answered = True
        self.go_on(on if answered else "Skip for now")

    def section(self, section):
        button = f"{section['label']}: Not started"
        if self.screen.look_for(button, "push button") is None:
            return  # comes later in the life of the case
        self.go_on(button)
        if "hard" in section:
            self.audit()
            self.go_on("Continue")
        while self.screen.heading() in self.pages:
            self.page(self.pages[self.screen.heading()])
        self.screen.wait_heading("What there is to do")


SAVE_PDF, SAVE_ODT = "Save PDF…", "Save as text document…"


def save(screen, button, path):
    screen.click(button)
    title = SAVE_PDF if button.startswith(SAVE_PDF) else SAVE_ODT
    wait_for(lambda: subprocess.run(["xdotool", "search", "--name", title], capture_output=True).stdout, "the dialog")
    time.sleep(0.6)
    press("ctrl+a")
    subprocess.run(["xdotool", "type", "--delay", "8", str(path)], check=True)
    time.sleep(0.3)
    press("Return")
    wait_for(path.exists, f"{path} to be saved")


def find_saves(screen, label):
    return [n.get_name() for n in screen.all() if n.get_name() and n.get_name().startswith(f"{label} ")]


def save_all(screen, label, folder, extension, most=None):
    buttons = wait_for(lambda: find_saves(screen, label), "the papers")[:most]
    paths = [folder / f"saved-{number}.{extension}" for number in range(len(buttons))]
    for button, path in zip(buttons, paths):
        save(screen, button, path)
    return paths


def are_same(saved, expected):
    return len(saved) == len(expected) and all(a.read_bytes() == b.read_bytes() for a, b in zip(saved, expected))


def language_of(said):
    """The English window takes Latin letters for English, and says of others only that it does not know."""
    first = next((letter for letter in said if letter.isalpha()), "a")
    return "en" if unicodedata.name(first).startswith("LATIN") else "und"


def as_typed(value):
    """The answer as this window keeps it."""
    if isinstance(value, list):
        return [as_typed(part) for part in value]
    if isinstance(value, dict):
        return {key: as_typed(part) for key, part in value.items()} | ({"language": language_of(value["said"])} if "said" in value else {})
    return value


def render(tool, walk, folder):
    answers = {}
    for fact_id, value in walk.answered.items():
        fact = walk.facts[fact_id]
        if fact["kind"] == "list":
            texts = {item["id"] for item in fact["items"] if item["kind"] in ("text", "long-text")}
            value = [{k: {"said": v} if k in texts and isinstance(v, str) else v for k, v in entry.items()} for entry in value]
        answers[fact_id] = as_typed(value)
    case = {"format": "panah-case", "schema": 1, "pack": "kz", "journey": "apply", "language": "en",
            "official_language": "ru", "facts": answers}
    (folder / "case.json").write_text(json.dumps(case))
    done = subprocess.run([tool, "render", folder / "case.json", "--on", ON, "--out", folder / "tool", "--odt"],
                          capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(done.stderr)
    documents = json.loads(done.stdout)["documents"]
    return [[folder / "tool" / document[member] for document in documents if member in document] for member in ("file", "odt")]


def main():
    panah, tool, pack, sample = sys.argv[1:]
    folder = pathlib.Path(os.environ["PANAH_TEST_FOLDER"])
    process = start(panah, "--on", ON)
    screen = Screen("panah")
    walk = Walk(screen, pathlib.Path(pack), json.loads(pathlib.Path(sample).read_text())["facts"])
    screen.wait_heading("Choose your language")
    walk.audit()
    walk.go_on("Kazakhstan")
    walk.audit()
    walk.go_on("No, today is another day")
    screen.type("Today: Day", "99")
    screen.click("Continue")
    screen.get("Something has to be mended before you go on:")
    walk.audit()
    walk.go_on("Leave it as it was")
    walk.go_on("Apply for refugee status")
    walk.audit()
    walk.go_on("Continue to the questions")
    for section in walk.sections:
        walk.audit()
        walk.section(section)
    for button, heading in (
        ("Your dates, papers and offices", None),
        ("Your rights and duties", None),
        ("All answers", None),
        ("Check your answers", None),
        ("The papers to sign", None),
    ):
        walk.go_on(button)
        if button == "The papers to sign":
            break
        walk.audit()
        walk.go_on("Back to what there is to do")

    saved = save_all(screen, SAVE_PDF, folder, "pdf")
    walk.audit()
    texts = save_all(screen, SAVE_ODT, folder, "odt", 2)
    expected, expected_texts = render(tool, walk, folder)
    missing = set(walk.sample) - set(walk.answered)
    print(f"# asked on no page: {', '.join(sorted(missing)) or 'nothing'}")
    print(f"# {len(screen.seen)} kinds of page looked at, {len(saved)} papers saved")
    screen.click("Leave: close at once, keep nothing")
    status = process.wait(10)
    checks = [(are_same(saved, expected), "the saved papers are those of panah-tool"),
              (are_same(texts, expected_texts[:2]), "the saved text documents, too"), (not walk.bad, "everything that takes the focus has a name"),
              (status == 0, "Leave ends the program")]
    print(f"1..{len(checks)}")
    for number, (good, what) in enumerate(checks, 1):
        print(f"{'ok' if good else 'not ok'} {number} {what}")
    for name in walk.bad:
        print(f"# {name}")
    return 0 if all(good for good, _ in checks) else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except NotFound as error:
        print(f"Bail out! not found: {error}")
        sys.exit(1)
