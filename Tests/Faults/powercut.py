"""Replays power cuts.

A row of commands is traced once. From the trace the files are rebuilt as a disk may hold them when the
power fails at some call: what was synced is there; of every write, cut and new name since then, all,
none, or any part, sector by sector and in any order. Each image must open, pass every check and hold
exactly the commands that were acknowledged, the one under way wholly or not at all.

The controls write the same way through the sqlite3 shell: without a journal images must break, and
with a journal that is deleted (whose removal nobody syncs) an acknowledged write must be lost.
"""

import bisect
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import office

TRACER = ["strace", "-f", "-y", "-qq", "-xx", "-s", "100000", "-e",
          "trace=openat,write,pwrite64,ftruncate,fdatasync,fsync,unlink,unlinkat,rename,link,fallocate"]
CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+= (-?\d+)")
DESCRIPTOR = re.compile(r"^\d+<([^>]*)>")
STRING = re.compile(r'"([^"]*)"')
SECTOR = 512


def unhex(text):
    return bytes.fromhex(text.replace("\\x", ""))


def events_of(trace, folder):
    """What a command did to the files of the folder, in order."""
    events = []
    for line in Path(trace).read_text(errors="replace").splitlines():
        match = CALL.match(line)
        if not match or int(match[3]) < 0:
            continue
        call, words = match[1], match[2]
        if call in ("openat", "unlink", "unlinkat"):
            path = Path(unhex(STRING.search(words)[1]).decode(errors="replace"))
            if path.parent == folder and (call != "openat" or "O_CREAT" in words):
                events.append(("create" if call == "openat" else "remove", path.name))
            continue
        found = DESCRIPTOR.match(words)
        path = Path(unhex(found[1]).decode(errors="replace")) if found else None
        if path == folder and call in ("fsync", "fdatasync"):
            events.append(("sync names",))
        elif path is not None and path.parent == folder:
            if call == "pwrite64":
                data = unhex(STRING.search(words)[1])
                events.append(("write", path.name, int(words.rsplit(", ", 1)[1]), data))
            elif call == "ftruncate":
                events.append(("cut", path.name, int(words.rsplit(", ", 1)[1])))
            elif call in ("fsync", "fdatasync"):
                events.append(("sync", path.name))
            else:
                raise SystemExit(f"the replay does not know {call} on {path.name}")
        elif call in ("rename", "link") and str(folder) in unhex(STRING.search(words)[1]).decode():
            raise SystemExit(f"the replay does not know {call}")
    return events


def changed(data, event):
    """The bytes of a file after one whole or partial change."""
    if event[0] == "cut":
        return data[:event[2]].ljust(event[2], b"\0")
    _, _, offset, new = event
    return data[:offset].ljust(offset, b"\0") + new + data[offset + len(new):]


class Disk:
    """What is surely there, and what has been asked for since."""

    def __init__(self, files):
        self.files = [data for data in files.values()]
        self.waiting = [[] for _ in self.files]
        self.names = {name: n for n, name in enumerate(files)}
        self.sure_names = dict(self.names)

    def take(self, event):
        kind = event[0]
        if kind == "create":
            if event[1] not in self.names:
                self.names[event[1]] = len(self.files)
                self.files.append(b"")
                self.waiting.append([])
        elif kind == "remove":
            self.names.pop(event[1], None)
        elif kind == "sync names":
            self.sure_names = dict(self.names)
        elif kind == "sync":
            number = self.names[event[1]]
            for waiting in self.waiting[number]:
                self.files[number] = changed(self.files[number], waiting)
            self.waiting[number] = []
        else:
            self.waiting[self.names[event[1]]].append(event)

    def image(self, chance):
        """The files after a power cut; `chance` draws what of the rest has come through."""
        manner = chance.choice(["none", "all", "any", "any", "torn", "torn"])
        names = dict(self.sure_names)
        for name in sorted(set(self.names) | set(self.sure_names)):
            if self.names.get(name) != self.sure_names.get(name) and keeps(manner, chance):
                names.pop(name, None)
                if name in self.names:
                    names[name] = self.names[name]
        return {name: self.after(number, manner, chance) for name, number in names.items()}

    def after(self, number, manner, chance):
        data = self.files[number]
        for event in self.waiting[number]:
            if event[0] == "write" and manner == "torn":
                _, name, offset, new = event
                for start in range(0, len(new), SECTOR):
                    if chance.random() < 0.6:
                        part = ("write", name, offset + start, new[start:start + SECTOR])
                        data = changed(data, part)
            elif keeps(manner, chance):
                data = changed(data, event)
        return data


def keeps(manner, chance):
    return manner == "all" or manner != "none" and chance.random() < 0.5


class Recording:
    """Events of a row of commands, with what the database said after each."""

    def __init__(self, folder, commands, run):
        self.start = {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}
        self.events, self.ends = [], []
        self.says = [office.content(folder / "revisit.db")]
        trace = folder.parent / "trace"
        for command in commands:
            run(command, [*TRACER, "-o", str(trace)])
            self.events += events_of(trace, folder)
            self.ends.append(len(self.events))
            # Of a copy: a reader of the live files would add to what is replayed.
            shutil.copytree(folder, folder.parent / "copy", dirs_exist_ok=True)
            self.says.append(office.content(folder.parent / "copy" / "revisit.db"))
            shutil.rmtree(folder.parent / "copy")

    def states_at(self, point):
        """What may be found after a cut behind `point` events."""
        done = bisect.bisect_right(self.ends, point)
        if done and self.ends[done - 1] == point or done == len(self.ends):
            return self.says[done:done + 1]
        return self.says[done:done + 2]

    def points(self, count):
        """Half of them just after an acknowledgement, where something could be lost."""
        chance = random.Random(11)
        return sorted(
            chance.choice(self.ends) if n % 2 else chance.randrange(len(self.events) + 1)
            for n in range(count))

    def images(self, count):
        """(number, files, what may be found) of each image; the draw is the same every time."""
        disk, at = Disk(self.start), 0
        for number, point in enumerate(self.points(count)):
            for event in self.events[at:point]:
                disk.take(event)
            at = point
            files = disk.image(random.Random(1000 + number))
            yield number, files, self.states_at(point)


def broken_and_lost(recording, count, folder, check):
    """Images that are damaged, and sound ones that do not hold what they must."""
    def judge(image):
        number, files, states = image
        case = folder / f"image-{number}"
        case.mkdir(mode=0o700)
        for name, data in files.items():
            (case / name).write_bytes(data)
            (case / name).chmod(0o600)
        try:
            faults = check(case / "revisit.db")
            lost = not faults and office.content(case / "revisit.db") not in states
        except sqlite3.DatabaseError as error:
            faults, lost = [str(error)], False
        shutil.rmtree(case)
        return bool(faults), lost, faults

    judged = office.in_parallel(judge, recording.images(count))
    for _, lost, faults in judged:
        if check is office.soundness_faults and (lost or faults):
            print(faults or "acknowledged and lost, or half done")
    return sum(broken for broken, _, _ in judged), sum(lost for _, lost, _ in judged)


def of_program(place):
    folder = place / "office"
    folder.mkdir(mode=0o700)
    database = office.make_office(folder)
    (folder / office.JOURNAL).unlink()
    office.customers_csv(place / "50.csv", 50)
    commands = [["log", "王芳", "--by", "电话", "--note", f"第{n}次", "--op", f"l{n}"]
                for n in range(12)]
    commands[3:3] = [["edit", "赵强", "--grade", "A", "--op", "e1"], ["undo", "--op", "u1"]]
    commands[8:8] = [["import", str(place / "50.csv"), "--op", "i1"],
                     ["policy", "adopt", "yufu", "--from", "2026-12-01", "--op", "p1"]]
    return Recording(folder, commands, lambda words, prefix: office.must(
        database, *words, prefix=prefix))


def of_shell(place, mode):
    folder = place / f"shell-{mode}"
    folder.mkdir(mode=0o700)
    database = office.make_office(folder)
    (folder / office.JOURNAL).unlink()
    commands = [f"""PRAGMA journal_mode={mode}; PRAGMA synchronous=FULL; BEGIN IMMEDIATE;
      INSERT INTO milestone (kind, day, title, building, op) VALUES (1, {n}, '节点', '', 1);
      INSERT INTO phone (customer, place, number, op) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL
        SELECT i + 1 FROM n WHERE i < 60) SELECT 1, {100 * (n + 1)} + i,
        printf('1{n}36%04d', i), 1 FROM n; COMMIT;""" for n in range(16)]

    def run(sql, prefix):
        subprocess.run([*prefix, "sqlite3", str(database), sql], check=True, capture_output=True)

    return Recording(folder, commands, run)


def main(short):
    count, control = (100, 100) if short else (2000, 2000)
    with office.scratch() as name:
        place = Path(name)
        recording = of_program(place)
        broken, lost = broken_and_lost(recording, count, place, office.soundness_faults)
        off = sum(broken_and_lost(
            of_shell(place, "OFF"), control, place, office.structure_faults))
        delete = broken_and_lost(
            of_shell(place, "DELETE"), control, place, office.structure_faults)[1]
    print(f"{len(recording.ends)} commands, {len(recording.events)} changes")
    office.row("power cut, images", count,
               f"journal OFF: {off} of {control}; DELETE/FULL: {delete} of {control} lost",
               broken + lost)
    return broken + lost == 0 and off > 0 and delete > 0


if __name__ == "__main__":
    sys.exit(0 if main("--short" in sys.argv) else 1)
