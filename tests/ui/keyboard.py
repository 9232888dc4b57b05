#!/usr/bin/python3
# keyboard.py PANAH - letters that the keys of this computer do not have, with those very keys
#
# SPDX-License-Identifier: GPL-3.0-or-later

import subprocess
import sys

from screen import NotFound, Screen, press, start, text_of, wait_for


def hold(modifier, key):
    subprocess.run(["xdotool", "keydown", modifier, "key", key, "keyup", modifier], check=True)


def go_to_words(screen):
    """To a page with words of one's own and words of the form."""
    screen.wait_heading("Choose your language")
    screen.click("Kazakhstan")
    screen.wait_heading("What do you need?")
    screen.click("Apply for refugee status")
    screen.wait_heading("If somebody comes near")
    screen.click("Continue to the questions")
    screen.wait_heading("What there is to do")
    screen.click("About you: Not started")
    for _ in range(20):
        own = [node.get_name() for node in screen.all() if (node.get_name() or "").endswith(": In your own words")]
        if own:
            return own[0], own[0].replace("In your own words", "For the form, in this language: Russian")
        heading = screen.heading()
        screen.click("Skip for now")
        wait_for(lambda: screen.heading() != heading, "the next page")
    raise NotFound("a page with words")


class Field:
    def __init__(self, screen, name):
        self.screen = screen
        self.name = name

    def types(self, keys, text):
        """Whether these keys, pressed there one after another, type this."""
        self.screen.type(self.name, "")
        self.screen.reach(self.name)
        press(*keys)
        return self.holds(text)

    def holds(self, text):
        try:
            return wait_for(lambda: text_of(self.screen.get(self.name, "text")) == text, text, 5)
        except NotFound:
            print(f"# “{text_of(self.screen.get(self.name, 'text'))}”, not “{text}”")
            return False


def choose(field, letters):
    """For this field: on the way to the button one would pass others."""
    field.screen.reach(field.name)
    press("F8")
    field.screen.click(letters)


def check(screen, own, form):
    """Yields what holds."""
    yield own.types("hsk", "hsk"), "as long as nobody asks for it, the keys are this computer's"
    choose(own, "دری")
    yield own.types("hsk", "اسن"), "Dari, on the keys where it is on Dari keyboards"
    hold("shift", "f")
    yield own.holds("اسنإ"), "and with Shift"
    press("BackSpace", "space", "BackSpace", "Home", "m")
    yield own.holds("پاسن"), "Backspace, the space bar and the arrows are what they were"
    press("ctrl+a", "q")
    yield own.holds("ض"), "so are keys with Control: what is selected is written over"
    press("ctrl+z", "ctrl+z")
    yield own.holds("پاسن"), "and undone"
    yield form.types("hsk", "рыл"), "the form has letters of its own"
    choose(own, "Қазақша")
    yield own.types(["2", "3", "f"], "әіа"), "Kazakh letters are on the row of digits"
    press("F9")
    wait_for(lambda: screen.heading() == "Documents", "the cover")
    press("f", "2", "F9", "h")
    press("Return")
    wait_for(lambda: screen.heading() != "Documents", "the page")
    yield own.holds("әіа"), "nothing is typed behind the cover"
    press("End", "f")
    yield own.holds("әіаа"), "and one goes on after it"
    bad = screen.audit()
    yield not bad, f"a screen reader can speak all of it {bad}"
    screen.click("Close the keyboard")
    yield own.types("qwer", "qwer"), "and after it is closed they are this computer's again"


def main():
    process = start(sys.argv[1])
    screen = Screen("panah")
    own, form = (Field(screen, name) for name in go_to_words(screen))
    results = list(check(screen, own, form))
    press("Escape", "Escape", "Escape")
    results.append((process.wait(10) == 0, "three times Escape leaves"))
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
