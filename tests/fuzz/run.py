#!/usr/bin/python3
# run.py BUILD [SECONDS [NAME…]] - runs the fuzzers of a build with -Dfuzz=true, SECONDS each (60)
#
# They begin with what stands in tests/fuzz/corpus and with the cases and packs of this tree. What they find goes to
# BUILD/fuzz/NAME; a crash is kept in BUILD/fuzz and named. Ends with a TAP line for each.
#
# With --keep, a fuzzer that crashes goes on until its time is over, and what reaches more code than was reached before goes
# into tests/fuzz/corpus, as little of it as does. nightly does that for hours.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
XA = ROOT / "tests" / "packs" / "xa"
NAMES = ["container", "case", "pack", "command-line"]
LARGEST_KEPT = 400_000  # bytes, for each fuzzer
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
        for path in sorted([*XA.glob("*.json"), *XA.glob("documents/*.json"), *XA.glob("po/*.po")]):
            yield f"{path.relative_to(XA)}\n".encode() + path.read_bytes()
    else:
        yield from (command.encode() for command in COMMANDS)


def start(build, name, *arguments):
    environment = dict(os.environ, LC_ALL="C.UTF-8", ASAN_OPTIONS="detect_leaks=1:abort_on_error=1", UBSAN_OPTIONS="halt_on_error=1",
                       LSAN_OPTIONS=f"suppressions={ROOT}/tests/support/lsan.supp:print_suppressions=0")
    command = [build / "tests" / "fuzz" / ("fuzz-" + name), f"-max_len={LONGEST[name]}", "-timeout=25", "-rss_limit_mb=4096",
               f"-artifact_prefix={build}/fuzz/{name}-", *arguments]
    done = subprocess.run([str(part) for part in command], capture_output=True, env=environment, start_new_session=True)
    return done.returncode == 0, done.stderr.decode(errors="replace")


def prepare(build, name):
    """Folders of what it finds, of the seeds, and of what was kept."""
    found, seeded, kept = build / "fuzz" / name, build / "fuzz" / (name + "-seeds"), HERE / "corpus" / name
    shutil.rmtree(seeded, ignore_errors=True)
    for folder in (found, seeded, kept):
        folder.mkdir(parents=True, exist_ok=True)
    for i, seed in enumerate(seeds(name)):
        (seeded / f"{i:04}").write_bytes(seed)
    return found, seeded, kept


def run(build, name, seconds, keeping):
    folders = prepare(build, name)
    end, whole, runs, said = time.monotonic() + seconds, True, 0, ""
    while True:
        left = max(1, int(end - time.monotonic()))
        ok, words = start(build, name, f"-max_total_time={left}", "-print_final_stats=1", *folders)
        counted = re.search(r"number_of_executed_units: (\d+)", words)
        runs += int(counted.group(1)) if counted else 0
        if not ok:
            whole, said = False, said + "\n".join(words.splitlines()[-60:]) + "\n"
        if ok or not keeping or left == 1:
            return whole, runs, said


def keep(build, name):
    """Of everything that was found and kept, as little as reaches what the seeds do not. What has a name of its own stays."""
    found, seeded, kept = prepare(build, name)
    merged = build / "fuzz" / (name + "-merged")
    shutil.rmtree(merged, ignore_errors=True)
    shutil.copytree(seeded, merged)
    ok, said = start(build, name, "-merge=1", merged, kept, found)
    if not ok:
        sys.exit(said)
    for path in kept.iterdir():
        if re.fullmatch("[0-9a-f]{40}", path.name):
            path.unlink()
    size = 0
    for path in sorted((path for path in merged.iterdir() if not (seeded / path.name).exists()), key=lambda path: path.stat().st_size):
        size += path.stat().st_size
        if size > LARGEST_KEPT:
            break
        shutil.copy(path, kept)
    print(f"# {name}: {len(list(kept.iterdir()))} kept, {sum(path.stat().st_size for path in kept.iterdir()):,} bytes", flush=True)


def main():
    keeping = "--keep" in sys.argv
    build, *rest = (argument for argument in sys.argv[1:] if argument != "--keep")
    build, seconds, names = pathlib.Path(build).resolve(), int(rest[0]) if rest else 60, rest[1:] or NAMES
    failed = 0
    print(f"1..{len(names)}")
    for i, name in enumerate(names, 1):
        ok, runs, said = run(build, name, seconds, keeping)
        failed += not ok
        print(f"{'ok' if ok else 'not ok'} {i} fuzz {name}: {runs:,} runs in {seconds} s", flush=True)
        if said:
            print("\n".join("# " + line for line in said.splitlines()), flush=True)
        if keeping:
            keep(build, name)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
