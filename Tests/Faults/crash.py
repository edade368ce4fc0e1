"""Kills each writing command at every system call that touches the office's files, and answers each
such call with EIO and ENOSPC.

Acknowledged (exit 0) means present; refused or killed means wholly absent or wholly present, and the
same command with the same --op then leaves it present once. A migration leaves a whole copy of what
was there besides. The control runs SQL without a journal, which the harness must catch half-done.

After a batch of texts was handed out, or nearly, whatever runs next leaves each text in one file alone.

    crash.py [--short] [log migrate ...]     all commands, unless some are named
"""

import collections
import random
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import office

CALLS = ("openat,pread64,pwrite64,write,fdatasync,fsync,ftruncate,unlink,fcntl,rename,link,"
         "newfstatat,fstat,close,fchmod,fchown,mkdir,renameat2")
LINE = re.compile(r"^(?:\d+\s+)?(\w+)\((.*)$")
KILL, EIO, ENOSPC, EIO_ON, ENOSPC_ON = "kill", "EIO", "ENOSPC", "EIO+", "ENOSPC+"

COMMANDS = {
    "log": ["log", "王芳", "--by", "电话", "--note", "再谈", "--intention", "A", "--op", "x1"],
    "import-50": ["import", "{files}/50.csv", "--op", "x1"],
    "import-1000": ["import", "{files}/1000.csv", "--op", "x1"],
    "edit": ["edit", "赵强", "--grade", "A", "--tag", "重点", "--phone", "13700000009",
             "--layout", "三室", "--op", "x1"],
    "undo": ["undo", "--op", "x1"],
    "policy adopt": ["policy", "adopt", "yufu", "--from", "2026-12-01", "--op", "x1"],
    **{f"migrate {schema}": ["doctor", "--migrate"] for schema in office.OLDER},
    "batch": ["message", "batch", "--out", "{case}/sms.jsonl", "--op", "x1"],
    "sent": ["message", "sent", "--batch", "1", "--failed", "{files}/failed.csv", "--op", "x1"],
}


def touching(trace, folder):
    """(call, index among all of that name) of the calls on the office's files."""
    counts, found = collections.Counter(), []
    for line in Path(trace).read_text(errors="replace").splitlines():
        match = LINE.match(line)
        if not match:
            continue
        call, rest = match.groups()
        counts[call] += 1
        if str(folder) in rest or call == "write":
            found.append((call, counts[call]))
    return found


def tracer(name):
    """Threads of an import write too; the program that `policy adopt` asks has nothing to lose, and
    its calls are not counted."""
    return ["strace", "-qq"] + (["-f"] if name.startswith("import") else [])


def injection(name, call, index, mode):
    what = {
        KILL: f"signal=KILL:when={index}", EIO: f"error=EIO:when={index}",
        ENOSPC: f"error=ENOSPC:when={index}", EIO_ON: f"error=EIO:when={index}+",
        ENOSPC_ON: f"error=ENOSPC:when={index}+",
    }[mode]
    return tracer(name) + ["-o", "/dev/null", "-e", f"trace={call}", "-e", f"inject={call}:{what}"]


def modes_of(call):
    if call in ("pwrite64", "fdatasync", "fsync", "ftruncate"):
        return (KILL, EIO, ENOSPC, EIO_ON, ENOSPC_ON)
    return (KILL, EIO, ENOSPC)


class Scenario:
    """One command on one office, with what the office says before and after it."""

    def __init__(self, base, folder, name):
        self.base, self.folder, self.name = base, folder, name
        trial = self.fresh("trial")
        self.known = {path.name for path in trial.iterdir()}
        self.backup = office.backup(name.split()[1]) if name.startswith("migrate") else None
        # The older offices have each their own staff.
        self.user = None if self.backup else "李明"
        if self.backup:
            self.known.add(self.backup)
        self.before = office.content(trial / "revisit.db")
        trace = folder / "trace"
        prefix = tracer(name) + ["-y", "-o", str(trace), "-e", f"trace={CALLS}"]
        done = office.run(
            trial / "revisit.db", *self.words(trial), user=self.user, prefix=prefix)
        if done.returncode != 0:
            raise SystemExit(f"{name}: {done.returncode} {done.stderr.decode()}")
        self.after = office.content(trial / "revisit.db")
        if name == "batch":
            self.known.add("sms.jsonl")
            self.texts = office.texts(trial / "sms.jsonl")
        calls = touching(trace, folder.parent)
        self.cases = [(call, index, mode) for call, index in calls for mode in modes_of(call)]
        self.calls = collections.Counter(call for call, _ in calls)
        self.exits = collections.Counter()

    def fresh(self, name):
        case = self.folder / name
        shutil.rmtree(case, ignore_errors=True)
        shutil.copytree(self.base, case)
        return case

    def words(self, case):
        return [word.format(files=self.folder.parent / "files", case=case)
                for word in COMMANDS[self.name]]

    def check(self, case):
        call, index, mode = case
        folder = self.fresh(f"{call}-{index}-{mode}")
        database = folder / "revisit.db"
        done = office.run(
            database, *self.words(folder), user=self.user, prefix=injection(self.name, *case))
        self.exits[done.returncode] += 1
        faults = self.faults(folder, database, done, mode)
        # Either the same order comes again or, as on the next day, another one.
        if self.name == "batch" and index % 2:
            faults += self.next_batch(folder, database, mode)
        else:
            faults += self.retry(folder, database)
        shutil.rmtree(folder, ignore_errors=True)
        return [f"{self.name}: {call} {index} {mode} (exit {done.returncode}): {fault}"
                for fault in faults]

    def faults(self, folder, database, done, mode):
        faults = []
        if mode == KILL:
            # Under --seccomp-bpf strace 6.1 passes such a signal over.
            if done.returncode != -signal.SIGKILL:
                faults.append("was not killed")
        else:
            if done.returncode not in (0, 74):
                faults.append(f"exit {done.returncode}: {done.stderr.decode().strip()}")
            # That the office was brought up stands, whatever fails after it, and is said before it.
            complaints = [line for line in done.stderr.splitlines()
                          if b"was brought from format" not in line]
            if done.returncode != 0 and len(complaints) != 1:
                faults.append(f"not one line: {done.stderr.decode().strip()}")
        faults += office.soundness_faults(database)
        says = office.content(database)
        if says not in (self.before, self.after):
            faults.append("half done")
        if done.returncode == 0 and says != self.after:
            faults.append("acknowledged and lost")
        return faults

    def next_batch(self, folder, database, mode):
        following = folder / "next.jsonl"
        again = office.run(database, "message", "batch", "--out", str(following))
        faults = [] if again.returncode == 0 else [
            f"next: {again.returncode} {again.stderr.decode().strip()}"]
        found = office.texts(folder / "sms.jsonl") + office.texts(following)
        if sorted(found) != sorted(self.texts):
            faults.append(f"texts {found}, not {self.texts}")
        # Nobody is left to take away what a killed process wrote before it recorded it, or one whose
        # disk stays broken.
        part = {"sms.jsonl.part"} if mode in (KILL, EIO_ON, ENOSPC_ON) else set()
        return faults + self.left_over(folder, {"next.jsonl"} | part)

    def left_over(self, folder, more=frozenset()):
        return [f"left over: {name}" for name in office.leftovers(folder, self.known | more)]

    def retry(self, folder, database):
        faults = []
        again = office.run(database, *self.words(folder), user=self.user)
        if again.returncode != 0:
            faults.append(f"retry: {again.returncode} {again.stderr.decode().strip()}")
        if office.content(database) != self.after:
            faults.append("retry did not leave it done once")
        faults += self.left_over(folder)
        if self.name == "batch" and office.texts(folder / "sms.jsonl") != self.texts:
            faults.append("the file has not each text once")
        if self.backup and office.content(folder / self.backup) != self.before:
            faults.append("the backup is not what was there")
        return faults


CONTROL = """PRAGMA journal_mode=OFF; PRAGMA cache_size=2; BEGIN IMMEDIATE;
INSERT INTO phone (customer, place, number, op) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL
  SELECT i + 1 FROM n WHERE i < 400) SELECT 1, i + 9, 113600000000 + i, 1 FROM n; COMMIT;"""


def control(base, folder):
    """The same sweep over SQL without a journal: how many kills left something half done."""
    def fresh(name):
        case = folder / name
        shutil.copytree(base, case)
        return case / "revisit.db"

    def insert(database, prefix):
        subprocess.run([*prefix, "sqlite3", str(database), CONTROL], capture_output=True)

    whole = fresh("control")
    before = office.content(whole)
    trace = folder / "control-trace"
    insert(whole, ["strace", "-f", "-y", "-qq", "-o", str(trace), "-e", "trace=pwrite64"])
    after = office.content(whole)

    def breaks(case):
        database = fresh(f"control-{case[1]}")
        insert(database, injection("sqlite3", *case, KILL))
        try:
            return bool(office.structure_faults(database)) or (
                office.content(database) not in (before, after))
        except sqlite3.DatabaseError:
            return True

    cases = touching(trace, whole.parent)
    return sum(office.in_parallel(breaks, cases)), len(cases)


def sample(cases, count):
    """Two thirds of them calls that change a file."""
    changing = [case for case in cases if case[0] in ("pwrite64", "fdatasync", "ftruncate", "write")]
    others = [case for case in cases if case not in changing]
    chance, part = random.Random(7), count * 2 // 3
    return chance.sample(changing, min(part, len(changing))) + chance.sample(
        others, min(count - part, len(others)))


def main(short, names):
    with office.scratch() as place:
        base = Path(place) / "base"
        base.mkdir(mode=0o700)
        office.make_office(base)
        files = Path(place) / "files"
        files.mkdir()
        for rows in (50, 1000):
            office.customers_csv(files / f"{rows}.csv", rows)
        (files / "failed.csv").write_text("13800000001,空号\n", encoding="utf-8")
        bases = {"batch": Path(place) / "batch-base", "sent": Path(place) / "sent-base"}
        for name, folder in bases.items():
            folder.mkdir(mode=0o700)
            office.make_office_with_texts(folder, handed_out=name == "sent")
        for schema in office.OLDER:
            old = bases[f"migrate {schema}"] = Path(place) / f"old-{schema}"
            old.mkdir(mode=0o700)
            office.keep_old_office(old, schema)
        faults, cases = [], 0
        for name in names:
            folder = Path(place) / name.replace(" ", "-")
            folder.mkdir()
            scenario = Scenario(bases.get(name, base), folder, name)
            chosen = sample(scenario.cases, 12 if "1000" in name else 30) if short else scenario.cases
            found = sum(office.in_parallel(scenario.check, chosen), [])
            cases, faults = cases + len(chosen), faults + found
            calls = ", ".join(f"{call} {n}" for call, n in sorted(scenario.calls.items()))
            exits = ", ".join(f"{code}: {n}" for code, n in sorted(scenario.exits.items()))
            print(f"{name}: {len(chosen)} of {len(scenario.cases)} cases; {calls}; exits {exits}; "
                  f"{len(found)} faults", flush=True)
        broken, tried = control(base, Path(place))
    for fault in faults[:40]:
        print(fault)
    office.row("kill, EIO, ENOSPC at each call", cases, f"no journal: {broken} of {tried}", len(faults))
    return not faults and broken > 0


if __name__ == "__main__":
    named = [name for name in COMMANDS if name in sys.argv or name.split()[0] in sys.argv]
    sys.exit(0 if main("--short" in sys.argv, named or list(COMMANDS)) else 1)
