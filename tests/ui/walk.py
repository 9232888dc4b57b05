# walk.py - through the questions of a journey, with the answers of a case, in any language
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import unicodedata

from screen import wait_for
from words import SCRIPTS, Words

CALENDARS = {
    "gregorian": "Calendar of the form (1990)",
    "persian": "Solar Hijri calendar (1369)",
    "islamic": "Lunar Hijri calendar (1410)",
}
SPELLINGS = {"cyrillic": "In Cyrillic letters, as on the form", "latin": "In Latin letters, as in a passport"}
PARTS = {"surname": "Surname, if you have one", "given": "Given name", "patronymic": "Patronymic, if you have one"}
INTERRUPTIONS = ("This person needs an application of their own", "In whose application does this person stand?")
STATES = ("Not started", "In progress", "Looked at, not answered", "Needs attention", "Done")
TASKS = "What there is to do"
FORM_LANGUAGE = "ru"  # the first of both countries, in which a new case is made
TEXTS = ("text", "long-text")


def language_of(said, language):
    """The window takes letters of its own script for its language, and says of others only that it does not know."""
    first = next((letter for letter in said if letter.isalpha()), None)
    return language if first is None or unicodedata.name(first).startswith(SCRIPTS[language]) else "und"


def as_kept(fact, value, language):
    """The answer as a window of that language keeps it, in which one form can be filled in."""
    if value is None or value == "none":
        return value
    if fact["kind"] == "list":
        items = {item["id"]: item for item in fact["items"]}
        return [{name: as_kept(items[name], part, language) for name, part in entry.items()} for entry in value]
    if fact["kind"] not in TEXTS:
        return value
    value = value if isinstance(value, dict) else {"said": value}
    kept = {"said": value["said"], "language": language_of(value["said"], language)} if value.get("said") else {}
    official = value.get("official", {}).get(FORM_LANGUAGE)
    return kept | ({"official": {FORM_LANGUAGE: official}} if official else {})


class Filler:
    """Puts one answer into the fields that ask for it."""

    def __init__(self, screen, words, sets):
        self.screen, self.words, self.sets = screen, words, sets

    def choices(self, fact):
        if fact["kind"] == "yes-no":
            return {"yes": "Yes", "no": "No"}
        found = fact["choices"] if "choices" in fact else self.sets[fact["choices_from"]]
        return {choice["code"]: choice["label"] for choice in found}

    def text(self, label, value):
        words = self.words
        value = {"said": value} if isinstance(value, str) else value
        if value.get("said"):
            self.screen.type(f"{label}: {words('In your own words')}", value["said"])
        official = value.get("official", {}).get(FORM_LANGUAGE)
        if official:
            form = words("For the form, in this language: %s") % words.name("language", FORM_LANGUAGE)
            self.screen.type(f"{label}: {form}", official)

    def name(self, label, value):
        words = self.words
        for script, spelling in SPELLINGS.items():
            for part, text in value.get(script, {}).items():
                self.screen.type(f"{label}: {words(spelling)}: {words(PARTS[part])}", text)
        if "native" in value:
            self.screen.type(f"{label}: {words('In your own script')}", value["native"])

    def calendar(self, label, wanted):
        """What the person did not choose, but the language, is asked about again where it can be doubted."""
        names = {calendar: f"{label}: {self.words(name)}" for calendar, name in CALENDARS.items()}
        if self.screen.is_chosen(names[wanted]):
            if wanted == "gregorian":
                return
            self.screen.choose(names["gregorian"])
        self.screen.choose(names[wanted])

    def date(self, label, value):
        if isinstance(value, str):
            year, month, day = (int(part) for part in value.split("-"))
            value = {"calendar": "gregorian", "year": year, "month": month, "day": day}
        self.calendar(label, value["calendar"])
        for part in ("day", "month", "year"):
            if value.get(part) is not None:
                self.screen.type(f"{label}: {self.words(part.capitalize())}", str(value[part]))
        if value.get("about"):
            self.screen.choose(f"{label}: {self.words('I am not sure of this date')}")

    def moment(self, label, value):
        date, time_of_day = value.split("T")
        parts = dict(zip(("Year", "Month", "Day"), date.split("-")))
        parts |= dict(zip(("Hour, 0 to 23", "Minute"), time_of_day.split(":")))
        self.calendar(label, "gregorian")
        for part, text in parts.items():
            self.screen.type(f"{label}: {self.words(part)}", text)

    def search(self, label, kind, codes):
        for code in codes if isinstance(codes, list) else [codes]:
            name = self.words.name(kind, code)
            self.screen.type(f"{label}: {self.words('Type a part of the name')}", name)
            self.screen.click(f"{self.words('Choose')}: {name}")
            self.screen.get_fresh(f"{self.words('Remove')}: {name}", "push button")  # what was found goes, this comes

    def fill(self, fact, value):
        label, kind = self.words(fact["label"]), fact["kind"]
        if value is None or value == "none":
            self.screen.choose(f"{label}: " + self.words("I don’t know" if value is None else "There is none"))
        elif kind in TEXTS:
            self.text(label, value)
        elif kind in ("phone", "email", "number-text", "count"):
            self.screen.type(label, str(value))
        elif kind in ("name", "date", "moment"):
            getattr(self, kind)(label, value)
        elif kind in ("choice", "choices", "yes-no"):
            for code in value if isinstance(value, list) else [value]:
                self.screen.choose(f"{label}: {self.words(self.choices(fact)[code])}")
        else:
            self.search(label, kind, value)


class Walk:
    """@sample: facts to tell, where they are asked."""

    def __init__(self, screen, pack, sample, words=None):
        facts = json.loads((pack / "facts.json").read_text())
        self.screen, self.sample, self.words = screen, sample, words or Words("en", pack)
        self.facts = {fact["id"]: fact for fact in facts["facts"]}
        self.sections = json.loads((pack / "pages.json").read_text())["sections"]
        self.filler = Filler(screen, self.words, facts["choice_sets"])
        self.answered, self.bad = {}, []

    def audit(self):
        self.bad += [f"{self.screen.heading()}: {name}" for name in self.screen.audit()]

    def press(self, english):
        """Presses a button and waits for the page behind it."""
        self.go_on(self.words(english))

    def go_on(self, button):
        before = self.screen.page()
        self.screen.click(button)
        wait_for(lambda: self.screen.page() not in (before, None), f"another page than “{self.screen.heading()}” after “{button}”")

    def wait_heading(self, english):
        self.screen.wait_heading(self.words(english))

    def entries(self, page, fact):
        entries = self.sample.get(fact["id"], [])
        for number, entry in enumerate(entries):
            self.press("Yes, add another" if number else "Yes, add one")
            if number == 0:
                self.audit()
            for item in fact["items"]:
                if item["id"] in entry:
                    self.filler.fill(item, entry[item["id"]])
            self.press("Continue")
            if self.screen.heading() in map(self.words, INTERRUPTIONS):
                self.audit()
                self.press("Go on with my application")
            self.wait_heading(page["label"])

    def list_page(self, page, fact):
        """Returns: the button that leads on"""
        value = self.sample.get(fact["id"])
        if fact["id"] in self.answered:
            return "No, continue"
        if value is None:
            return "Skip for now"
        self.answered[fact["id"]] = value
        if value == "none":
            return "There is none"
        self.entries(page, fact)
        return "No, continue"

    def page(self, page):
        answered = False
        print(f"# {page['label']}", flush=True)
        self.audit()
        facts = [self.facts[fact_id] for fact_id in page["facts"]]
        if facts[0]["kind"] == "list":
            self.press(self.list_page(page, facts[0]))
            return
        for fact in facts:
            if fact["id"] in self.sample and fact["id"] not in self.answered:
                self.filler.fill(fact, self.sample[fact["id"]])
                self.answered[fact["id"]] = self.sample[fact["id"]]
            answered |= fact["id"] in self.answered
        self.press("Continue" if answered else "Skip for now")

    def find_row(self, section):
        names = [f"{self.words(section['label'])}: {self.words(state)}" for state in STATES]
        return next((name for name in names if self.screen.look_for(name, "push button") is not None), None)

    def section(self, section):
        row = self.find_row(section)
        if row is None:
            return  # comes later in the life of the case
        pages = {self.words(page["label"]): page for page in section["pages"]}
        self.go_on(row)
        if self.screen.heading() == self.words(section["label"]) not in pages:
            self.audit()
            self.press("Continue")
        while self.screen.heading() in pages:
            self.page(pages[self.screen.heading()])
        self.wait_heading(TASKS)

    def wants(self, section):
        return any(fact in self.sample and fact not in self.answered for page in section["pages"] for fact in page["facts"])

    def answer_what_is_asked(self):
        """Only parts for which there is something to tell; one can open another that stands before it."""
        for section in [*self.sections, *self.sections]:
            if self.wants(section):
                self.section(section)

    def kept(self):
        """The answers as the window has them now."""
        return {fact: as_kept(self.facts[fact], value, self.words.language) for fact, value in self.answered.items()}
