"""Several processes write to one office at once while `daily` runs over and over.

Every operation carries an --op; some are sent twice. Each acknowledged one must be there once, each
refused one not at all, `undo` must have taken back its own user's newest step, and nobody may be told
that the database is busy. The control reads and then writes in deferred transactions.
"""

import random
import sqlite3
import sys
import threading
import time
from pathlib import Path

import office

NEW, LOG, EDIT, UNDO = "add", "log", "edit", "undo"


class Worker(threading.Thread):
    """One consultant with a shell script: one process after the other."""

    def __init__(self, database, number, count):
        super().__init__()
        self.database, self.number, self.count = database, number, count
        self.user = f"顾问{number}"
        self.random = random.Random(number)
        self.acknowledged, self.refused, self.faults, self.waits = [], [], [], []

    def words(self, kind, step):
        mark = f"w{self.number}s{step}"
        customer = f"客户{self.random.randrange(8)}"
        return {
            NEW: ["add", f"新{mark}", "--phone", f"135{self.number:02d}{step:06d}", "--source", "来电"],
            LOG: ["log", customer, "--by", "电话", "--note", mark],
            EDIT: ["edit", customer, "--grade", self.random.choice("ABCD")],
            UNDO: ["undo"],
        }[kind] + ["--op", mark]

    def send(self, words):
        began = time.monotonic()
        done = office.run(self.database, *words, user=self.user)
        self.waits.append(time.monotonic() - began)
        if done.returncode == 75 or b"busy" in done.stderr:
            self.faults.append(f"busy: {words}")
        return done

    def run(self):
        for step in range(self.count):
            kind = self.random.choices([NEW, LOG, EDIT, UNDO], [2, 5, 2, 1])[0]
            words = self.words(kind, step)
            done = self.send(words)
            if self.random.random() < 0.2 and done.returncode == 0:
                again = self.send(words)
                if again.returncode != 0:
                    self.faults.append(f"retry: {words}: {again.stderr.decode().strip()}")
            # Undo may find nothing, or another's step that stands on its own.
            if done.returncode == 0:
                self.acknowledged.append((kind, words[-1]))
            elif kind == UNDO and done.returncode == 65:
                self.refused.append(words[-1])
            else:
                self.faults.append(f"{words}: {done.returncode} {done.stderr.decode().strip()}")


def check(database, workers):
    connection = sqlite3.connect(database)
    ops = {}
    for number, token, command, user, undoes in connection.execute(
            "SELECT id, token, command, user, undoes FROM op WHERE token IS NOT NULL"):
        ops.setdefault(token, []).append((number, command, user, undoes))
    notes = dict(connection.execute(
        "SELECT n.said, count(*) FROM note n JOIN fact f ON f.id = n.fact GROUP BY n.said"))
    connection.close()
    faults = []
    for worker in workers:
        live = []
        for kind, token in worker.acknowledged:
            found = ops.pop(token, [])
            if len(found) != 1 or found[0][1:3] != (kind, worker.user):
                faults.append(f"{token}: {found}")
                continue
            if kind == LOG and notes.get(token) != 1:
                faults.append(f"{token}: noted {notes.get(token)} times")
            if kind == UNDO:
                wanted = live.pop() if live else None
                if found[0][3] != wanted:
                    faults.append(f"{token}: took back {found[0][3]}, not {wanted}")
            else:
                live.append(found[0][0])
    return faults + [f"nobody was told of {token}" for token in ops]


def control(folder):
    """Of 100 pairs of deferred transactions that both read and then write, how many were refused."""
    database = folder / "control.db"
    sqlite3.connect(database).executescript("CREATE TABLE t (n); INSERT INTO t VALUES (0)")
    pair = [sqlite3.connect(database, timeout=1, isolation_level=None) for _ in range(2)]
    busy = 0
    for _ in range(100):
        for connection in pair:
            connection.execute("BEGIN")
            connection.execute("SELECT n FROM t").fetchall()
        try:
            for connection in pair:
                connection.execute("UPDATE t SET n = n + 1")
        except sqlite3.OperationalError:
            busy += 1
        for connection in pair:
            connection.execute("ROLLBACK")
    return busy


def prepare(folder, processes):
    database = office.make_office(folder)
    for number in range(processes):
        office.must(database, "staff", "add", f"顾问{number}", user=None)
    for number in range(8):
        office.must(database, "add", f"客户{number}", "--phone", f"1350000000{number}",
                    "--source", "来访", "--consultant", "李明", user=None)
    return database


def main(short):
    processes, count = (4, 15) if short else (8, 100)
    with office.scratch() as place:
        folder = Path(place) / "office"
        folder.mkdir(mode=0o700)
        database = prepare(folder, processes)
        workers = [Worker(database, number, count) for number in range(processes)]
        for worker in workers:
            worker.start()
        faults, runs = [], 0
        while any(worker.is_alive() for worker in workers):
            done = office.run(database, "daily", "--out", str(folder / "out"), user=None)
            runs += 1
            if done.returncode != 0:
                faults.append(f"daily: {done.returncode} {done.stderr.decode().strip()}")
        faults += sum((worker.faults for worker in workers), []) + check(database, workers)
        faults += office.soundness_faults(database)
        faults += [f"left over: {name}" for name in office.leftovers(folder, {"revisit.db", "out"})]
        faults += [f"left over: {path.name}" for path in (folder / "out").glob("*.part")]
        busy = control(Path(place))
    waits = sorted(sum((worker.waits for worker in workers), []))
    for fault in faults[:40]:
        print(fault)
    refused = sum(len(worker.refused) for worker in workers)
    print(f"{processes} processes x {count}, {len(waits)} runs, {refused} undos refused, daily {runs} "
          f"times; median {waits[len(waits) // 2]:.3f} s, p99 {waits[len(waits) * 99 // 100]:.3f} s, "
          f"longest {waits[-1]:.3f} s")
    office.row(f"{processes} processes at once", len(waits), f"deferred: {busy} of 100 busy",
               len(faults))
    return not faults and busy > 0


if __name__ == "__main__":
    sys.exit(0 if main("--short" in sys.argv) else 1)
