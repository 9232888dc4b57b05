#!/usr/bin/python3
# save_power.py - after a power cut at any moment of a save, a file is the old one or the new one
#
# The system calls of a save are recorded. For each moment, the disks are made up that a power cut may then leave behind:
# a file system has to keep only what it was told to force to the disk, in whatever order it likes.
#
# - What was written and not forced may be missing, zero, half there or all there.
# - Each change of a folder that was not forced may be there or not, whatever the others are; but each is there as a whole.
# - A file that was forced to the disk while it had no name may be thrown away as one that nobody wants, unless it was
#   forced once more after it got a name (file systems without a journal).
#
# After the save has said that it is done, the new file has to be there on all of these disks. Last, steps are left out of
# the recording, to see that then files are found to be lost.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import itertools
import os
import sys
import tempfile

import save_trace as trace


class File:
    def __init__(self, data=b"", nameless=False):
        self.data = data
        self.forced = True    # all of data is on the disk
        self.wanted = True    # as far as the disk knows
        self.nameless = nameless

    def versions(self):
        """What a power cut may leave of it; None: the file itself is gone."""
        size = len(self.data)
        half = self.data[:size // 2]
        result = [self.data] if self.forced else [self.data, b"", bytes(size), half, half + bytes(size - len(half))]
        return result if self.wanted else [*result, None]


class Folder:
    def __init__(self):
        self.entries = {}   # on the disk: name -> File or Folder
        self.pending = []   # changes that are not, in order: (name that goes, name that comes, what it is of)


def apply(entries, change):
    """Changes @entries. A new name is there even if the disk never had the one that the file had in the meantime."""
    removed, added, what = change
    entries.pop(removed, None)
    if added:
        entries[added] = what


def variants(folder):
    """Yields what may stand in a folder after a power cut."""
    for kept in itertools.product([False, True], repeat=len(folder.pending)):
        entries = dict(folder.entries)
        for keep, change in zip(kept, folder.pending):
            if keep:
                apply(entries, change)
        yield entries


class Disk:
    """What is on the disk and what is not yet, from the recorded calls."""

    def __init__(self, place):
        self.parent, self.folder = Folder(), Folder()
        self.parent_path, self.folder_path = os.path.dirname(place.folder), place.folder
        if not place.made:
            self.parent.entries["out"] = self.folder
        self.old = {name: File(trace.old) for name in place.before}
        self.folder.entries.update(self.old)
        self.open = {}      # descriptor -> File or Folder
        self.known = dict(self.old)  # as the program sees the folder: name -> File

    def do(self, name, arguments, result):
        handler = getattr(self, "do_" + name, None)
        if handler and result >= 0:
            handler(arguments, result)

    def do_mkdir(self, arguments, result):
        self.parent.pending.append((None, "out", self.folder))

    def do_openat(self, arguments, result):
        directory, path, flags = arguments[0], arguments[1].strip('"'), arguments[2]
        if path == self.folder_path:
            self.open[result] = self.folder
        elif path == self.parent_path:
            self.open[result] = self.parent
        elif "O_TMPFILE" in flags:
            self.open[result] = File(nameless=True)
        elif "O_CREAT" in flags:
            self.open[result] = self.known[path] = File()
            self.folder.pending.append((None, path, self.open[result]))
        else:
            self.open[result] = None

    def do_write(self, arguments, result):
        file = self.open[int(arguments[0])]
        text = arguments[1].strip('"')
        assert len(text) >= result, "the trace cuts what is written short"
        file.data += text[:result].encode()
        file.forced = False

    def do_fsync(self, arguments, result):
        target = self.open[int(arguments[0])]
        if isinstance(target, Folder):
            for change in target.pending:
                apply(target.entries, change)
            target.pending = []
        else:
            target.forced = True
            target.wanted = not target.nameless

    def do_linkat(self, arguments, result):
        file = self.open[int(arguments[1].strip('"').rsplit("/", 1)[1])]
        name = arguments[3].strip('"')
        file.nameless = False
        self.known[name] = file
        self.folder.pending.append((None, name, file))

    def do_renameat(self, arguments, result):
        before, after = arguments[1].strip('"'), arguments[3].strip('"')
        self.known[after] = self.known.pop(before)
        self.folder.pending.append((before, after, self.known[after]))

    do_renameat2 = do_renameat

    def do_unlinkat(self, arguments, result):
        self.folder.pending.append((arguments[1].strip('"'), None, None))

    def do_close(self, arguments, result):
        self.open.pop(int(arguments[0]), None)

    def remains(self, name):
        """Yields what may be found under @name after a power cut: contents, or None."""
        for above in variants(self.parent):
            for entries in variants(self.folder) if "out" in above else [{}]:
                yield from entries[name].versions() if name in entries else [None]


def replay(place, calls):
    """Returns (number of disks, descriptions of those on which a file is lost)."""
    disk, lost, n_disks = Disk(place), [], 0
    allowed = {trace.new, trace.old if place.before else None}
    for index in range(len(calls) + 1):
        done = index == len(calls)
        for name in place.names:
            for contents in disk.remains(name):
                n_disks += 1
                if contents not in ({trace.new} if done else allowed):
                    what = "nothing" if contents is None else "the old one" if contents == trace.old else f"{len(contents)} bytes"
                    after = "the save" if done else calls[index - 1][0] if index else "nothing"
                    lost.append(f"{name}: after {after} {what} is found")
        if not done:
            name, arguments, result, _ = calls[index]
            disk.do(name, arguments.split(", "), result)
    return n_disks, lost


def without(calls, what):
    """The recording without the calls that @what is true of: (name, first argument, how many of that name before)."""
    result, counts = [], {}
    for call in calls:
        counts[call[0]] = counts.get(call[0], 0) + 1
        if not what(call[0], call[1].split(", ")[0], counts[call[0]]):
            result.append(call)
    return result


# what is left out, in which scenario: then files have to be found to be lost
OMISSIONS = [
    ("nothing-is-forced", "existing", lambda name, file, number: name == "fsync"),
    ("file-is-not-forced", "named", lambda name, file, number: name == "fsync" and number == 1),
    ("folder-is-not-forced", "existing", lambda name, file, number: name == "fsync" and number == 3),
    ("file-is-not-forced-again", "existing", lambda name, file, number: name == "fsync" and number == 2),
    ("folder-above-is-not-forced", "set-new", lambda name, file, number: name == "fsync" and number == 6),
    ("second-file-is-not-forced", "set-existing", lambda name, file, number: name == "fsync" and number in (2, 4)),
]


def main():
    print(f"1..{len(trace.SCENARIOS) + len(OMISSIONS)}")
    names = [f"power/{scenario}" for scenario in trace.SCENARIOS] + [f"power/left-out/{name}" for name, _, _ in OMISSIONS]
    reason = trace.cannot_trace()
    if reason:
        for number, name in enumerate(names, 1):
            print(f"ok {number} {name} # SKIP {reason}")
        return 0

    recorded, failed = {}, 0
    with tempfile.TemporaryDirectory(prefix="panah-power-") as root:
        for scenario in trace.SCENARIOS:
            place, log = trace.Place(root, scenario), os.path.join(root, "log")
            place.prepare()
            if place.run(["-s", str(trace.NEW_SIZE)], log) != 0:
                sys.exit("a save without faults fails")
            recorded[scenario] = place, trace.read_calls(log)

    results = [replay(*recorded[scenario]) for scenario in trace.SCENARIOS]
    judged = [(not lost, n_disks, lost) for n_disks, lost in results]
    for _, scenario, what in OMISSIONS:
        place, calls = recorded[scenario]
        n_disks, lost = replay(place, without(calls, what))
        judged.append((bool(lost), n_disks, lost))
    for number, (name, (passed, n_disks, lost)) in enumerate(zip(names, judged), 1):
        print(f"{'ok' if passed else 'not ok'} {number} {name}")
        print(f"# {n_disks} disks after a power cut, {len(lost)} lost" + (f", first {lost[0]}" if lost else ""))
        failed += not passed
    return 1 if failed else 0


sys.exit(main())
