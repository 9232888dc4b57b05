# save_trace.py - runs a save under strace and reads the trace
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import signal
import subprocess

OLD, OLD_SIZE = "o", 30000
NEW, NEW_SIZE = "n", 70001  # longer than a piece of reading back, so that there are two
PATIENCE = 60  # seconds after which a save is said to hang
MARK = "/the-save-begins"
UNSYNCED = 16  # 10 + PANAH_SAVE_ERROR_UNSYNCED

old = OLD.encode() * OLD_SIZE
new = NEW.encode() * NEW_SIZE

# how it is saved, which files are there before, whether the disk knows files without names
SCENARIOS = {
    "new": ("file", [], True),
    "existing": ("known", ["case.pnh"], True),
    "named": ("known", ["case.pnh"], False),
    "set-new": ("set", [], True),
    "set-new-named": ("set", [], False),
    "set-existing": ("set", ["a", "b"], True),
}


class Place:
    """A folder in which a scenario takes place, made anew for each run."""

    def __init__(self, root, scenario):
        self.how, self.before, self.unnamed = SCENARIOS[scenario]
        self.is_set = self.how == "set"
        self.folder = os.path.join(root, "out")
        self.names = ["a", "b"] if self.is_set else ["case.pnh"]
        self.made = self.is_set and not self.before  # the save makes the folder

    def prepare(self):
        if os.path.isdir(self.folder):
            for name in os.listdir(self.folder):
                os.unlink(os.path.join(self.folder, name))
            os.rmdir(self.folder)
        if not self.made:
            os.mkdir(self.folder)
        for name in self.before:
            with open(os.path.join(self.folder, name), "wb") as file:
                file.write(old)

    def command(self):
        path = self.folder if self.is_set else os.path.join(self.folder, "case.pnh")
        return [os.environ["PANAH_SAVE_ONCE"], self.how, path, NEW, str(NEW_SIZE)]

    def run(self, options, log="/dev/null"):
        """Returns the exit status; negative for a signal; None if it does not come to an end."""
        command = ["strace", "-o", log, *options]
        if not self.unnamed:
            command += ["-E", "LD_PRELOAD=" + os.environ["PANAH_BAD_DISK"], "-E", "PANAH_TEST_NO_TMPFILE=1"]
        command += self.command()
        # a group of its own, for whoever kills strace alone leaves the program running
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True) as run:
            try:
                return run.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                os.killpg(run.pid, signal.SIGKILL)
                return None

    def run_plainly(self):
        return subprocess.run(self.command(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              check=False).returncode

    def states(self):
        """Of each file: None (not there), "old", "new", or "LOST"."""
        result = []
        for name in self.names:
            try:
                with open(os.path.join(self.folder, name), "rb") as file:
                    data = file.read()
                result.append("old" if data == old else "new" if data == new else "LOST")
            except FileNotFoundError:
                result.append(None)
        return result

    def litter(self):
        return sorted(set(os.listdir(self.folder)) - set(self.names)) if os.path.isdir(self.folder) else []


def cannot_trace():
    """Returns why nothing can be traced or injected here, or None."""
    try:
        status = subprocess.run(["strace", "-o", "/dev/null", "-e", "inject=chdir:error=EIO", "sh", "-c", "cd / || exit 7"],
                                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode
    except FileNotFoundError:
        return "strace is not installed"
    return None if status == 7 else "strace cannot inject faults here"


CALL = re.compile(r"^(\w+)\((.*)\)\s+= (-?\d+|\?)")


def read_calls(log):
    """Returns (name, arguments, result, how many of that name so far) of each system call of the save itself."""
    counts, calls, begun = {}, [], False
    with open(log, encoding="latin-1") as lines:
        for line in lines:
            match = CALL.match(line)
            if not match or match[1] in ("exit_group", "execve"):
                continue
            name = match[1]
            counts[name] = counts.get(name, 0) + 1
            if MARK in match[2]:
                begun = True
            elif begun:
                calls.append((name, match[2], -1 if match[3] == "?" else int(match[3]), counts[name]))
    return calls
