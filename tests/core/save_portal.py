#!/usr/bin/python3
# save_portal.py - saving through a real document portal, as a sandboxed program does
#
# PANAH_TEST_LONG=1 runs it; otherwise, and where there is no portal or no FUSE, it is skipped.
#
# SPDX-License-Identifier: GPL-3.0-or-later

import os
import shutil
import subprocess
import sys
import tempfile
import time

PORTAL = "/usr/libexec/xdg-document-portal"
NAME = "case.pnh"
GONE = 12  # 10 + PANAH_SAVE_ERROR_GONE


def why_not():
    if os.environ.get("PANAH_TEST_LONG") != "1":
        return "only with ./check --long"
    if not os.path.exists(PORTAL) or not shutil.which("dbus-run-session"):
        return "there is no xdg-document-portal"
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        return "there is no /dev/fuse for us"
    return None


def in_session(runtime):
    """Starts this program again with a bus of its own; there the tests are run."""
    environment = {**os.environ, "XDG_RUNTIME_DIR": runtime, "XDG_DATA_HOME": os.path.join(runtime, "data")}
    return subprocess.run(["dbus-run-session", "--", sys.executable, __file__, "--in-session"], env=environment,
                          check=False).returncode


class Portal:
    def __init__(self):
        from gi.repository import Gio, GLib
        self.gio, self.glib = Gio, GLib
        self.process = subprocess.Popen([PORTAL], stderr=subprocess.DEVNULL)
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        for _ in range(100):
            try:
                self.mount = bytes(self.call("GetMountPoint", "()")[0]).rstrip(b"\0").decode()
                return
            except GLib.Error:
                time.sleep(0.1)
        sys.exit("the portal does not answer")

    def call(self, method, signature, *arguments, fds=None):
        variant = self.glib.Variant(signature, arguments) if arguments else None
        result = self.bus.call_with_unix_fd_list_sync(
            "org.freedesktop.portal.Documents", "/org/freedesktop/portal/documents", "org.freedesktop.portal.Documents",
            method, variant, None, self.gio.DBusCallFlags.NO_AUTO_START, 10000, fds, None)[0]
        return result.unpack()

    def add(self, folder, name):
        """Returns (id, path under which a sandboxed program may write that file, which need not be there)."""
        fds = self.gio.UnixFDList.new()
        fd = os.open(folder, os.O_PATH | os.O_DIRECTORY)
        index = fds.append(fd)
        os.close(fd)
        number, = self.call("AddNamed", "(haybb)", index, name.encode() + b"\0", True, False, fds=fds)
        return number, os.path.join(self.mount, number, name)


def save(how, path, letter, size):
    return subprocess.run([os.environ["PANAH_SAVE_ONCE"], how, path, letter, str(size)], stderr=subprocess.DEVNULL,
                          check=False).returncode


def test(portal, host):
    """Yields (name, what is wrong or None)."""
    number, path = portal.add(host, NAME)
    real = os.path.join(host, NAME)

    def contents():
        with open(real, "rb") as file:
            return file.read()

    status = save("file", path, "a", 70000)
    yield "new", None if status == 0 and contents() == b"a" * 70000 else status
    status = save("known", path, "b", 100)
    yield "second-save", None if status == 0 and contents() == b"b" * 100 else status
    yield "nothing-beside-it", None if os.listdir(host) == [NAME] else os.listdir(host)

    killed = subprocess.run(["strace", "-o", "/dev/null", "-e", "inject=renameat:signal=KILL", os.environ["PANAH_SAVE_ONCE"],
                             "known", path, "c", "5000"], check=False).returncode
    yield "killed", None if killed == -9 and contents() == b"b" * 100 else killed
    status = save("known", path, "d", 5000)
    yield "after-the-kill", None if status == 0 and contents() == b"d" * 5000 else status
    # a portal has no locks that tell what is still being written, so what is left behind has to be of some age
    left = [name for name in os.listdir(host) if name != NAME]
    yield "left-behind", None if len(left) == 1 and left[0].startswith(".xdp-." + NAME) else left
    os.utime(os.path.join(host, left[0]), (0, 0))
    status = save("known", path, "d", 5000)
    yield "nothing-left-behind", None if status == 0 and os.listdir(host) == [NAME] else os.listdir(host)

    portal.call("Delete", "(s)", number)
    status = save("file", path, "e", 10)
    yield "document-gone", None if status == GONE and contents() == b"d" * 5000 else status


def run_tests():
    portal = Portal()
    failed = 0
    try:
        with tempfile.TemporaryDirectory(prefix="panah-portal-") as host:
            number = 0
            for number, (name, wrong) in enumerate(test(portal, host), 1):
                print(f"{'ok' if wrong is None else 'not ok'} {number} portal/{name}")
                if wrong is not None:
                    print(f"# {wrong}")
                    failed += 1
            print(f"1..{number}")
    finally:
        portal.process.terminate()
        portal.process.wait()
    return 1 if failed else 0


def main():
    if sys.argv[1:] == ["--in-session"]:
        return run_tests()
    reason = why_not()
    if reason:
        print(f"1..1\nok 1 portal # SKIP {reason}")
        return 0
    with tempfile.TemporaryDirectory(prefix="panah-portal-") as runtime:
        return in_session(runtime)


sys.exit(main())
