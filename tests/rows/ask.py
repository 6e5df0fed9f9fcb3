"""Loads what `export` writes into DuckDB, as CSV and as JSON lines, and asks it three questions that `portfolio` answers too:
which level each team has reached, which teams each criterion keeps from the next, and how many items of each team are late."""

import json
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta
from pathlib import Path

import duckdb

PROGRAM = Path(sys.argv[1]).resolve()
TODAY = date(2026, 11, 23)
TEAMS = ["Payments", "支付/团队", "Search", 'Quote " and, comma', "=SUM(1)", "-dash", "Maps", "Ledger", "Ads", "Edge"]

# The newest assessment of each team.
NEWEST = "select * from items qualify date = max(date) over (partition by team)"
# A level is achieved when the one below is, none of its criteria is open, and at least one is a yes.
LEVELS = f"""
    with newest as ({NEWEST}),
    by_level as (
        select team, level, bool_and(answer in ('yes', 'na') and answer is not null) and bool_or(coalesce(answer, '') = 'yes') as holds
        from newest where kind = 'criterion' and level is not null group by team, level)
    select team, coalesce(min(level) filter (not holds) - 1, max(level)) as level from by_level group by team"""
# What is open of the level above; of one that is waived as a whole all.
BLOCKERS = f"""
    with newest as ({NEWEST}), reached as ({LEVELS}),
    next as (select n.*, bool_and(coalesce(answer, '') = 'na') over (partition by n.team) as waived
        from newest n join reached r on n.team = r.team and n.level = r.level + 1 where kind = 'criterion')
    select id, list_sort(list(team)) from next where waived or coalesce(answer, '') not in ('yes', 'na') group by id"""
LATE = f"""
    select team, count(*) filter (due < date and coalesce(answer, '') not in ('yes', 'na')) from ({NEWEST}) group by team"""


def opsladder(store: Path, *args: str) -> str:
    command = [PROGRAM, "--store", store, "--today", str(TODAY), *args]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def assessment(of: random.Random, team: str, day: date, ids: dict[str, list[str]]) -> str:
    """One of any kind: the answers are drawn, so that every level and every gap occurs."""
    skill = of.random()
    lines = ["format = 1", f"team = {json.dumps(team, ensure_ascii=False)}", f"date = {day}", "status = 'final'"]
    lines += ["[checklist]", 'id = "operations"', 'version = "1.0.0"']
    for section, own in ids.items():
        for one in own:
            answer = of.choices(["yes", "partial", "no", "na", None], [1 + 9 * skill, 1, 1, 0.7, 0.7])[0]
            if answer is None:
                continue
            lines += [f"[{section}.{one}]", f'answer = "{answer}"', f"answered = {day}"]
            if of.random() < 0.5:
                lines += [f"due = {day + timedelta(days=of.choice([-40, -1, 0, 1, 60]))}", 'note = """several,\n"lines\\""""']
    return "\n".join(lines) + "\n"


def fill(store: Path) -> None:
    probe = store / "Probe" / "2026-01-01.toml"
    probe.parent.mkdir()
    probe.write_text('format = 1\nteam = "Probe"\ndate = 2026-01-01\n[checklist]\nid = "operations"\nversion = "1.0.0"\n')
    items = [json.loads(line) for line in opsladder(store, "export", "--format", "jsonl").splitlines()]
    probe.unlink()
    probe.parent.rmdir()
    sections = {"criteria": "criterion", "practices": "practice", "deliverables": "deliverable"}
    ids = {section: [item["id"] for item in items if item["kind"] == kind] for section, kind in sections.items()}
    of = random.Random(11)
    for team in TEAMS:
        slug = "-".join("".join(c if c.isalnum() else " " for c in team).split())
        for quarter in range(3):
            day = TODAY - timedelta(days=90 * quarter + of.randrange(30))
            path = store / slug / f"{day}.toml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(assessment(of, team, day, ids))


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "store"
        store.mkdir()
        fill(store)
        told = json.loads(opsladder(store, "portfolio", "--format", "json"))
        levels = {team["team"]: team["level"] for team in told["teams"]}
        late = {team["team"]: team["late"] for team in told["teams"]}
        blockers = {one["criterion"]: sorted(one["teams"]) for one in told["blockers"]}
        assert len(levels) == len(TEAMS) and len(set(levels.values())) > 1 and sum(late.values()) and blockers
        for form in ("csv", "jsonl"):
            rows = Path(place) / f"items.{form}"
            rows.write_text(opsladder(store, "export", "--format", form))
            base = duckdb.connect()
            reader = "read_csv" if form == "csv" else "read_json"
            base.execute(f"create table items as select * from {reader}('{rows}')")
            # In CSV a name that a spreadsheet would take for a formula begins with a quote.
            base.execute("update items set team = ltrim(team, '''')")
            ask = lambda question: {row[0]: row[1] for row in base.execute(question).fetchall()}
            for name, question, expected in (("levels", LEVELS, levels), ("blockers", BLOCKERS, blockers), ("late", LATE, late)):
                answer = ask(question)
                if isinstance(next(iter(answer.values())), list):
                    answer = {key: sorted(value) for key, value in answer.items()}
                assert answer == expected, f"{form}, {name}:\n  DuckDB says {answer}\n  portfolio says {expected}"
            count = base.execute("select count(*) from items").fetchone()[0]
            print(f"{form}: {count} rows, three answers alike")


main()
