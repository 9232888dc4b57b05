#!/usr/bin/python3
# hostile_po.py FOLDER… - no translation can do what its English does not: print through another directive, be markup,
# turn the direction of words round it
#
# Unlike msgfmt it looks at every entry, also those that no tool has marked as a format.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import pathlib
import re
import subprocess
import sys

CONVERSION = re.compile(r"%(?:\d+\$)?[-+#0']*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|j|z|t|L|q)?[a-zA-Z%]")
MARKUP = re.compile(r"</?[A-Za-z][^>]*>?|&(?:#?\w+);")
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")


def unquote(text):
    return re.sub(r"\\(.)", lambda found: {"n": "\n", "t": "\t"}.get(found.group(1), found.group(1)), text)


def read(text):
    """Of each entry: its English (one text, or two for a number) and the translations."""
    entry, into = {}, None
    for line in text.splitlines() + ['msgid ""']:
        found = re.match(r'(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d+)\])? "(.*)"$', line)
        if found and found.group(1) in ("msgctxt", "msgid") and "msgstr" in {name for name, _ in entry}:
            yield entry
            entry = {}
        if found:
            into = (found.group(1), found.group(2))
            entry[into] = unquote(found.group(3))
        elif line.startswith('"') and into:
            entry[into] += unquote(line[1:-1])


def conversions(text):
    """Those of printf in the order of the arguments; “100 % of them” has none."""
    found = [directive for directive in CONVERSION.findall(text) if directive != "%%"]
    placed = sorted(directive for directive in found if "$" in directive)
    return [re.sub(r"\d+\$", "", directive) for directive in placed or found]


def mistakes(english, translation):
    wanted = [conversions(text) for text in english]
    # a plural form may have the number as a word: “two days”
    if conversions(translation) not in wanted + ([[]] if len(english) > 1 and wanted[0] in (["%u"], ["%d"]) else []):
        yield f"directives {conversions(translation)}"
    known = set(CONTROLS.findall("".join(english)))
    yield from (f"U+{ord(control):04X}" for control in sorted(set(CONTROLS.findall(translation)) - known))
    known = set(MARKUP.findall("".join(english)))
    yield from (f"markup {tag}" for tag in sorted(set(MARKUP.findall(translation)) - known))


def judge(text):
    for entry in read(text):
        english = [words for (name, _), words in entry.items() if name in ("msgid", "msgid_plural")]
        for (name, _), translation in entry.items():
            if name == "msgstr" and english[0] and translation:
                for mistake in mistakes(english, translation):
                    yield f"{mistake}: {translation!r}"


PLANTED = [("Saved %s", "Saved %n", 1), ("Saved", "Saved %n", 1), ("A", "<b>A</b>", 2), ("A", "A\u202e", 1), ("A", "&lt;A", 1),
           ("%d of %s", "%s of %d", 1), ("%d of %s", "%2$s of %1$d", 0), ("100 % of", "100 % от", 0),
           ("%d of %s", "%d of", 1), ("Read “%s”", "«%s»", 0), ("<PDF>", "<PDF>", 0)]


def main():
    files = [file for folder in sys.argv[1:] for file in sorted(pathlib.Path(folder).glob("*.po"))]
    print(f"1..{len(files) + 1}")
    missed = [(english, translation) for english, translation, n in PLANTED
              if len(list(judge(f'msgid "{english}"\nmsgstr "{translation}"\n'))) != n]
    print(f"{'not ok' if missed else 'ok'} 1 planted mistakes are found {missed or ''}")
    status = bool(missed)
    for number, file in enumerate(files, 2):
        wrong = list(judge(file.read_text()))
        checked = subprocess.run(["msgfmt", "-c", "-o", "/dev/null", file], capture_output=True, text=True)
        wrong += checked.stderr.splitlines() if checked.returncode else []
        print(f"{'not ok' if wrong else 'ok'} {number} {file.parent.parent.name}/{file.stem}: {sum(1 for _ in read(file.read_text()))} entries")
        for line in wrong:
            print(f"# {line}")
        status |= bool(wrong)
    return status


if __name__ == "__main__":
    sys.exit(main())
