#!/usr/bin/env python3
"""The program that is installed, alone in an empty root: no library, no converter, no time zone, no
/proc, no /tmp. REVISIT_STATIC names the binary (README: 安装).

Needs to be root, for chroot; anybody else is told that nothing was tested.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROGRAM = os.environ.get("REVISIT_STATIC") or sys.exit("REVISIT_STATIC: name the static binary")
NAMES = ["王芳", "𠮷田", "欧阳é", "ᠠ"]
POLICY = "policy: mine\nrules:\n  - {id: a, after: 来访, due: 3}\n  - {id: b, after: 来电, due: 1}\n"


def alone(root, *words, expected=0):
    done = subprocess.run(
        ["/revisit", *words], executable="/revisit", capture_output=True, timeout=60,
        preexec_fn=lambda: (os.chroot(root), os.chdir("/")),
        env={"REVISIT_DB": "/revisit.db", "REVISIT_AS_OF": "2026-11-20 10:00",
             "REVISIT_LANG": "zh"})
    out = done.stdout.decode()
    if done.returncode != expected:
        sys.exit(f"{words}: {done.returncode}, not {expected}\n{out}{done.stderr.decode()}")
    return out + done.stderr.decode()


def must(held, what):
    if not held:
        sys.exit(f"not so: {what}")


def customers():
    rows = [f"{name},1380000000{n},来访,2026-11-1{n + 6},A,李明" for n, name in enumerate(NAMES)]
    return "\n".join(["姓名,电话,来源,首次日期,级别,置业顾问", *rows]) + "\n"


def check(root):
    shutil.copy(PROGRAM, root / "revisit")
    (root / "客户.csv").write_bytes(customers().encode("gb18030"))
    (root / "mine.yaml").write_text(POLICY)
    (root / "twice.yaml").write_text(POLICY + "policy: again\n")
    before = set(root.iterdir())

    for words in (["--help"], ["help", "due"], ["due", "--help"], ["message", "batch", "-h"]):
        must("revisit" in alone(root, *words), f"{words} helps")
    must("--nonsense" in alone(root, "due", "--nonsense", expected=64), "a failure is told as one")

    must("revisit due --consultant" in alone(root, "demo"), "demo shows a list")
    must(set(root.iterdir()) == before, "demo leaves nothing")
    alone(root, "policy", "check", "mine.yaml")
    must("twice.yaml:5:1:" in alone(root, "policy", "check", "twice.yaml", expected=78),
         "a repeated key is told with its place")
    alone(root, "init", "--office", "阳光花园", "--from", "2026-11-01")
    alone(root, "staff", "add", "李明")
    alone(root, "import", "/客户.csv")
    listed = alone(root, "due", "--consultant", "李明")
    for name in NAMES:
        must(name in listed, f"{name} of the GB18030 file is on the list")
    alone(root, "doctor")


def main():
    if os.geteuid() != 0:
        print("emptyroot: NOT TESTED: chroot needs root", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        check(Path(folder))
    size = os.path.getsize(PROGRAM) / 1e6
    print(f"emptyroot: demo, import of GB18030, due, doctor: alone in an empty root, {size:.1f} MB")


main()
