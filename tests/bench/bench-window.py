#!/usr/bin/python3
# bench-window.py PANAH EMPTY FIRST-FRAME PAGES [ROUNDS] - how soon the window is there, and how soon it answers
#
# PANAH and EMPTY, a window with nothing in it, are started by turns, until their first frame is on the screen: Panah's is
# the first page, on which everything can be pressed. PAGES measures what happens inside.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import re
import statistics
import subprocess
import sys
import time

AT_MOST = 1.15  # of the empty window, what is asked for


def measure(program, hook):
    start = time.monotonic()
    environment = os.environ | {"LD_PRELOAD": hook, "FIRST_FRAME_FROM": f"{start:.6f}"}
    done = subprocess.run([program], env=environment, capture_output=True, text=True)
    return [float(number) for number in re.search(r"first frame: (\S+) ms, CPU (\S+) ms", done.stderr).groups()]


def main():
    panah, empty, hook, pages = sys.argv[1:5]
    rounds = int(sys.argv[5]) if len(sys.argv) > 5 else 15
    os.environ.pop("G_DEBUG", None)  # which makes memory slower than it is
    times = {empty: [], panah: []}
    for program in times:
        measure(program, hook)  # the first one reads from the disk and starts what is on the bus
    for _ in range(rounds):
        for program in times:
            times[program].append(measure(program, hook))
    print(f"| to the first frame, {rounds} times by turns, medians | empty window | Panah | |\n|---|---|---|---|")
    for i, what in enumerate(("wall", "CPU")):
        ours, theirs = (statistics.median(round[i] for round in times[program]) for program in (panah, empty))
        print(f"| {what} | {theirs:.0f} ms | {ours:.0f} ms | {ours / theirs:.2f}× (asked for: {AT_MOST}×) |")
    print(f"Load of the machine: {os.getloadavg()[0]:.1f}.\n", flush=True)
    return subprocess.run([pages]).returncode


if __name__ == "__main__":
    sys.exit(main())
