# screen.py - the window as a screen reader has it, and a keyboard
#
# SPDX-License-Identifier: GPL-3.0-or-later

import functools
import os
import re
import subprocess
import time

# a warning of the bus in this process is no fault of the program, which alone dies of its own
FATAL = {"G_DEBUG": os.environ.pop("G_DEBUG")} if "G_DEBUG" in os.environ else {}

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402


def start(*command):
    return subprocess.Popen(command, env=os.environ | FATAL)


Atspi.init()
Atspi.set_timeout(400, 5000)  # what went with its page never answers; in milliseconds
BAD_NAME = re.compile(r"^$|^(Gtk|Adw)|_")


class NotFound(Exception):
    pass


def wait_for(condition, what, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        time.sleep(0.02)
    raise NotFound(what)


@functools.cache
def open_typist():
    """To start it for each key takes longer than the key."""
    return subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)


def press(*keys):
    """Returns when the server has them."""
    typist = open_typist()
    typist.stdin.write(f"key --delay 4 --clearmodifiers {' '.join(keys)}\ngetmouselocation\n")
    if not typist.stdout.readline():
        raise RuntimeError("xdotool has gone")


def has_state(node, state):
    node.clear_cache()
    return node.get_state_set().contains(state)


def nodes(node):
    node.clear_cache()
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from nodes(child)


class Screen:
    """The top level of one program."""

    def __init__(self, name):
        self.name = name
        self.known = {}
        self.seen = {}  # name of a page -> names of what takes the focus there
        time.sleep(2)  # a program that is asked before it is on the bus never answers
        self.application = wait_for(self.find, f"the program {name}")

    def find(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_name() == self.name and child.get_child_count() > 0:
                return child
        return None

    def all(self):
        for _ in range(50):
            try:
                return list(nodes(self.application))
            except GLib.Error:
                time.sleep(0.05)  # a page went while we looked
                self.application = wait_for(self.find, f"the program {self.name}")
        raise NotFound(self.name)

    def look_for(self, name, role=None):
        """From what was seen last, as long as it is there: looking at everything takes a while."""
        node = self.known.get((name, role))
        if node is None:
            self.known = {}
            for other in self.all():
                try:
                    self.known.setdefault((other.get_name(), other.get_role_name()), other)
                    self.known.setdefault((other.get_name(), None), other)
                except GLib.Error:
                    return None  # the page went while we looked
            node = self.known.get((name, role))
        return node

    def get(self, name, role=None):
        return wait_for(lambda: self.look_for(name, role), f"“{name}”")

    def heading(self):
        try:
            for node in nodes(self.application):
                if node.get_role_name() == "heading":
                    return node.get_name() or text_of(node)
        except GLib.Error:
            pass  # the page went while we looked
        return None

    def page(self):
        """What tells this page from the next."""
        return self.heading()

    def wait_heading(self, heading):
        wait_for(lambda: self.heading() == heading, f"the page “{heading}”; it is “{self.heading()}”")

    def click(self, name):
        """Presses a button with a key."""
        self.reach(name)
        press("space")
        self.known = {}
        time.sleep(0.12)  # the page goes from an idle call

    def type(self, name, text):
        node = self.get(name, "text")
        if not Atspi.EditableText.set_text_contents(node, text):
            raise NotFound(f"no text can be put into “{name}”")

    def reach(self, name, role=None):
        """Goes there with the keyboard."""
        target = self.get(name, role)
        group = [n for (other, role), n in self.known.items()
                 if role == "radio button" and other.startswith(name.rsplit(": ", 1)[0] + ": ")]
        for _ in range(200):
            if has_state(target, Atspi.StateType.FOCUSED):
                return target
            inside = target in group and any(has_state(n, Atspi.StateType.FOCUSED) for n in group)
            press("Down" if inside else "Tab")
            time.sleep(0.02)
        raise NotFound(f"“{name}” cannot be reached with the keyboard")

    def choose(self, name):
        """Presses a radio button or a check box, which only the keyboard can."""
        target = self.reach(name)
        if not has_state(target, Atspi.StateType.CHECKED):
            press("space")
        wait_for(lambda: has_state(target, Atspi.StateType.CHECKED), f"“{name}” to be chosen")

    def audit(self):
        """Names of what takes the focus here that a screen reader could not speak."""
        bad = []
        names = []
        for node in self.all():
            if not node.get_state_set().contains(Atspi.StateType.FOCUSABLE):
                continue
            name = node.get_name() or ""
            names.append(name)
            if BAD_NAME.search(name):
                bad.append(f"{node.get_role_name()} “{name}”")
        self.seen[self.heading()] = names
        return bad


def text_of(node):
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, Atspi.Text.get_character_count(text)) if text is not None else ""
