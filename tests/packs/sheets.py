#!/usr/bin/python3
# sheets.py TOOL PACK… - what only its reader keeps, printed in each language of the pack's po folder
#
# Read back by pdftotext and compared with the catalogue and with the document's own words: whatever stands there in the
# companion's language stands there in the reader's too, as far as it is translated (the catalogue test asks for that).
#
# SPDX-License-Identifier: GPL-3.0-or-later

import collections
import datetime
import functools
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

from catalogue import catalogue

RUSSIAN_BESIDE = {"kk", "ky", "ug", "uz", "uz-Cyrl"}
HIJRI_MONTHS = ["حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت"]
LIGATURE = dict.fromkeys(map(ord, "لاأإآٱ"))  # lam and alef are one sign, at which pdftotext turns a word round
MARKS = dict.fromkeys([0xAD, 0x2060, *range(0x300, 0x370), *range(0x64B, 0x660), *range(0x200C, 0x2010),
                       *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
RIGHT_TO_LEFT = {"ar", "fa-AF", "ug"}
LEAST_PAIRS = 20
LEAST_LETTERS = 15


def code(file):
    return file.stem.replace("@cyrillic", "-Cyrl").replace("_", "-")


def read(file):
    return json.loads(file.read_text())


def texts(node, path=()):
    for name, child in node.items():
        if isinstance(child, str):
            yield path + (name,), child
        else:
            yield from texts(child, path + (name,))


def normal(text):
    return unicodedata.normalize("NFKC", text).translate(MARKS)


@functools.lru_cache(maxsize=None)
def squeeze(text):
    return re.sub(r"\s+", "", normal(text))


def words(text):
    return re.findall(r"\w+", normal(text))


def anagrams(text):
    return ["".join(sorted(word)) for word in words(normal(text).translate(LIGATURE))]


def to_hijri(day):
    """Solar Hijri by the cycle of 33 years, which holds for 1343 to 1472."""
    year = day.year - 621
    leap = lambda y: y % 33 in (1, 5, 9, 13, 17, 22, 26, 30)
    start = datetime.date(2025, 3, 21)
    for y in range(1404, year):
        start += datetime.timedelta(days=366 if leap(y) else 365)
    if day < start:
        year -= 1
        start -= datetime.timedelta(days=366 if leap(year) else 365)
    n = (day - start).days
    month = n // 31 if n < 186 else 6 + (n - 186) // 30
    return n - (month * 31 if month < 6 else 186 + (month - 6) * 30) + 1, month, year


def choose_case(pack):
    """The first case of the pack with a safe day still to come, in a journey with sheets."""
    journeys = {journey["id"]: journey["documents"] for journey in read(pack / "journeys.json")["journeys"]}
    for file in sorted((pack / "cases").glob("*.json")):
        for case in read(file)["cases"]:
            deadlines = case["expect"].get("deadlines", {}).values()
            safe = [d["safe"] for d in deadlines if isinstance(d, dict) and d.get("state") == "open" and d.get("safe")]
            names = [name for name in journeys.get(case.get("journey"), [])
                     if read(pack / "documents" / f"{name}.json")["languages"] == "user"]
            if names and safe and "T" not in safe[0]:
                return case, names, datetime.date.fromisoformat(safe[0])
    raise SystemExit(f"{pack}: no case has a safe day")


def render(tool, pack, case, names, language, out):
    whole = {"format": "panah-case", "schema": 1, "pack": pack.name, "journey": case["journey"], "language": language,
             "official_language": case.get("official_language", "ru"), "facts": case["facts"]}
    command = [tool, "render", "-", "--on", case["on"], "--out", out]
    command += [word for name in names for word in ("--document", name)]
    return subprocess.run(command, input=json.dumps(whole), capture_output=True, text=True)


@functools.lru_cache
def known(po):
    return catalogue(po)


def pairs(pack, name, po, companion):
    """What may stand there in the companion's language, and what may stand for it in the reader's; all that the pack says."""
    own, english, second = known(po), {}, {}
    for language, into in (("en", english), (companion, second)):
        into.update(texts(read(pack / "documents" / f"{name}.{language}.json")["texts"]))
    beside = {} if companion == "en" else known(po.with_name(f"{companion}.po"))
    found = collections.defaultdict(set)
    for path, text in english.items():
        if path in second and text in own:
            found[second[path]].add(own[text])
    for text, translated in own.items():
        if companion == "en" or text in beside:
            found[beside.get(text, text)].add(translated)
    every = "\n".join({squeeze(text) for text in [*found, *beside.values(), *second.values()]})
    return found, every


def is_there(translated, text, bag, language):
    if language not in RIGHT_TO_LEFT:
        return squeeze(translated) in text
    # pdftotext keeps the letters of a word that runs from the right, but not their order, and not where marks are
    wanted = anagrams(translated)
    return sum(word in bag for word in wanted) >= 0.5 * len(wanted)


def lacks(pack, name, po, file, day):
    language = code(po)
    companion = "ru" if language in RUSSIAN_BESIDE else "en"
    raw, laid_out = (subprocess.run(["pdftotext", *options, file, "-"], capture_output=True, text=True).stdout
                     for options in (["-raw"], []))
    text, bag, n = squeeze(raw), {*anagrams(raw), *anagrams(laid_out)}, 0
    found, every = pairs(pack, name, po, companion)
    for beside, translations in found.items():
        # what has gaps, or is a part of something else, stands there in other words
        if len(beside) < LEAST_LETTERS or re.search(r"[%{|]", beside) or beside in translations:
            continue
        if squeeze(beside) not in text or every.count(squeeze(beside)) != 1:
            continue
        n += 1
        if not any(is_there(translated, text, bag, language) for translated in translations):
            yield f"only in {companion}: {beside}"
    if n < LEAST_PAIRS:
        yield f"only {n} sentences in {companion}"
    if day is not None and language == "fa-AF":
        date, month, year = to_hijri(day)
        if not bag.issuperset(anagrams(f"{date} {HIJRI_MONTHS[month]} {year} {day.day} {day.year}")):
            yield f"{day} is not there as {date} {HIJRI_MONTHS[month]} {year}"


def check(tool, pack, po):
    language, (case, names, day) = code(po), choose_case(pack)
    with tempfile.TemporaryDirectory() as out:
        done = render(tool, pack, case, names, language, out)
        if done.returncode > 1:
            return [done.stderr.strip()]
        wrong = []
        for name in names:
            file = pathlib.Path(out) / f"{name}.{language}.pdf"
            own = (pack / "documents" / f"{name}.{language}.json").exists()
            if not file.exists():
                wrong.append(f"not printed: {file.name}")
            elif not own and shutil.which("pdftotext"):
                has_dates = '"kind": "deadlines"' in (pack / "documents" / f"{name}.json").read_text()
                wrong += [f"{file.name}: {line}" for line in lacks(pack, name, po, file, day if has_dates else None)]
        return wrong


def main():
    tool, packs = sys.argv[1], [pathlib.Path(name) for name in sys.argv[2:]]
    rows = [(pack, po) for pack in packs for po in sorted((pack / "po").glob("*.po"))]
    print(f"1..{len(rows)}")
    status = 0
    for number, (pack, po) in enumerate(rows, 1):
        wrong = check(tool, pack, po)
        print(f"{'not ok' if wrong else 'ok'} {number} {pack.name}/{code(po)}", flush=True)
        for line in wrong:
            print(f"# {line}")
        status |= bool(wrong)
    return status


if __name__ == "__main__":
    sys.exit(main())
