#!/usr/bin/python3
# printed.py TOOL PACK… - every document of every journey, in each of its languages while nothing is answered
#
# Nothing may fail, and no English word may be left on a paper in another language: read back by pdftotext.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

# names are names in every language, and so are places in the network and the marks of an edition or a font
NAMES = re.compile(r"[A-Z]{2,}|[\w-]+\.[\w./-]+|#?[A-Z]\w*[A-Z]\w*|Help|Center|Victory|I?Belong")
LATIN = re.compile(r"(?<![\w.@/-])[A-Za-z][A-Za-z’'-]{2,}(?![\w.@/-])")


def render(tool, pack, journey, language, out):
    documents = [name for name in journey["documents"] if (pack / "documents" / f"{name}.{language}.json").exists()]
    case = {"format": "panah-case", "schema": 1, "pack": pack.name, "journey": journey["id"], "language": language,
            "official_language": language, "facts": {}}
    command = [tool, "render", "-", "--on", "2026-11-24", "--out", out, "--language", language]
    for name in documents:
        command += ["--document", name]
    done = subprocess.run(command, input=json.dumps(case), capture_output=True, text=True)
    wanted = {f"{name}.{language}.pdf" for name in documents}
    return done, wanted


def crumbs(file):
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True).stdout
    return sorted({word for word in LATIN.findall(text) if not NAMES.fullmatch(word)})


def check(tool, pack, journey, language):
    with tempfile.TemporaryDirectory() as folder:
        done, wanted = render(tool, pack, journey, language, folder)
        if done.returncode > 1:
            return [done.stderr.strip()]
        there = {file.name for file in pathlib.Path(folder).iterdir()}
        wrong = [f"not printed: {name}" for name in sorted(wanted - there)]
        if language != "en" and shutil.which("pdftotext"):
            wrong += [f"{name}: {', '.join(words)}" for name in sorted(wanted) if (words := crumbs(f"{folder}/{name}"))]
        return wrong


def main():
    tool, packs = sys.argv[1], [pathlib.Path(name) for name in sys.argv[2:]]
    rows = []
    for pack in packs:
        languages = sorted({file.name.split(".")[1] for file in (pack / "documents").glob("*.*.json")})
        for journey in json.loads((pack / "journeys.json").read_text())["journeys"]:
            rows += [(pack, journey, language) for language in languages]
    print(f"1..{len(rows)}")
    status = 0
    for number, (pack, journey, language) in enumerate(rows, 1):
        wrong = check(tool, pack, journey, language)
        print(f"{'not ok' if wrong else 'ok'} {number} {pack.name}/{journey['id']}/{language}", flush=True)
        for line in wrong:
            print(f"# {line}")
        status |= bool(wrong)
    return status


if __name__ == "__main__":
    sys.exit(main())
