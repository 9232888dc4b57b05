#!/usr/bin/python3
"""sbom.py BUILD PROGRAM… - what the programs are made of, as SPDX 2.3 in JSON, on standard output

Every library that a program loads, by the Debian package it comes from; what .ci/packages.txt names; what meson found. The
same build on the same system gives the same bytes: the time is SOURCE_DATE_EPOCH, else that of the last commit.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C"}).stdout


def created():
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if seconds is None:
        done = subprocess.run(["git", "-C", ROOT, "log", "-1", "--format=%ct"], capture_output=True, text=True)
        seconds = done.stdout.strip() or "0"
    return datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def libraries(program):
    """Name that the program asks for, and the file it gets."""
    return dict(re.findall(r"^\s*(\S+) => (/\S+)", run("ldd", program), re.MULTILINE))


def owners(files):
    """The package of each file; /lib and /usr/lib are one folder, and dpkg knows it by either name."""
    names = {file: (file, os.path.realpath(file), "/usr" + file, file.removeprefix("/usr")) for file in files}
    asked = sorted({name for variants in names.values() for name in variants})
    # it fails where it does not know one of them, and says of the others what it knows
    said = subprocess.run(["dpkg-query", "-S", *asked], capture_output=True, text=True, env=os.environ | {"LC_ALL": "C"}).stdout
    known = {path: package.split(",")[0].split(":")[0] for package, path in (line.split(": ", 1) for line in said.splitlines()) if path in asked}
    found = {file: next((known[name] for name in variants if name in known), None) for file, variants in names.items()}
    unowned = sorted(file for file, package in found.items() if package is None)
    if unowned:
        sys.exit(f"sbom.py: no package owns {', '.join(unowned)}")
    return found


def ask_dpkg(names):
    """What it knows of each package, in one question."""
    fields = "${Package}\t${Version}\t${source:Package}\t${source:Version}\t${Maintainer}\t${Homepage}\n"
    return {line.split("\t")[0]: line.split("\t")[1:] for line in reversed(run("dpkg-query", "-W", "-f", fields, *names).splitlines())}


def debian(name, version, source, source_version, maintainer, homepage):
    package = {
        "SPDXID": "SPDXRef-Package-" + re.sub(r"[^A-Za-z0-9.-]", "-", name),
        "name": name,
        "versionInfo": version,
        "supplier": f"Organization: Debian ({maintainer})",
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": "NOASSERTION",
        "copyrightText": "NOASSERTION",
        "sourceInfo": f"built from the Debian source package {source} {source_version}",
        "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                          "referenceLocator": f"pkg:deb/debian/{name}@{version.replace(':', '%3A').replace('+', '%2B')}"}],
    }
    return package | ({"homepage": homepage} if homepage else {})


def main():
    build, programs = pathlib.Path(sys.argv[1]), sys.argv[2:]
    project = json.loads(run("meson", "introspect", "--projectinfo", build))
    found = {entry["name"]: entry["version"] for entry in json.loads(run("meson", "introspect", "--dependencies", build))}
    listed = [line for line in (line.split("#")[0].strip() for line in (ROOT / ".ci/packages.txt").read_text().splitlines()) if line]

    loaded = {}  # package -> names of libraries
    by_program = {}
    asked = {program: libraries(program) for program in programs}
    package_of = owners({file for names in asked.values() for file in names.values()})
    for program in programs:
        name = pathlib.Path(program).name
        for library, file in asked[program].items():
            package = package_of[file]
            loaded.setdefault(package, set()).add(library)
            by_program.setdefault(name, set()).add(package)

    names = sorted(set(listed) | set(loaded))
    known = ask_dpkg(names)
    packages = [debian(name, *known[name]) for name in names]
    for package in packages:
        if package["name"] in loaded:
            package["comment"] = "loaded: " + ", ".join(sorted(loaded[package["name"]]))
    reference = {package["name"]: package["SPDXID"] for package in packages}
    root = {"SPDXID": "SPDXRef-Panah", "name": "panah", "versionInfo": project["version"], "supplier": "NOASSERTION",
            "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": "GPL-3.0-or-later",
            "licenseDeclared": "GPL-3.0-or-later", "copyrightText": "NOASSERTION",
            "comment": "built with " + ", ".join(f"{name} {version}" for name, version in sorted(found.items()))}
    made = [{"SPDXID": f"SPDXRef-Program-{name}", "name": name, "versionInfo": project["version"], "supplier": "NOASSERTION",
             "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": "GPL-3.0-or-later",
             "licenseDeclared": "GPL-3.0-or-later", "copyrightText": "NOASSERTION", "primaryPackagePurpose": "APPLICATION"}
            for name in sorted(by_program)]

    # what stands in the tree and was not written for it
    words = {"SPDXID": "SPDXRef-Words", "name": "diceware-securedrop-words", "supplier": "NOASSERTION",
             "downloadLocation": "NOASSERTION", "filesAnalyzed": False, "licenseConcluded": "MIT", "licenseDeclared": "MIT",
             "copyrightText": "Copyright 1995-2016 Arnold G. Reinhold, 2016-2017 Heartsucker",
             "comment": "a choice of these words, in data/words/english.txt", "primaryPackagePurpose": "DATA"}

    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", root["SPDXID"]), (root["SPDXID"], "CONTAINS", words["SPDXID"])]
    relations += [(root["SPDXID"], "CONTAINS", program["SPDXID"]) for program in made]
    relations += [(f"SPDXRef-Program-{name}", "DYNAMIC_LINK", reference[package]) for name in sorted(by_program)
                  for package in sorted(by_program[name])]
    relations += [(reference[name], "BUILD_DEPENDENCY_OF", root["SPDXID"]) for name in sorted(listed)]
    content = {
        "packages": [root, words] + made + packages,
        "relationships": [{"spdxElementId": a, "relationshipType": kind, "relatedSpdxElement": b} for a, kind, b in relations],
    }
    digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    print(json.dumps({
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"panah-{project['version']}",
        "documentNamespace": f"https://spdx.org/spdxdocs/panah-{project['version']}-{digest}",
        "creationInfo": {"created": created(), "creators": ["Tool: panah-sbom"]},
    } | content, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
