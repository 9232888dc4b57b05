#!/usr/bin/python3
"""targets.py FOLDER SUITE… - what ninja has to build for the tests of some suites

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import subprocess
import sys

folder, suites = os.path.realpath(sys.argv[1]), set(sys.argv[2:])


def introspect(what):
    return json.loads(subprocess.run(["meson", "introspect", folder, what], check=True, capture_output=True, text=True).stdout)


needed = {target for test in introspect("--tests") if suites & {name.split(":")[-1] for name in test["suite"]}
          for target in test["depends"]}
for target in introspect("--targets"):
    if target["id"] in needed:
        print(*(os.path.relpath(name, folder) for name in target["filename"]), sep="\n")
