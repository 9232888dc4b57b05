#!/usr/bin/python3
# save_faults.py - a save that is killed or failed at each of its system calls loses nothing
#
# Each system call of a save is taken in turn: the program is killed there, or the call fails, once or from then on
# always. Whatever happens, a file is afterwards the old one or the new one; what the program said about it is true; and
# the next save leaves nothing lying about.
#
# PANAH_TEST_LONG=1 fails each call in each way and always saves once more; otherwise calls that have nothing to do with
# the disk (memory, clocks) fail in one, and a quota that is used up stands for no more than a disk that is full.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import collections
import concurrent.futures
import os
import sys
import tempfile

import save_trace as trace

LONG = os.environ.get("PANAH_TEST_LONG") == "1"
ERRORS = ["EIO", "ENOSPC", "EINTR"] + (["EDQUOT"] if LONG else [])
DISK = {"write", "fsync", "openat", "linkat", "renameat", "renameat2", "close", "mkdir", "pread64", "flock", "unlinkat"}
N_WORKERS = 2


def list_faults(calls):
    """Yields (system call, what is injected)."""
    for name, _, _, number in calls:
        yield name, f"signal=KILL:when={number}"
        for error in ERRORS if LONG or name in DISK else ERRORS[:1]:
            yield name, f"error={error}:when={number}"
            yield name, f"error={error}:when={number}+"


def judge(place, name, status):
    """Returns what is wrong, or None."""
    if status is None:
        return "it does not come to an end"
    states, litter = place.states(), place.litter()
    before = "old" if place.before else None
    if any(state not in (before, "new") for state in states):
        return f"lost: {states}"
    if status in (0, trace.UNSYNCED) and set(states) != {"new"}:
        return f"said to be saved ({status}), but {states}"
    if status < 0 or status == 128 + 9:
        return None
    if litter and name != "unlinkat":
        return f"left behind: {litter}"
    # the giving of several names is the one thing that cannot be taken back where something had the name
    mixed = place.is_set and place.before and name == "renameat"
    if status not in (0, trace.UNSYNCED) and set(states) != {before} and not mixed:
        return f"said to have failed ({status}), but {states}"
    return None


def try_fault(place, fault):
    name, injected = fault
    place.prepare()
    status = place.run(["-e", "trace=" + name, "-e", f"inject={name}:{injected}"])
    wrong = judge(place, name, status)
    if wrong is None and (LONG or place.litter()):
        again = place.run_plainly()
        if again != 0 or set(place.states()) != {"new"} or place.litter():
            wrong = f"the next save: {again}, {place.states()}, {place.litter()}"
    kind = "hanging" if status is None else "killed" if status < 0 else "saved" if status == 0 else "not confirmed" if status == trace.UNSYNCED else "refused"
    return kind, None if wrong is None else f"{name} {injected}: {wrong}"


def try_all(roots, scenario, faults):
    def work(index):
        place = trace.Place(roots[index], scenario)
        return [try_fault(place, fault) for fault in faults[index::N_WORKERS]]

    with concurrent.futures.ThreadPoolExecutor(N_WORKERS) as pool:
        return [result for results in pool.map(work, range(N_WORKERS)) for result in results]


def check_order(place, calls):
    """Returns what is out of order, or None: for each file the disk has it, it is read back, it gets its name; then the
    disk has the folder."""
    steps = [(name, arguments.split(", ")) for name, arguments, _, _ in calls]

    def find(wanted, file, end=len(steps)):
        return [index for index, (name, arguments) in enumerate(steps[:end]) if name == wanted and arguments[0] == file]

    folder = next(str(result) for name, _, result, _ in calls if name == "openat")
    renames = [index for index, (name, arguments) in enumerate(steps)
               if name.startswith("renameat") or name == "linkat" and arguments[3].strip('"') in place.names]
    files = {arguments[0] for name, arguments in steps if name == "write"}
    if not len(renames) == len(files) == len(place.names):
        return f"{len(files)} files written, {len(renames)} names given"
    if not any(index > renames[-1] for index in find("fsync", folder)):
        return "the folder is not forced to the disk after the last name"
    for file in files:
        written = find("write", file)[-1]
        closed = next(index for index in find("close", file) if index > written)
        fsyncs, reads = find("fsync", file, closed), find("pread64", file, closed)
        order = [written, fsyncs[0], find("fadvise64", file)[0], reads[0], reads[-1]]
        links = [index for index, (name, arguments) in enumerate(steps) if name == "linkat" and f'fd/{file}"' in arguments[1]]
        if place.unnamed and not place.before:
            order += [links[0], fsyncs[1], closed, find("fsync", folder)[-1]]
        elif place.unnamed:
            order += [links[0], fsyncs[1], closed, renames[0]]
        else:
            order += [closed, renames[0]]
        if order != sorted(order):
            return f"file {file}: {order}"
    return None


def say(number, passed, name, detail):
    print(f"{'ok' if passed else 'not ok'} {number} {name}")
    for line in detail:
        print(f"# {line}")


def main():
    print(f"1..{2 * len(trace.SCENARIOS)}")
    reason = trace.cannot_trace()
    number = failed = n_runs = 0
    with tempfile.TemporaryDirectory(prefix="panah-faults-") as root:
        roots = [os.path.join(root, str(index)) for index in range(N_WORKERS)]
        for path in roots:
            os.mkdir(path)
        for scenario in trace.SCENARIOS:
            if reason:
                for what in ("order", "faults"):
                    number += 1
                    print(f"ok {number} {what}/{scenario} # SKIP {reason}")
                continue
            place, log = trace.Place(roots[0], scenario), os.path.join(root, "log")
            place.prepare()
            if place.run([], log) != 0:
                sys.exit("a save without faults fails")
            calls = trace.read_calls(log)
            wrong = check_order(place, calls)
            number += 1
            say(number, wrong is None, f"order/{scenario}", [wrong] if wrong else [])
            failed += wrong is not None

            results = try_all(roots, scenario, list(list_faults(calls)))
            problems = [problem for _, problem in results if problem]
            kinds = collections.Counter(kind for kind, _ in results)
            n_runs += len(results)
            number += 1
            say(number, not problems, f"faults/{scenario}",
                [f"{len(results)} runs at {len(calls)} system calls, {len(problems)} lost: {dict(kinds)}", *problems[:20]])
            failed += bool(problems)
    print(f"# {n_runs} runs in all, {failed} scenarios failed")
    return 1 if failed else 0


sys.exit(main())
