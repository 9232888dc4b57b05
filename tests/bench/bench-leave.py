#!/usr/bin/python3
# bench-leave.py PANAH TOOL [ROUNDS] - how long Leave takes, in the awkward moments of tests/ui/keep.py
#
# From the last key, which goes to the display server itself: until that server shows no window that it showed then, and
# until the process is gone. In milliseconds of the wall, so only on a machine that does nothing else.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import ctypes
import json
import os
import pathlib
import select
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "ui"))

import keep  # noqa: E402
from presence import go_to_name  # noqa: E402
from screen import NotFound, Screen, start, wait_for  # noqa: E402

HIDDEN, GONE = 50, 500  # what is promised
NAMES = {"ctrl": "Control_L", "slash": "slash"}
VIEWABLE = 2
BETWEEN_KEYS = 0.05  # a person is not quicker, and a dialog has to close


def list_own(process):
    """The program and its child; not what slows it down."""
    try:
        own = [process] if pathlib.Path(f"/proc/{process}/comm").read_text().strip() == "panah" else []
    except OSError:
        return []  # gone meanwhile
    found = subprocess.run(["pgrep", "-P", str(process)], capture_output=True, text=True).stdout.split()
    return own + [pid for child in found for pid in list_own(int(child))]


class Attributes(ctypes.Structure):
    _fields_ = [("place", ctypes.c_int * 6), ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong), ("kind", ctypes.c_int * 4),
                ("backing", ctypes.c_ulong * 2), ("save_under", ctypes.c_int), ("colormap", ctypes.c_ulong),
                ("installed", ctypes.c_int), ("map_state", ctypes.c_int), ("rest", ctypes.c_ulong * 16)]


class Display:
    """Keys and windows as the server has them: a program that presses keys takes longer than Leave."""

    def __init__(self):
        self.x, self.keys = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        self.x.XDefaultRootWindow.restype = self.x.XStringToKeysym.restype = ctypes.c_ulong
        # a window that goes while it is asked for is no fault
        self.ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda display, error: 0)
        self.x.XSetErrorHandler(self.ignore)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(None))
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.pressed, self.shown, self.ends = 0.0, [], []

    def strike(self, name, down):
        symbol = ctypes.c_ulong(self.x.XStringToKeysym(NAMES.get(name, name).encode()))
        self.keys.XTestFakeKeyEvent(self.display, self.x.XKeysymToKeycode(self.display, symbol), int(down), ctypes.c_ulong(0))

    def press(self, *keys):
        """In the place of keep.press. What is to be seen going is looked for before."""
        for end in self.ends:
            os.close(end)
        self.ends = [os.pidfd_open(process) for process in list_own(os.getpid())]
        for key in keys:
            time.sleep(BETWEEN_KEYS)
            self.shown = self.list_shown() or self.shown
            parts = key.split("+")
            for name in parts:
                self.strike(name, True)
            for name in reversed(parts):
                self.strike(name, False)
        self.x.XSync(self.display, 0)
        self.pressed = time.monotonic()

    def is_shown(self, window):
        attributes = Attributes()
        return self.x.XGetWindowAttributes(self.display, ctypes.c_ulong(window), ctypes.byref(attributes)) and attributes.map_state == VIEWABLE

    def list_shown(self):
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self.x.XQueryTree(self.display, self.root, *(ctypes.byref(out) for out in (root, parent, children, count)))
        windows = [window for window in children[:count.value] if self.is_shown(window)] if count.value > 0 else []
        self.x.XFree(children)
        return windows


def leave_from_page(panah, _):
    process = start(panah)
    screen = Screen("panah")
    go_to_name(screen)
    keep.press("ctrl+q")
    return process


def measure(display, moment, panah, path):
    """Milliseconds until nothing is shown, and until the program is gone."""
    process = moment(panah, path)
    if not display.shown or not display.ends:
        raise NotFound("a window to be hidden")
    hidden = gone = None
    while gone is None:
        passed = (time.monotonic() - display.pressed) * 1000
        if passed > 10000:
            raise NotFound("Leave")
        if hidden is None and not any(display.is_shown(window) for window in display.shown):
            hidden = passed
        if len(select.select(display.ends, [], [], 0)[0]) == len(display.ends):
            gone = passed
    process.wait()
    return hidden if hidden is not None else gone, gone


def write_file(tool, folder):
    case = {"format": "panah-case", "schema": 1, "pack": "kz", "journey": "apply", "language": "en", "official_language": "ru",
            "facts": {"applicant.name": {"latin": {"given": keep.FIRST}}}}
    (folder / "case.json").write_text(json.dumps(case))
    read, write = os.pipe()
    os.write(write, keep.PASSPHRASE.encode())
    os.close(write)
    subprocess.run([tool, "seal", folder / "case.json", folder / "documents.pnh", "--passphrase-fd", str(read)], pass_fds=[read], check=True)
    return folder / "documents.pnh"


def main():
    panah, tool, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 3
    path = write_file(tool, pathlib.Path(os.environ["PANAH_TEST_FOLDER"]))
    display = Display()
    keep.press = display.press
    print(f"| Leave, {rounds} times each: middle and slowest | hidden (at most {HIDDEN} ms) | gone (at most {GONE} ms) |\n|---|---|---|")
    for moment, what in [(leave_from_page, "on a page"), *keep.MOMENTS]:
        times = list(zip(*(measure(display, moment, panah, path) for _ in range(rounds))))
        print(f"| {what} | " + " | ".join(f"{statistics.median(part):.0f} ms, {max(part):.0f} ms" for part in times) + " |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
