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


def owner(file):
    """The package of a file; /lib and /usr/lib are one folder, and dpkg knows it by either name."""
    for name in (file, os.path.realpath(file), "/usr" + file, file.removeprefix("/usr")):
        done = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True)
        if done.returncode == 0:
            return done.stdout.split(":", 1)[0]
    sys.exit(f"sbom.py: no package owns {file}")


def debian(name):
    fields = "${Version}\t${source:Package}\t${source:Version}\t${Maintainer}\t${Homepage}\n"
    version, source, source_version, maintainer, homepage = run("dpkg-query", "-W", "-f", fields, name).splitlines()[0].split("\t")
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
    for program in programs:
        name = pathlib.Path(program).name
        for library, file in libraries(program).items():
            package = owner(file)
            loaded.setdefault(package, set()).add(library)
            by_program.setdefault(name, set()).add(package)

    packages = [debian(name) for name in sorted(set(listed) | set(loaded))]
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

    relations = [("SPDXRef-DOCUMENT", "DESCRIBES", root["SPDXID"])]
    relations += [(root["SPDXID"], "CONTAINS", program["SPDXID"]) for program in made]
    relations += [(f"SPDXRef-Program-{name}", "DYNAMIC_LINK", reference[package]) for name in sorted(by_program)
                  for package in sorted(by_program[name])]
    relations += [(reference[name], "BUILD_DEPENDENCY_OF", root["SPDXID"]) for name in sorted(listed)]
    content = {
        "packages": [root] + made + packages,
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
