"""count.py STATUS TESTLOG… - adds up the TAP lines of meson's logs and prints the closing line

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import re
import sys

status, logs = int(sys.argv[1]), sys.argv[2:]
passed = failed = skipped = 0

for log in logs:
    with open(log, encoding="utf-8") as lines:
        for line in lines:
            test = json.loads(line)
            results = re.findall(r"^(ok|not ok) \d+[^\n#]*(# SKIP)?", test.get("stdout", ""), re.MULTILINE)
            bad = sum(1 for result, _ in results if result == "not ok")
            skipped += sum(1 for result, skip in results if result == "ok" and skip)
            passed += sum(1 for result, skip in results if result == "ok" and not skip)
            # a program that dies leaves no "not ok" line behind
            failed += max(bad, 1 if test["result"] not in ("OK", "SKIP", "EXPECTEDFAIL") else 0)

if status and not failed:
    failed = 1
if not passed:
    failed = max(failed, 1)
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed else 0)
