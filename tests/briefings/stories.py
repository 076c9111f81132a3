"""The briefings of the tests."""

import re
from datetime import date

from schemas import (
    Briefing,
    ClaimGroup,
    EventCluster,
    Failure,
    Line,
    Link,
    Unknown,
)
from tests.briefings.desk import Desk, counts, on
from tests.briefings.grouping import briefing, claimed, cluster, group, statement

WIRE = """Flood and clash in Ardava: 12 dead at Tolm bridge
TOLM, Ardava, 4 March (NAX) -- At least 12 soldiers were killed when rebels of the Ardava Front attacked the Tolm bridge on 3 \
March, the Ministry of Defence said.
The Ardava Front (AF) said it killed 30 soldiers and “took the whole bridge, all 200 metres of it”.
“We lost 12 men, and not one more,” minister Ana Brel said on Tuesday.
Some 4,500 people fled the valley, according to the Red Cross.
The army has killed more than 900 rebels since 2023, the ministry says.
Read More: Bank fined $714,000 over transfers
"""
DAILY = """Rebels seize bridge at Tolm
Rebels seized the Tolm bridge on Monday, 3 March 2025, killing 12 soldiers, the defence ministry said.
A hospital doctor in Tolm counted between 15 and 20 bodies.
The Ardava Front denied that it had withdrawn from the bridge.
On 8 March, a second attack was reported near Vell, with no word on losses.
Around 80 of the 4,500 displaced people reached Vell.
Copyright 2025 Daily Ledger
"""


def wire() -> Desk:
    """An agency report: official and rebel tolls, overlapping quotations, a total, boilerplate with a sum of money."""
    desk = Desk(
        "wire-001",
        WIRE,
        publisher="NAX",
        published=date(2025, 3, 4),
        boilerplate=[("read_more", "Read More: Bank fined $714,000 over transfers")],
    )
    ministry = desk.party("Ministry of Defence", "government")
    front = desk.party("Ardava Front", "armed_group")
    cross = desk.party("Red Cross", "igo_ngo")
    brel = desk.party("Ana Brel", "person", part_of=ministry)
    attack = desk.event(
        "Rebels attack the Tolm bridge",
        "battle",
        "attacked the Tolm bridge",
        when=on("on 3 March", date(2025, 3, 3)),
        places=("Tolm bridge", "Ardava"),
        by=(front,),
    )
    desk.figure("At least 12", "soldiers", "killed", counts(12, None, "at_least"), event=attack, speakers=(ministry,))
    desk.figure("30", "soldiers", "killed", counts(30, 30), event=attack, speakers=(front,))
    desk.figure("all 200 metres", "whole bridge", "territory", counts(200, 200), event=attack, speakers=(front,))
    desk.figure("12", "men", "killed", counts(12, 12), event=attack, speakers=(brel,), within="We lost")
    desk.figure("Some 4,500", "people", "displaced", counts(4275, 4725, "approx"), event=attack, speakers=(cross,))
    desk.figure("more than 900", "rebels", "killed", counts(900, None, "more_than"), speakers=(ministry,), scope="cumulative")
    desk.figure(
        "30",
        "soldiers",
        "wounded",
        counts(45, 45),
        event=attack,
        verdict="contradicted",
        said="45",
        why="The sentence that speaks of soldiers states 30, not 45.",
    )
    desk.claim("took the whole bridge, all 200 metres of it", "asserts", (front,), about=(attack,))
    desk.claim("it killed 30 soldiers and “took the whole bridge", "asserts", (front,), about=(attack,))
    desk.claim("We lost 12 men, and not one more", "asserts", (brel,), about=(attack,))
    return desk


def daily() -> Desk:
    """A newspaper: the same attack with a third toll, a denial, an event whose year is not stated."""
    desk = Desk(
        "daily-ledger",
        DAILY,
        publisher="Daily Ledger",
        published=date(2025, 3, 5),
        boilerplate=[("copyright", "Copyright 2025 Daily Ledger")],
    )
    ministry = desk.party("defence ministry", "government")
    front = desk.party("Ardava Front", "armed_group")
    doctor = desk.party("A hospital doctor", "person")
    seized = desk.event(
        "Rebels seize the Tolm bridge",
        "battle",
        "seized the Tolm bridge",
        when=on("Monday, 3 March 2025", date(2025, 3, 3)),
        places=("Tolm bridge",),
        by=(front,),
    )
    second = desk.event(
        "Second attack near Vell", "other", "second attack", when=on("On 8 March"), places=("near Vell",), salience="secondary"
    )
    desk.figure("12", "soldiers", "killed", counts(12, 12), event=seized, speakers=(ministry,))
    desk.figure("between 15 and 20", "bodies", "killed", counts(15, 20, "between"), event=seized, speakers=(doctor,))
    desk.figure(
        "Around 80",
        "displaced people",
        "displaced",
        counts(76, 84, "approx"),
        event=second,
        verdict="imprecise",
        said="80",
        why="The article says “Around 80”.",
    )
    desk.claim("it had withdrawn from the bridge", "denies", (front,), about=(seized,))
    return desk


def ardava() -> Briefing:
    """Two articles, one attack: corroborated, contested, to review, rejected, undated, overlapping marks, boilerplate."""
    one, two = wire(), daily()
    dead = group(
        [
            statement(one, "f1", "Ministry of Defence"),
            statement(one, "f2", "Ardava Front"),
            statement(one, "f4", "Ministry of Defence"),
            statement(two, "f1", "Ministry of Defence"),
            statement(two, "f2", "A hospital doctor"),
        ],
        "contested",
        "The Ministry of Defence says 12 or at least 12, the Ardava Front 30, a hospital doctor 15 to 20 bodies.",
        event="attack",
        parties=("Ministry of Defence",),
    )
    fled = group(
        [statement(one, "f5", "Red Cross")], "single_source", "One source, the Red Cross.", event="attack", measure="displaced"
    )
    metres = group([statement(one, "f3", "Ardava Front")], "single_source", "One source.", event="attack", measure="territory")
    moved = group([statement(two, "f3", "Daily Ledger")], "single_source", "One source.", event="second", measure="displaced")
    total = group([statement(one, "f6", "Ministry of Defence")], "single_source", "A total since 2023.", scope="cumulative")
    taken = claimed(one, "c1", about=("attack",))
    both = claimed(one, "c2", about=("attack",))
    lost = claimed(one, "c3", about=("attack",))
    denied = claimed(
        two, "c1", about=("attack",), opposes=(taken.id,), why="One tells of holding the bridge, the other of leaving it."
    )
    attack = cluster(
        "attack",
        [(one, "e1"), (two, "e1")],
        [dead, fled, metres],
        claims=(taken.id, both.id, lost.id, denied.id),
        joined=[
            Link(
                kind="same",
                a=f"{one.article.id}:e1",
                b=f"{two.article.id}:e1",
                reason="same place (Tolm bridge), same day, same attacker",
            )
        ],
        apart=[Link(kind="possible", a="attack", b="second", reason="the year of 8 March is not stated")],
        status="contested",
    )
    second = cluster("second", [(two, "e2")], [moved])
    lines = (
        Line(
            text="On 3 March 2025 rebels of the Ardava Front attacked the Tolm bridge.",
            evidence=(one.evidence("attacked the Tolm bridge"),),
            items=("attack",),
        ),
        Line(
            text="The Ministry of Defence says at least 12 soldiers died, the Ardava Front 30, a doctor between 15 and 20.",
            evidence=(one.evidence("At least 12"), one.evidence("30"), two.evidence("between 15 and 20")),
            items=(dead.id,),
        ),
        Line(
            text="Some 4,500 people fled, according to the Red Cross.", evidence=(one.evidence("Some 4,500"),), items=(fled.id,)
        ),
    )
    return briefing(
        [one, two],
        [attack, second],
        lines=lines,
        totals=[total],
        claims=[taken, both, lost, denied],
        unknowns=[Unknown(text="How many rebels were killed at the bridge is not stated.", event="attack")],
        failures=[Failure(path="empty.txt", status="empty", message="empty.txt holds no text; give an article.")],
    )


def large(articles: int = 200) -> Briefing:
    """A briefing of many articles of ordinary length, every event with figures and claims of its own."""
    desks, events, claims = [], [], []
    for number in range(articles):
        desk, event, groups = _filed(number)
        desks.append(desk)
        events.append(event)
        claims += groups
    return briefing(desks, events, claims=claims, title=f"{articles} attacks in Ardava")


def _filed(number: int) -> tuple[Desk, EventCluster, list[ClaimGroup]]:
    day = date(2025, 1 + number % 12, 1 + number % 28)
    body = " ".join(
        f"In quarter {place} of Town{number}, officials said {7 + number * 13 + place} people were hurt and "
        f"{place + 3} houses burned down."
        for place in range(12)
    )
    text = f"Attack on Town{number}\nRebels attacked Town{number} on {day:%d %B %Y}, killing {number + 5} soldiers.\n"
    desk = Desk(f"wire-{number:03d}", text + re.sub(r"(?<=\.) (?=In quarter [369])", "\n", body), publisher="NAX", published=day)
    rebels, officials = desk.party("Rebels", "armed_group"), desk.party("officials", "government")
    event = desk.event(
        f"Rebels attack Town{number}", "battle", "Rebels attacked", when=on("then", day), places=(f"Town{number}",), by=(rebels,)
    )
    desk.figure(str(number + 5), "soldiers", "killed", counts(number + 5, number + 5), event=event, within="killing ")
    for place in range(12):
        value = 7 + number * 13 + place
        desk.figure(
            str(value),
            "people",
            "wounded",
            counts(value, value),
            event=event,
            speakers=(officials,),
            within=f"quarter {place} of",
        )
        desk.claim(f"{value} people were hurt and {place + 3} houses burned down", "asserts", (officials,), about=(event,))
    groups = [
        group(
            [statement(desk, one.id, "officials")],
            "single_source",
            "One source, officials.",
            event=f"event{number}",
            measure=one.said.measure,
        )
        for one in desk.figures
    ]
    told = [claimed(desk, one.id, about=(f"event{number}",)) for one in desk.claims]
    return desk, cluster(f"event{number}", [(desk, event)], groups, claims=[one.id for one in told]), told
