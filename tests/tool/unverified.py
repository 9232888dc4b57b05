#!/usr/bin/python3
# unverified.py TOOL PACK SAMPLE - rules that nobody vouches for say so at the foot of every page, and change nothing else
#
# SPDX-License-Identifier: GPL-3.0-or-later

import collections
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

NOTICES = {"ru": "Составлено по правилам, которые не входят в программу и никем не подписаны",
           "en": "Made by rules that did not come with the program and that nobody has signed"}
RENDER = ["--on", "2026-11-24", "--odt"]


def pages(pdf):
    text = subprocess.run(["pdftotext", "-raw", pdf, "-"], check=True, capture_output=True).stdout.decode()
    return [" ".join(page.split()) for page in text.split("\f")[:-1]]


def run(tool, packs, *arguments):
    return subprocess.run([tool, *arguments], capture_output=True, text=True, env=os.environ | {"PANAH_PACK_PATH": str(packs)})


def language_of(pdf):
    return pdf.name.split(".")[-2]


def added(before, after):
    """The words that a page has more, in an order that does not hang on its direction; None if it lost any"""
    before, after = collections.Counter(before.split()), collections.Counter(after.split())
    return None if before - after else " ".join(sorted((after - before).elements()))


def main():
    if shutil.which("pdftotext") is None:
        print("1..0 # SKIP pdftotext is not here")
        return 0
    tool, pack, sample = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
    checks = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(pack, folder / "packs" / pack.name)
        facts = folder / "packs" / pack.name / "facts.json"
        facts.write_text(facts.read_text() + "\n")
        calm = run(tool, pack.parent, "render", sample, *RENDER, "--out", folder / "calm")
        doubtful = run(tool, folder / "packs", "render", sample, *RENDER, "--out", folder / "doubtful")
        checks.append((calm.returncode == doubtful.returncode, "both are printed"))
        for pdf in sorted((folder / "calm").glob("*.pdf")):
            before, after = pages(pdf), pages(folder / "doubtful" / pdf.name)
            notices = {added(*pair) for pair in zip(before, after, strict=True)}
            notice = NOTICES.get(language_of(pdf))
            wanted = " ".join(sorted(notice.split())) if notice else next(iter(notices))
            checks.append((bool(wanted) and not any(notice and notice in page for page in before),
                           f"{pdf.name}: no notice by the rules that came with the program"))
            checks.append((notices == {wanted},
                           f"{pdf.name}: one notice on each of {len(after)} pages, and otherwise the same words"))
        for odt in sorted((folder / "doubtful").glob("*.odt")):
            shown = subprocess.run(["unzip", "-p", odt, "styles.xml"], capture_output=True, text=True).stdout
            checks.append((NOTICES["ru"] in shown, f"{odt.name}: the notice is at its foot"))
        checks.append((len(checks) > 20, "all papers were looked at"))
        listed, kept = run(tool, folder / "packs", "packs"), run(tool, pack.parent, "packs")
        checks.append(("not verified" in next(line for line in listed.stdout.splitlines() if line.startswith(pack.name)), "the list of rules says so"))
        checks.append(("not verified" not in kept.stdout, "not of those that came with the program"))
        checked, shipped = run(tool, pack.parent, "check-pack", folder / "packs" / pack.name), run(tool, pack.parent, "check-pack", pack)
        checks.append((f"{pack.name}: not verified" in checked.stderr, "check-pack says so"))
        checks.append((f"{pack.name}: shipped" in shipped.stderr, "and knows those that came with the program"))
    print(f"1..{len(checks)}")
    for number, (good, what) in enumerate(checks, 1):
        print(f"{'ok' if good else 'not ok'} {number} {what}")
    return 0 if all(good for good, _ in checks) else 1


if __name__ == "__main__":
    sys.exit(main())
