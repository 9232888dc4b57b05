# bus.py - the window as screen.py has it, asked for in few questions instead of some hundred
#
# A screen reader walks from node to node, and each step is some questions to the program. The cache of the accessibility
# bus gives all nodes at once that somebody has walked to: what has to be quick looks there. That one can walk is tried in
# keep.py and presence.py.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import ast
import functools
import time

from screen import BAD_NAME, Atspi, GLib, NotFound, Screen, press, wait_for

from gi.repository import Gio  # noqa: E402

ROOT = "/org/a11y/atspi/accessible/root"
MOST_KEYS = 60


def open_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION, None)
    address = session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, -1, None).unpack()[0]
    flags = Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
    return Gio.DBusConnection.new_for_address_sync(address, flags, None, None)


@functools.lru_cache(4096)
def read_text(text):
    return ast.literal_eval(text)


def read(answer):
    """unpack() asks for each of thousands of parts by itself. The text of a variant of words and numbers is Python's, too."""
    return read_text(answer.print_(False))


@functools.lru_cache(4096)
def read_node(text):
    return Node(ast.literal_eval(text))


def read_nodes(answer):
    """Most of them are as they were when one looked last."""
    items = answer.get_child_value(0)
    return [read_node(items.get_child_value(i).print_(False)) for i in range(items.n_children())]


class Node:
    def __init__(self, item):
        (_, self.path), _, _, _, self.n_children, _, self.name, role, _, (low, high) = item
        self.states = low | high << 32
        self.role = Atspi.role_get_name(Atspi.Role(role))

    def get_name(self):
        return self.name

    def get_role_name(self):
        return self.role

    def has(self, *states):
        return all(self.states >> int(state) & 1 for state in states)


def in_order(children):
    """Paths as one would walk from the top level down."""
    waiting, ordered = [ROOT], []
    while waiting:
        ordered.append(waiting.pop())
        waiting += reversed(children.get(ordered[-1], []))
    return ordered


class QuickScreen(Screen):
    """Types and presses over the bus; what can only be chosen with a key is chosen with keys."""

    def __init__(self, name):  # pylint: disable=super-init-not-called
        self.name, self.known, self.seen, self.children, self.title = name, {}, {}, {}, None
        self.bus = open_bus()
        self.owner = wait_for(self.find, f"the program {name}", 60)
        wait_for(self.heading, "its first page", 60)

    def ask(self, owner, path, interface, method, arguments=None, how=GLib.Variant.unpack):
        return how(self.bus.call_sync(owner, path, interface, method, arguments, None, 0, 20000, None))

    def find(self):
        def ask(method, arguments=None):
            return self.ask("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", method, arguments)[0]
        for owner in ask("ListNames"):
            try:
                process = ask("GetConnectionUnixProcessID", GLib.Variant("(s)", (owner,)))
                with open(f"/proc/{process}/comm", encoding="utf-8") as file:
                    if file.read().strip() == self.name:
                        return owner
            except (GLib.Error, OSError):
                pass  # gone meanwhile
        return None

    def ask_children(self, paths):
        """All at once: an answer takes less than the way to it."""
        children, left = {}, len(paths)

        def take(bus, result, path):
            nonlocal left
            left -= 1
            try:
                children[path] = [child for _, child in read(bus.call_finish(result))[0]]
            except GLib.Error:
                children[path] = []  # went meanwhile
        for path in paths:
            self.bus.call(self.owner, path, "org.a11y.atspi.Accessible", "GetChildren", None, None, 0, 20000, None, take, path)
        while left > 0:
            GLib.MainContext.default().iteration(True)
        return children

    def get_items(self):
        nodes = self.ask(self.owner, "/org/a11y/atspi/cache", "org.a11y.atspi.Cache", "GetItems", how=read_nodes)
        return {node.path: node for node in nodes}

    def changed(self, found):
        """Of whom it is not known any more who is below. (What hides one and shows another says forget().)"""
        for path, node in found.items():
            known = self.children.get(path, ())
            if path == ROOT or len(known) != node.n_children or not all(child in found for child in known):
                yield path

    def all(self):
        """The cache also holds what is hidden, and not yet what nobody has walked to."""
        try:
            found = self.get_items()
            self.children = {path: known for path, known in self.children.items() if path in found}
            self.children.update(self.ask_children(list(self.changed(found))))
            ordered = in_order(self.children)
            while new := [path for path in ordered if path not in found and path not in self.children]:
                self.children.update(self.ask_children(new))
                ordered = in_order(self.children)
            if any(path not in found for path in ordered):
                found = self.get_items()
            return [found[path] for path in ordered if path in found]
        except GLib.Error:
            return []  # not there yet, or busy; who asks asks again

    def forget(self):
        self.known, self.children, self.title = {}, {}, None

    def get_fresh(self, name, role=None):
        """What is shown where something else was."""
        def look():
            self.forget()
            return self.look_for(name, role)
        return wait_for(look, f"“{name}”")

    def look_for(self, name, role=None):
        if (name, role) not in self.known:
            self.known = {}
            for node in self.all():
                self.known.setdefault((node.name, node.role), node)
                self.known.setdefault((node.name, None), node)
        return self.known.get((name, role))

    def heading(self):
        """A page takes its heading along when it goes."""
        try:
            if self.title is not None:
                self.ask(self.owner, self.title.path, "org.a11y.atspi.Accessible", "GetRole")
                return self.title.name
        except GLib.Error:
            pass  # gone
        self.title = next((node for node in self.all() if node.role == "heading"), None)
        return self.title.name if self.title is not None else None

    def page(self):
        return self.title.path if self.heading() is not None else None

    def audit(self):
        nodes = [node for node in self.all() if node.has(Atspi.StateType.FOCUSABLE)]
        self.seen[self.heading()] = [node.name for node in nodes]
        return [f"{node.role} “{node.name}”" for node in nodes if BAD_NAME.search(node.name)]

    def act(self, what, name, role, interface, method, arguments):
        for _ in range(3):
            try:
                if self.ask(self.owner, self.get(name, role).path, interface, method, arguments)[0]:
                    return
            except GLib.Error:
                pass  # went with its page
            self.known = {}
        raise NotFound(f"“{name}” cannot be {what}")

    def click(self, name):
        self.act("pressed", name, "push button", "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (0,)))
        self.known = {}

    def press_last(self, name):
        """Presses what ends the program, which then answers no more."""
        node = self.get(name)
        try:
            self.ask(self.owner, node.path, "org.a11y.atspi.Action", "DoAction", GLib.Variant("(i)", (0,)))
        except GLib.Error:
            pass

    def type(self, name, text):
        self.act("written into", name, "text", "org.a11y.atspi.EditableText", "SetTextContents", GLib.Variant("(s)", (text,)))

    def reach(self, name, role=None):
        """As many steps at once as the order of the nodes tells; if that was not right, for the window has buttons that no
        key comes to, nearer and nearer."""
        group, steps = name.rsplit(": ", 1)[0] + ": ", 0
        for tried in range(MOST_KEYS):
            stops = [node for node in self.all() if node.has(Atspi.StateType.FOCUSABLE, Atspi.StateType.SENSITIVE)]
            target = next((i for i, node in enumerate(stops) if node.name == name and role in (None, node.role)), None)
            here = next((i for i, node in enumerate(stops) if node.has(Atspi.StateType.FOCUSED)), 0)
            if target is None:
                raise NotFound(f"“{name}”")
            if here == target and steps < 2:
                return stops[target]
            if here == target:
                steps = 0  # more keys may be on their way, and lead past it: looks once more
                time.sleep(0.05)
                continue
            inside = all(node.role == "radio button" and node.name.startswith(group) for node in (stops[here], stops[target]))
            key = ("Down" if target > here else "Up") if inside else ("Tab" if target > here else "shift+Tab")
            steps = abs(count(stops, target, inside) - count(stops, here, inside))
            steps = steps if tried == 0 else (steps + 1) // 2
            press(*[key] * steps)
            time.sleep(0.02)
        raise NotFound(f"“{name}” cannot be reached with the keyboard")

    def is_chosen(self, name):
        self.known = {}
        node = self.look_for(name)
        return node is not None and node.has(Atspi.StateType.CHECKED)

    def choose(self, name):
        if not self.reach(name).has(Atspi.StateType.CHECKED):
            press("space")
        wait_for(lambda: self.is_chosen(name), f"“{name}” to be chosen")


def count(stops, until, inside):
    """Steps from the first: a group of radio buttons is one, unless one is inside of it."""
    if inside:
        return until
    groups = [node.name.rsplit(": ", 1)[0] if node.role == "radio button" else node.path for node in stops[:until + 1]]
    return len([group for before, group in zip([None] + groups, groups) if before != group])
