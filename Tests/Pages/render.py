"""Every page of HTML that the program writes, in a browser: on a phone, on a screen, on A4.

    render.py [--keep FOLDER]

FOLDER then has the pages, their pictures and what comes out of a printer.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from browser import Browser

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("REVISIT_PROGRAM", str(ROOT / ".build/debug/revisit"))
# The width of A4 within the margins that the pages ask for, in CSS pixels.
PAPER = round((210 - 2 * 12) / 25.4 * 96)
HOSTILE = "<script>document.title='x'</script>&\"'"
LONG = "极长" * 24 + "x" * 90


def run(database, *words, now="2026-11-20 09:00", lang="zh", user="王经理"):
    done = subprocess.run(
        [PROGRAM, *words], capture_output=True, text=True,
        env={"HOME": "/nonexistent", "REVISIT_DB": str(database), "REVISIT_AS_OF": now,
             "REVISIT_USER": user, "REVISIT_LANG": lang})
    if done.returncode != 0:
        raise SystemExit(f"{words}: {done.returncode} {done.stderr}")
    return done.stdout


def make_office(folder):
    """An office of three weeks with misses, duties, cases, loans, surveys and hostile texts."""
    database = Path(folder) / "office.db"
    first = "2026-11-01"
    run(database, "init", "--office", "阳光花园", "--policy", "wenxin", "--from", first, now=first,
        user="")
    for name, role in [("李明", "置业顾问"), ("欧阳长安", "置业顾问"), ("孙客服", "客服"), ("王经理", "经理")]:
        run(database, "staff", "add", name, "--role", role, now=first, user="")
    rows = ["姓名,手机号,来源渠道,首次日期,级别,置业顾问"]
    rows += [f"客户{n},139{n:08d},来访,2026-11-{n % 17 + 2:02d},{'ABCD'[n % 4]},"
             + ["李明", "欧阳长安"][n % 2] for n in range(90)]
    book = Path(folder) / "book.csv"
    book.write_text("\n".join(rows) + "\n", encoding="utf-8")
    run(database, "import", str(book), now="2026-11-19")
    run(database, "add", "阿卜杜热合曼·买买提江", "--phone", "13800000001", "--source", "来访",
        "--grade", "A", "--consultant", "李明", now="2026-11-12 10:00")
    run(database, "add", LONG[:40], "--phone", "13800000002", "--source", "来电",
        "--grade", "B", "--consultant", "李明", now="2026-11-12 10:00")
    wang = "13800000001"
    run(database, "log", wang, "--by", "电话", "--note", HOSTILE, "--next", "2026-11-20",
        "--promise", LONG, now="2026-11-13 10:00", user="李明")
    run(database, "event", wang, "签约", "--no", "HT-<88>", "--pay", "按揭", now="2026-11-14 10:00")
    run(database, "log", wang, "--by", "电话", "--note", "满意", "--answers", "5,4,5,4",
        now="2026-11-16 10:00")
    run(database, "case", "add", wang, "投诉", "--about", HOSTILE, "--by", "电话",
        now="2026-11-16 11:00")
    run(database, "case", "step", "K00001", "派单", "--to", "孙客服", now="2026-11-16 12:00")
    run(database, "ledger", "add", "巡查问题", "--note", HOSTILE + LONG, "--for", "孙客服",
        now="2026-11-17 10:00")
    run(database, "milestone", "add", "开盘", "--on", "2026-11-28", "--title", HOSTILE,
        now="2026-11-18")
    return database


# What to type, and words that must be seen. A phone shows cards: the words of a row are there too.
REPORTS = {
    "week": (["report", "--week"], ["回访周报", "欧阳长安", "合计", "漏做与迟做", "未结的问题"]),
    "week-all": (["report", "--week", "--all"], ["回访周报", "买买提江"]),
    "week-en": (["report", "--week"], ["Week 2026-W47", "total"]),
    "late": (["report", "--unlogged"], ["客户"]),
    "rate": (["report", "--callback-rate"], ["合计"]),
    "survey": (["report", "--survey"], ["进度", "合计"]),
    "loans": (["report", "--loans"], ["买买提江", "2026-11-14"]),
    "half": (["report", "--half", "2026-11a"], ["回访登记表", "<script>"]),
    "due": (["due", "--consultant", "李明"], ["李明", "阿卜杜热合曼", "与客户约定"]),
    "due-role": (["due", "--role", "客服"], ["客服"]),
    "calendar": (["calendar", "show", "2026-11"], ["2026 年 11 月", "11-28"]),
    "find": (["find", "客户1"], ["客户1"]),
    "cases": (["case", "list"], ["K00001"]),
    "case": (["case", "show", "K00001"], ["K00001", "孙客服"]),
    "customer": (["show", "13800000001"], ["HT-<88>", "<script>"]),
    "ledger": (["ledger", "list"], ["巡查问题"]),
    "rehearsal": (["policy", "rehearse", "qnc", "--from", "2026-11-02", "--to", "2026-11-15"],
                  ["预演", "qnc", "####"]),
    "coverage": (["policy", "coverage"], ["条"]),
    "milestones": (["milestone", "list"], ["<script>"]),
}


def write_pages(folder):
    database = make_office(folder)
    pages = {}
    for name, (words, wanted) in REPORTS.items():
        path = Path(folder) / f"{name}.html"
        lang = "en" if name.endswith("-en") else "zh"
        path.write_text(run(database, *words, "--format", "html", lang=lang), encoding="utf-8")
        pages[path] = wanted
    run(database, "daily", "--out", str(folder))
    for path in sorted(Path(folder).glob("2026-11-20-*.html")):
        pages[path] = ["2026-11-20"]
    pages[Path(folder) / "2026-11-20-经理.html"] = ["回访概况", "回访周报", "内部事项"]
    return pages


MEASURE = """(() => {
  const shown = e => e.getClientRects().length > 0;
  const all = [...document.body.querySelectorAll('*')].filter(shown);
  const texts = all.filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
  return {
    overflow: document.documentElement.scrollWidth - innerWidth,
    beyond: all.filter(e => e.getBoundingClientRect().right > innerWidth + 1)
      .map(e => e.tagName + ' ' + e.textContent.slice(0, 30)),
    clipped: all.filter(e => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0
      && getComputedStyle(e).display !== 'inline')
      .map(e => e.tagName + ' ' + e.textContent.slice(0, 30)),
    smallest: Math.min(...texts.map(e => parseFloat(getComputedStyle(e).fontSize))),
    text: document.body.innerText,
    title: document.title,
    scripts: document.scripts.length,
    tables: document.querySelectorAll('table').length,
  };
})()"""


def faults(browser, path, wanted):
    """What is wrong with the page, a line each."""
    source = path.read_text(encoding="utf-8")
    if 'name="viewport"' not in source:
        yield "no viewport"
    if "<h1" not in source:
        yield "no heading"
    if "<pre" in source:
        yield "text set as <pre>"
    for outside in re.findall(r'(?:src|href)\s*=|url\(|@import|https?://', source):
        yield f"asks for something from outside: {outside}"
    for name, width, height in [("390", 390, 844), ("1366", 1366, 768), ("a4", PAPER, 1000)]:
        browser.open(path, width, height, paper=name == "a4")
        found = browser.value(MEASURE)
        browser.picture(path.with_suffix(f".{name}.png"))
        if found["overflow"] > 0 or found["beyond"]:
            yield f"{name}: {found['overflow']} px too wide: {found['beyond'][:3]}"
        if found["clipped"]:
            yield f"{name}: cut: {found['clipped'][:3]}"
        if found["smallest"] < 9:
            yield f"{name}: text of {found['smallest']} px"
        if found["scripts"] or found["title"] == "x":
            yield f"{name}: a text became a script"
        for words in wanted:
            if words not in found["text"]:
                yield f"{name}: does not say {words!r}"
    yield from paper_faults(browser, path, wanted)


def paper_faults(browser, path, wanted):
    paper = path.with_suffix(".pdf")
    browser.pdf(paper)
    boxes = re.findall(rb"/MediaBox\s*\[([^\]]*)\]", paper.read_bytes())
    if not boxes:
        yield "paper: no page"
    for box in boxes:
        size = [round(float(number)) for number in box.split()]
        if abs(size[2] - 595) > 1 or abs(size[3] - 842) > 1:
            yield f"paper: {size} is not A4"
    text = subprocess.run(
        ["pdftotext", "-raw", str(paper), "-"], capture_output=True, text=True).stdout
    bare = re.sub(r"\s", "", text)
    for words in wanted:
        if re.sub(r"\s", "", words) not in bare:
            yield f"paper: does not say {words!r}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--keep")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="revisit-pages-") as own:
        folder = Path(options.keep or own).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        pages = write_pages(folder)
        browser = Browser()
        try:
            lines = [f"{path.name}: {fault}" for path, wanted in pages.items()
                     for fault in faults(browser, path, wanted)]
        finally:
            browser.close()
    for line in lines:
        print(line)
    print(f"{len(pages)} pages, {len(lines)} faults")
    sys.exit(1 if lines else 0)


if __name__ == "__main__":
    main()
