#!/usr/bin/python3
# sbom.py SCRIPT BUILD PROGRAM… - the list of parts is SPDX 2.3, names every library that the programs load, and is always the same
#
# SPDX-License-Identifier: GPL-3.0-or-later

import json
import re
import shutil
import subprocess
import sys

ID = re.compile(r"SPDXRef-[A-Za-z0-9.-]+")
DOCUMENT = ("spdxVersion", "dataLicense", "SPDXID", "name", "documentNamespace", "creationInfo")  # SPDX 2.3, clause 6
PACKAGE = ("SPDXID", "name", "downloadLocation")  # clause 7
KINDS = {"DESCRIBES", "CONTAINS", "DYNAMIC_LINK", "BUILD_DEPENDENCY_OF"}  # of clause 11
LICENCE = re.compile(r"NOASSERTION|NONE|[A-Za-z0-9.+-]+")


def mistakes(document):
    yield from (f"{name} is missing" for name in DOCUMENT if not document.get(name))
    if (document.get("spdxVersion"), document.get("dataLicense"), document.get("SPDXID")) != ("SPDX-2.3", "CC0-1.0", "SPDXRef-DOCUMENT"):
        yield "version, licence of the data or id"
    if not re.fullmatch(r"https?://[^#\s]+", document.get("documentNamespace", "")):
        yield "the namespace is no address without a fragment"
    info = document.get("creationInfo", {})
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", info.get("created", "")):
        yield "the time"
    if not info.get("creators") or not all(re.match(r"(Tool|Person|Organization): \S", creator) for creator in info["creators"]):
        yield "the creators"
    packages, relations = document.get("packages", []), document.get("relationships", [])
    ids = [package.get("SPDXID", "") for package in packages]
    yield from (f"{id} is no id, or stands twice" for id in ids if not ID.fullmatch(id) or ids.count(id) > 1)
    for package in packages:
        yield from (f"{package.get('name')}: {name} is missing" for name in PACKAGE if not package.get(name))
        yield from (f"{package.get('name')}: {name}" for name in ("licenseConcluded", "licenseDeclared") if not LICENCE.fullmatch(package.get(name, "NONE")))
        if not re.match(r"NOASSERTION$|(Person|Organization): \S", package.get("supplier", "NOASSERTION")):
            yield f"{package.get('name')}: supplier"
        if package.get("filesAnalyzed", True):
            yield f"{package.get('name')}: files are said to be analyzed, and there are none"
    known = set(ids) | {"SPDXRef-DOCUMENT"}
    for relation in relations:
        if relation.get("spdxElementId") not in known or relation.get("relatedSpdxElement") not in known or relation.get("relationshipType") not in KINDS:
            yield f"relationship {relation}"
    if not any(relation.get("relationshipType") == "DESCRIBES" and relation.get("spdxElementId") == "SPDXRef-DOCUMENT" for relation in relations):
        yield "nothing is described"


def needed(program):
    """What the program asks for itself, by the name that stands in the file."""
    dump = subprocess.run(["readelf", "-dW", program], check=True, capture_output=True, text=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.*?)\]", dump)


def unnamed(document, programs):
    comments = {package["SPDXID"]: package.get("comment", "") for package in document["packages"]}
    for program in programs:
        id = "SPDXRef-Program-" + program.rsplit("/", 1)[-1]
        linked = " ".join(comments[relation["relatedSpdxElement"]] for relation in document["relationships"]
                          if relation["spdxElementId"] == id and relation["relationshipType"] == "DYNAMIC_LINK")
        yield from (f"{program}: {library}" for library in needed(program) if library not in re.split(r"[ ,]+", linked))


def main():
    if shutil.which("dpkg-query") is None:
        print("1..0 # SKIP this is no Debian system")
        return 0
    script, build, *programs = sys.argv[1:]
    outputs = [subprocess.run([script, build, *programs], check=True, capture_output=True).stdout for _ in range(2)]
    document = json.loads(outputs[0])
    broken = [json.loads(outputs[0]) for _ in range(3)]
    del broken[0]["packages"][0]["downloadLocation"]
    broken[1]["relationships"][0]["relatedSpdxElement"] = "SPDXRef-Nobody"
    broken[2]["packages"] = [package for package in document["packages"] if "libglib" not in package["name"]]
    broken[2]["relationships"] = [r for r in document["relationships"] if "libglib" not in r["relatedSpdxElement"]]
    results = [
        ("is SPDX 2.3", list(mistakes(document))),
        ("names every library", list(unnamed(document, programs))),
        ("is the same each time", [] if outputs[0] == outputs[1] else ["it is not"]),
        ("a missing member would be found", [] if list(mistakes(broken[0])) else ["it is not"]),
        ("a reference to nothing would be found", [] if list(mistakes(broken[1])) else ["it is not"]),
        ("a missing library would be found", [] if list(unnamed(broken[2], programs)) else ["it is not"]),
    ]
    print(f"1..{len(results)}")
    for number, (what, wrong) in enumerate(results, 1):
        print(f"{'not ok' if wrong else 'ok'} {number} {what}")
        for line in wrong:
            print(f"# {line}")
    return 1 if any(wrong for _, wrong in results) else 0


if __name__ == "__main__":
    sys.exit(main())
