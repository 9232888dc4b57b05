#!/usr/bin/python3
# kill_render.py TOOL CASE - `panah-tool render` is killed at random moments: each paper is there whole or not at all
#
# Half of the kills fall into the saving, as far as that can be told from its beginning. PANAH_TEST_LONG=1: 200 kills.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

N_KILLS = 200 if os.environ.get("PANAH_TEST_LONG") == "1" else 12
HIDDEN = re.compile(r"^\.(.+)\.[0-9a-f]{8}\.tmp$")


def read(folder):
    contents = {}
    for name in os.listdir(folder) if os.path.isdir(folder) else []:
        with open(os.path.join(folder, name), "rb") as file:
            contents[name] = file.read()
    return contents


def start(tool, case, out):
    return subprocess.Popen([tool, "render", case, "--on", "2026-11-24", "--out", out], stdout=subprocess.DEVNULL,
                            stderr=subprocess.DEVNULL)


def kill(tool, case, out, moment, on_saving):
    """Kills a run after @moment seconds, counted from when the folder appears if @on_saving. Returns: whether it was."""
    with start(tool, case, out) as run:
        while on_saving and run.poll() is None and not os.path.isdir(out):
            pass
        time.sleep(moment)
        run.kill()
    return run.returncode < 0


def main(tool, case):
    seed = random.randrange(1 << 32)
    dice = random.Random(seed)
    wrong, n_killed, n_partly, n_hidden = [], 0, 0, 0
    with tempfile.TemporaryDirectory(prefix="panah-kill-") as root:
        out = os.path.join(root, "out")
        before = time.monotonic()
        with start(tool, case, out) as run:
            while run.poll() is None and not os.path.isdir(out):
                pass
            saving = time.monotonic()
        total, saving_takes = saving - before, time.monotonic() - saving
        whole = read(out)
        if run.returncode not in (0, 1) or not whole:
            sys.exit("render without a kill fails")

        for index in range(N_KILLS):
            shutil.rmtree(out, ignore_errors=True)
            on_saving = index % 2 == 0
            n_killed += kill(tool, case, out, dice.random() * (saving_takes if on_saving else total), on_saving)
            found = read(out)
            papers = {name: data for name, data in found.items() if not name.startswith(".")}
            n_partly += 0 < len(papers) < len(whole)
            n_hidden += len(found) - len(papers)
            wrong += [f"kill {index}: {name}" for name, data in papers.items() if whole.get(name) != data]
            wrong += [f"kill {index}: {name}" for name in found.keys() - papers.keys()
                      if not HIDDEN.match(name) or HIDDEN.match(name)[1] not in whole]
        shutil.rmtree(out, ignore_errors=True)

    print(f"1..1\n{'not ok' if wrong or not n_killed else 'ok'} 1 kill-render")
    print(f"# seed {seed}: {n_killed} of {N_KILLS} runs killed, {n_partly} with some of the papers, {n_hidden} hidden files, "
          f"{len(wrong)} files damaged")
    for line in wrong[:20]:
        print(f"# {line}")
    return 1 if wrong or not n_killed else 0


sys.exit(main(*sys.argv[1:]))
