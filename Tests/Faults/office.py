"""What the fault harnesses share: the program, an office to work on, and what must hold of it."""

import hashlib
import itertools
import json
import os
import shutil
import sqlite3
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("REVISIT_PROGRAM", str(ROOT / ".build/debug/revisit"))
NOW = "2026-11-20 10:00"
JOURNAL = "revisit.db-journal"
SCHEMA = 6
# By schema, an office that a program of it left.
OLDER = {1: "merged", 2: "own", 3: "own", 4: "staff", 5: "moved"}


def environment(user="李明", **more):
    """user: the member who works; None: the database's own user."""
    return {
        "PATH": os.environ["PATH"], "HOME": "/nonexistent", "REVISIT_LANG": "en",
        "REVISIT_USER": user or "", "REVISIT_AS_OF": NOW, **more,
    }


def run(database, *words, user="李明", prefix=(), timeout=120, **more):
    """One run of the program; `prefix` is what traces it."""
    return subprocess.run(
        [*prefix, PROGRAM, *words], cwd="/", capture_output=True, timeout=timeout,
        env=environment(user, REVISIT_DB=str(database), **more))


def must(database, *words, **more):
    done = run(database, *words, **more)
    if done.returncode != 0:
        raise SystemExit(f"{words}: {done.returncode} {done.stderr.decode()}")
    return done


def make_office(folder):
    """A small office whose last step is a `log`."""
    database = Path(folder) / "revisit.db"
    must(database, "init", "--office", "阳光花园", "--from", "2026-11-01", user=None)
    must(database, "staff", "add", "李明", user=None)
    for n, name in enumerate(["王芳", "赵强", "孙丽"]):
        must(database, "add", name, "--phone", f"1380000000{n}", "--source", "来访",
             "--grade", "B", "--consultant", "李明", "--on", "2026-11-05")
    must(database, "log", "王芳", "--by", "电话", "--note", "初谈", "--on", "2026-11-06")
    return database


def make_office_with_texts(folder, handed_out):
    """An office with texts that are due, in a batch of their own where they are handed out."""
    database = Path(folder) / "revisit.db"
    must(database, "init", "--office", "阳光花园", "--policy", "wenxin", "--from", "2026-11-01",
         user=None)
    must(database, "office", "set", "project", "阳光花园", user=None)
    must(database, "staff", "add", "李明", user=None)
    for n, name in enumerate(["王芳", "赵强", "孙丽"]):
        must(database, "add", name, "--phone", f"1380000000{n}", "--source", "客资",
             "--consultant", "李明", "--on", "2026-11-05")
        must(database, "event", name, "认购", "--on", "2026-11-19")
    must(database, "message", "draft", "--rule", "wx-1.2")
    if handed_out:
        must(database, "message", "batch", "--out", str(Path(folder) / "sms.jsonl"))
    return database


def texts(path):
    """The ids of the texts in the file of a batch; none where there is no file."""
    if not Path(path).exists():
        return []
    return [json.loads(line)["id"] for line in Path(path).read_text(encoding="utf-8").splitlines()]


def backup(schema):
    """The name of the copy that bringing up an office of this schema leaves."""
    return f"revisit.db.schema-{schema}.bak"


def keep_old_office(folder, schema):
    database = Path(folder) / "revisit.db"
    shutil.copyfile(ROOT / f"Tests/Fixtures/schema-{schema}/{OLDER[schema]}.db", database)
    database.chmod(0o600)
    return database


def customers_csv(path, rows):
    lines = ["姓名,电话,来源,首次日期,级别,置业顾问"]
    lines += [f"客户{n},139{n:08d},来访,2026-11-0{n % 9 + 1},{'ABC'[n % 3]},李明"
              for n in range(rows)]
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


def content(database):
    """A digest of everything that the database says, wherever it lies."""
    place = str(Path(database).parent)
    connection = sqlite3.connect(database)
    try:
        digest = hashlib.sha256()
        for line in connection.iterdump():
            digest.update(line.replace(place, "").encode())
        return digest.hexdigest()
    finally:
        connection.close()


def structure_faults(database):
    connection = sqlite3.connect(database)
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        faults = [] if found == ["ok"] else [f"integrity: {found[0]}"]
        broken = connection.execute("PRAGMA foreign_key_check").fetchall()
        return faults + ([f"foreign keys: {len(broken)}"] if broken else [])
    except sqlite3.DatabaseError as error:
        return [f"integrity: {error}"]
    finally:
        connection.close()


def soundness_faults(database):
    """What is wrong with the file: by the program's own check, then by SQLite's."""
    if version(database) < SCHEMA:
        return structure_faults(database)
    checked = run(database, "doctor", user=None)
    faults = [] if checked.returncode == 0 else [
        f"doctor: {checked.returncode} {checked.stderr.decode().strip()[:200]}"]
    return faults + structure_faults(database)


def version(database):
    connection = sqlite3.connect(database)
    try:
        return connection.execute("PRAGMA user_version").fetchone()[0]
    finally:
        connection.close()


def leftovers(folder, known):
    """Files that a command left. The journal stays between transactions: empty, or, where a command
    was killed before it was synced, with a header of zeros, which SQLite takes for none."""
    found = []
    for path in sorted(Path(folder).iterdir()):
        if path.name in known or path.name == JOURNAL and path.read_bytes()[:1] in (b"", b"\0"):
            continue
        found.append(path.name)
    return found


def in_parallel(work, cases):
    """What `work` makes of each case; only some cases are drawn ahead."""
    cases, results = iter(cases), []
    with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
        while some := list(itertools.islice(cases, 64)):
            results += pool.map(work, some)
    return results


def scratch():
    """A folder for the run. In memory where there is room: what is on the disk is simulated."""
    place = "/dev/shm" if shutil.disk_usage("/dev/shm").free > 1 << 29 else None
    return tempfile.TemporaryDirectory(prefix="revisit-faults-", dir=place)


def row(area, cases, controls, losses, note=""):
    """One line of the table that `.ci/long` prints."""
    line = "\t".join([area, str(cases), controls, str(losses), note])
    table = os.environ.get("REVISIT_FAULTS_TABLE")
    if table:
        with open(table, "a", encoding="utf-8") as file:
            file.write(line + "\n")
    print(line, flush=True)
