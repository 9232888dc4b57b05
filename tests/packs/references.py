#!/usr/bin/python3
# references.py [--write] PACK… - everything that a pack takes from outside, one line each, for a lawyer's review
#
# Articles, days, addresses, telephone numbers: what stands in a pack and not in its REFERENCES.txt was never looked at,
# and the other way round something was looked at that is gone. --write makes the file anew; its diff is the review.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import pathlib
import sys

CONTACTS = ("address", "phones", "email", "hours")


def walk(node, inherited=None):
    """Each object with the edition and confidence it stands under."""
    if isinstance(node, list):
        for child in node:
            yield from walk(child, inherited)
    elif isinstance(node, dict):
        own = {**(inherited or {}), **{key: node[key] for key in ("edition_read", "confidence") if key in node}}
        yield node, own
        for child in node.values():
            yield from walk(child, own)


def lines(pack):
    found = set()
    editions = {source["id"]: source.get("edition_read") for source in json.loads((pack / "pack.json").read_text())["sources"]}
    for file in sorted(pack.glob("*.json")) + sorted((pack / "documents").glob("*.json")):
        for node, own in walk(json.loads(file.read_text())):
            if "source" in node and "article" in node:
                edition = node.get("edition_read") or editions.get(node["source"]) or own.get("edition_read", "-")
                found.add(f"{node['source']} | {node['article']} | read as of {edition}")
            if "checked_on" in node and node.get("from"):
                found.add(f"start | {node['from']} | {file.name}")
            if "on" in node and "certainty" not in node and file.name in ("calendar.json", "deadlines.json"):
                found.add(f"day | {node['on']} | {node.get('name', node.get('label', ''))}")
            elif "on" in node and file.name == "calendar.json":
                found.add(f"day | {node['on']} ({node['certainty']}) | {node['name']}")
            if "until" in node and file.name == "deadlines.json":
                found.add(f"day | {node['until']} | last day, {file.name}")
            for name in CONTACTS if file.name == "offices.json" else ():
                for value in node.get(name, []) if isinstance(node.get(name), list) else [node[name]] if name in node else []:
                    found.add(f"{name} | {value} | {node['id']}, {node['confidence']}")
            if "href" in node:
                found.add(f"href | {node['href']} | {node['id']}")
    return sorted(found)


def main():
    write = "--write" in sys.argv
    packs = [pathlib.Path(name) for name in sys.argv[1:] if name != "--write"]
    if not write:
        print(f"1..{len(packs)}")
    status = 0
    for number, pack in enumerate(packs, 1):
        now, file = lines(pack), pack / "REFERENCES.txt"
        if write:
            file.write_text("\n".join(now) + "\n")
            continue
        reviewed = file.read_text().splitlines() if file.exists() else []
        for line in now:
            print(f"# {line}")
        strange = [f"not in REFERENCES.txt: {line}" for line in now if line not in reviewed]
        strange += [f"no longer in the pack: {line}" for line in reviewed if line not in now]
        print(f"{'not ok' if strange else 'ok'} {number} {pack.name}: {len(now)} things taken from outside")
        for line in strange:
            print(f"# {line}")
        status |= bool(strange)
    return status


if __name__ == "__main__":
    sys.exit(main())
