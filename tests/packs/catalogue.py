#!/usr/bin/python3
# catalogue.py [--missing LANGUAGE [--glosses]] PACK… - whatever of a pack a person reads is there in each language of its
# po folder
#
# Also what the engine says through the pack: its sentences stand in the C source. --missing prints entries to translate,
# with --glosses also the English of the official papers, for reading copies in LANGUAGE: without it they are in English,
# so no test asks for them.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import re
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2] / "src"
READ = {
    "facts.json": {"label", "help", "why"},
    "pages.json": {"label", "help", "why"},
    "deadlines.json": {"label", "help", "text", "note", "article"},
    "papers.json": {"label", "help", "if_missing", "copies"},
    "procedure.json": {"label", "text"},
    "notices.json": {"label", "text", "note", "article"},
    "offices.json": {"name", "address", "hours", "note"},
    "journeys.json": {"label", "help"},
    "calendar.json": {"name"},
    "pack.json": {"title"},
}
PROBLEM = re.compile(r'(?:panah_plan_add_problem|panah_composer_add_problem|panah_problem_new_pattern) \(([^;]*);')
WORDS = re.compile(r'PANAH_PACK_WORDS \(((?:"(?:[^"\\]|\\.)*"\s*)+)\)')
PLACEHOLDER = re.compile(r"\{([^|}]*)")
GAP = re.compile(r"%[12]")
LITERAL = re.compile(r'(?:"(?:[^"\\]|\\.)*"\s*)+')
NUMBERS = re.compile(r"^(%[12]|[\d\s(),.:–-])*$")


def walk(node, names, notes_of_references):
    """What is said of a reference is printed with dates only."""
    if isinstance(node, list):
        for child in node:
            yield from walk(child, names, notes_of_references)
    elif isinstance(node, dict):
        for name, child in node.items():
            if name in names and isinstance(child, str):
                if name != "note" or "source" not in node or notes_of_references:
                    yield child
            else:
                yield from walk(child, names, notes_of_references)


def join(literal):
    return "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', literal))


def engine():
    """Sentences: they have a gap, or several words. And the words of sheets and copies."""
    for file in sorted(SOURCE.glob("*/*.c")):
        source = file.read_text()
        for call in PROBLEM.finditer(source):
            for literal in LITERAL.findall(call.group(1)):
                if join(literal).count(" ") > 1:
                    yield join(literal)
        for words in WORDS.finditer(source):
            yield join(words.group(1))


def sheets(pack, language):
    """The English of what only its reader keeps: it is printed in every language, also where nobody has written it."""
    for file in sorted((pack / "documents").glob("*.en.json")):
        name = file.name.split(".")[0]
        written = (file.parent / f"{name}.{language}.json").exists()
        if not written and json.loads((file.parent / f"{name}.json").read_text())["languages"] == "user":
            words = json.loads(file.read_text())
            for text in [words["title"], words["footer"], *leaves(words["texts"])]:
                yield text, f"documents/{file.name}"


def leaves(node):
    for child in node.values():
        yield from [child] if isinstance(child, str) else leaves(child)


def strings(pack, language):
    found = {}
    for name, members in READ.items():
        for text in walk(json.loads((pack / name).read_text()), members, name == "deadlines.json"):
            if not NUMBERS.match(text):
                found.setdefault(text, name)
    for file in sorted((pack / "documents").glob("*.json")):
        if "." not in file.stem:
            found.setdefault(json.loads(file.read_text())["title"], f"documents/{file.name}")
    for text, where in sheets(pack, language):
        if not NUMBERS.match(text):
            found.setdefault(text, where)
    for text in engine():
        found.setdefault(text, "src")
    return found


def glosses(pack, language):
    """The English of every block, of documents that nobody has written in that language."""
    found = {}
    for file in sorted((pack / "documents").glob("*.json")):
        document = json.loads(file.read_text()) if "." not in file.stem else {}
        if document.get("languages") == "official" and not file.with_suffix(f".{language}.json").exists():
            for text in walk(document["blocks"], {"gloss"}, False):
                found.setdefault(text, f"documents/{file.name}")
    return found


def spoiled(pack, known):
    """Translations without a placeholder, a gap or a part of the English: the program prints the English then."""
    for text, _ in sheets(pack, None):
        translation = known.get(text, text)
        same = set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(translation))
        if not same or set(GAP.findall(text)) != set(GAP.findall(translation)):
            yield text
    for text in glosses(pack, None):
        translation = known.get(text, text)
        same = set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(translation))
        if not same or text.count(" / ") != translation.count(" / "):
            yield text


def unescape(text):
    return text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\")


def catalogue(file):
    entries, key, value, into = {}, "", "", None
    for line in file.read_text().splitlines() + ["msgid \"\""]:
        if line.startswith("msgid "):
            if value:
                entries[unescape(key)] = unescape(value)
            key, value, into = "", "", "key"
        elif line.startswith("msgstr "):
            into = "value"
        quoted = re.search(r'"((?:[^"\\]|\\.)*)"\s*$', line) if not line.startswith("#") else None
        if quoted and into == "key":
            key += quoted.group(1)
        elif quoted and into == "value":
            value += quoted.group(1)
    return entries


def escape(text):
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")


def main():
    missing = sys.argv[2] if sys.argv[1] == "--missing" else None
    with_glosses = missing is not None and sys.argv[3] == "--glosses"
    packs = [pathlib.Path(name) for name in sys.argv[(3 if missing else 1) + with_glosses :]]
    files = [file for pack in packs for file in sorted((pack / "po").glob("*.po"))]
    if missing:
        for pack in packs:
            file = pack / "po" / f"{missing}.po"
            known = catalogue(file) if file.exists() else {}
            wanted = strings(pack, missing) | (glosses(pack, missing) if with_glosses else {})
            for text, where in wanted.items():
                if text not in known:
                    print(f'#: {where}\nmsgid "{escape(text)}"\nmsgstr ""\n')
        return 0
    print(f"1..{len(files)}")
    status = 0
    for number, file in enumerate(files, 1):
        pack = file.parent.parent
        known, wanted = catalogue(file), strings(pack, file.stem)
        lacks, bad = [text for text in wanted if text not in known], list(spoiled(pack, known))
        print(f"{'not ok' if lacks or bad else 'ok'} {number} {pack.name}/{file.stem}: {len(wanted)} strings")
        for text in lacks:
            print(f"# not translated ({wanted[text]}): {text}")
        for text in bad:
            print(f"# other placeholders or parts than in English: {text}")
        status |= bool(lacks or bad)
    return status


if __name__ == "__main__":
    sys.exit(main())
