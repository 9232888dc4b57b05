#!/usr/bin/python3
# run.py BUILD [SECONDS [NAME…]] - runs the fuzzers of a build with -Dfuzz=true, SECONDS each (60)
#
# They begin with what stands in tests/fuzz/corpus and with the cases and packs of this tree. What they find goes to
# BUILD/fuzz/NAME; a crash is kept in BUILD/fuzz and named. Ends with a TAP line for each.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
XA = ROOT / "tests" / "packs" / "xa"
NAMES = ["container", "case", "pack", "command-line"]
LONGEST = {"container": 200_000, "case": 20_000, "pack": 60_000, "command-line": 300}
COMMANDS = [
    "packs", "check-pack\n.", "plan\ncase.json", "plan\ncase.json\n--on\n2026-11-24\n--json", "plan\n-\n--why",
    "render\ncase.json\n--out\nout\n--document\nform\n--language\nru\n--odt", "batch\n.\n--out\nout\n--jobs\n2",
    "seal\ncase.json\nfile.pnh\n--passphrase-fd\n0", "unseal\nfile.pnh\n--attachments\nout", "verify\nfile.pnh", "--help",
]


def cases():
    for folder in (ROOT / "data" / "samples", ROOT / "tests" / "fixtures" / "schema", XA / "cases"):
        yield from sorted(folder.glob("*.json"))


def seeds(name):
    if name == "case":
        yield from (path.read_bytes() for path in cases())
    elif name == "container":
        for path in sorted((ROOT / "tests" / "fixtures" / "case-file").glob("*.pnh")):
            yield b"\0" + path.read_bytes()
        yield from (b"\1" + bytes([at % 256, at // 256, 0, value]) for at in (8, 10, 11, 12, 13, 16, 20, 24, 112) for value in (0, 1, 2, 255))
        for path in cases():
            text = path.read_bytes()
            head = len(text).to_bytes(4, "little")
            yield b"\2" + head + b"\0\0\0\0" + text
            yield b"\2" + head + b"\1\0\0\0" + text + b"\1\5\0\0\3\0\0\0a.pdf123"
    elif name == "pack":
        # which file a number means is the order of the folder; so each file is offered under several numbers
        for i, path in enumerate(sorted(XA.rglob("*.*"))):
            yield from (bytes([(i + shift) % 64]) + path.read_bytes() for shift in range(0, 64, 7))
    else:
        yield from (command.encode() for command in COMMANDS)


def run(build, name, seconds):
    found = build / "fuzz" / name
    start = build / "fuzz" / (name + "-seeds")
    for folder in (found, start):
        folder.mkdir(parents=True, exist_ok=True)
    for i, seed in enumerate(seeds(name)):
        (start / f"{i:04}").write_bytes(seed)
    kept = HERE / "corpus" / name
    command = [build / "tests" / "fuzz" / ("fuzz-" + name), f"-max_total_time={seconds}", f"-max_len={LONGEST[name]}", "-timeout=25",
               "-rss_limit_mb=4096", "-print_final_stats=1", f"-artifact_prefix={build}/fuzz/{name}-", found, start]
    if kept.is_dir():
        command.append(kept)
    environment = dict(os.environ, LC_ALL="C.UTF-8", ASAN_OPTIONS="detect_leaks=1:abort_on_error=1", UBSAN_OPTIONS="halt_on_error=1",
                       LSAN_OPTIONS=f"suppressions={ROOT}/tests/support/lsan.supp:print_suppressions=0")
    done = subprocess.run([str(part) for part in command], capture_output=True, env=environment, start_new_session=True)
    said = done.stderr.decode(errors="replace")
    runs = re.search(r"number_of_executed_units: (\d+)", said)
    return done.returncode == 0, int(runs.group(1)) if runs else 0, said


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    seconds = int(sys.argv[2]) if len(sys.argv) > 2 else 60
    names = sys.argv[3:] or NAMES
    failed = 0
    print(f"1..{len(names)}")
    for i, name in enumerate(names, 1):
        ok, runs, said = run(build, name, seconds)
        failed += not ok
        print(f"{'ok' if ok else 'not ok'} {i} fuzz {name}: {runs:,} runs in {seconds} s", flush=True)
        if not ok:
            print("\n".join("# " + line for line in said.splitlines()[-60:]))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
