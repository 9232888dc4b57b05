#!/usr/bin/python3
# hardened.py PROBE PROGRAM… - what the compiler and the linker were asked for is in the programs
#
# Read from the files with readelf, never from the flags. PROBE is fortified.c.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import re
import signal
import subprocess
import sys

PROTECTION = ["-fstack-protector-strong", "-fstack-clash-protection", "-ftrivial-auto-var-init=zero", "-fzero-call-used-regs=used-gpr",
              "-fno-strict-aliasing"]


def readelf(option, program):
    return subprocess.run(["readelf", "-W", option, program], check=True, capture_output=True, text=True,
                          env={"LC_ALL": "C", "PATH": "/usr/bin:/bin"}).stdout


def segments(program):
    """(type, flags) of each program header, as R, W and E."""
    for line in readelf("-l", program).splitlines():
        found = re.match(r"\s+(LOAD|GNU_STACK|GNU_RELRO)\s+((?:0x\w+\s+){5})([RWE ]{3})", line)
        if found:
            yield found.group(1), found.group(3).replace(" ", ""), found.group(2).split()


def has_separate_code(program):
    """Nothing is both written and run, and no page of the file that is run also holds data."""
    loads = [(flags, int(numbers[0], 16), int(numbers[3], 16)) for kind, flags, numbers in segments(program) if kind == "LOAD"]
    run = [(start // 4096, (start + size - 1) // 4096) for flags, start, size in loads if "E" in flags]
    others = [(start // 4096, (start + size - 1) // 4096) for flags, start, size in loads if "E" not in flags]
    apart = all(last < first2 or last2 < first for first, last in run for first2, last2 in others)
    return len(run) == 1 and apart and not any("W" in flags and "E" in flags for flags, _, _ in loads)


def imports(program):
    return re.findall(r"UND (\w+)", readelf("--dyn-syms", program))


def ours(program):
    """Of each of our source files in the program: its name and how it was compiled."""
    dump = subprocess.run(["readelf", "-W", "--debug-dump=info", "--dwarf-depth=1", program], check=True, capture_output=True, text=True).stdout
    for unit in re.split(r"DW_TAG_compile_unit", dump)[1:]:
        producer = re.search(r"DW_AT_producer\s*:(?: \(.*?\):)? (.*)", unit)
        name = re.search(r"DW_AT_name\s*:(?: \(.*?\):)? (.*)", unit)
        if producer and name and name.group(1).strip().endswith(".c"):
            yield name.group(1).strip(), producer.group(1)


def look_at(program):
    name = pathlib.Path(program).name
    dynamic = readelf("-d", program)
    kinds = {kind: flags for kind, flags, _ in segments(program) if kind != "LOAD"}
    yield "Position-Independent Executable" in readelf("-h", program), f"{name} is position-independent"
    yield "BIND_NOW" in dynamic and "TEXTREL" not in dynamic, f"{name} is bound at the start"
    yield "GNU_RELRO" in kinds, f"{name} has tables that become read-only"
    yield kinds.get("GNU_STACK") == "RW", f"{name} has a stack that is not run"
    yield has_separate_code(program), f"{name} keeps code and data apart"
    yield "__stack_chk_fail" in imports(program), f"{name} watches its stack"
    yield not re.search("RPATH|RUNPATH", dynamic), f"{name} looks for libraries nowhere else"
    units = list(ours(program))
    wanted = PROTECTION + (["-fcf-protection"] if "X86-64" in readelf("-h", program) else [])
    weak = [f"{file}: {flag}" for file, producer in units if "GNU C" in producer for flag in wanted if flag not in producer]
    yield len(units) > 20 and not weak, f"{name}: each of {len(units)} source files has all of the compiler's protection {weak[:3] or ''}"


def main():
    probe, *programs = sys.argv[1:]
    checks = [check for program in programs for check in look_at(program)]
    checks.append((any(re.fullmatch(r"__(?!stack)\w+_chk", symbol) for symbol in imports(programs[-1])),
                   f"{pathlib.Path(programs[-1]).name} calls functions that know how much room there is"))
    small = subprocess.run([probe, "8", "fits"], capture_output=True)
    checks.append((small.returncode == 0 and small.stdout == b"fits\n", "what fits is written"))
    large = subprocess.run([probe, "8", "does not fit"], capture_output=True)
    checks.append((large.returncode == -signal.SIGABRT and "__memcpy_chk" in imports(probe), "what does not fit ends the program"))
    print(f"1..{len(checks)}")
    for number, (good, what) in enumerate(checks, 1):
        print(f"{'ok' if good else 'not ok'} {number} {what}")
    return 0 if all(good for good, _ in checks) else 1


if __name__ == "__main__":
    sys.exit(main())
