"""A briefing of an article that attacks every format it may be written in."""

from datetime import date

from schemas import Briefing, Failure, Line, Unknown
from tests.briefings.desk import Desk, counts, on
from tests.briefings.grouping import briefing, claimed, cluster, group, statement

__all__ = ["ATTACKS", "OVERRIDE", "hostile"]

OVERRIDE = "\u202e"
"""Turns the writing direction round."""
ATTACKS = (
    "<script>alert(1)</script>",
    "</style><style>*{display:none}</style>",
    "</script><img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>here</a>",
    "[here](javascript:alert(1))",
    "]]><!-- -->",
    "=cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "{{ 7*7 }}{% if %}",
    "\\input{secret}",
    "\x1b[31mred\x1b[0m",
    f"{OVERRIDE}008 ylno",
)
TEXT = "\n".join(
    [
        "=HYPERLINK('http://evil.example') <b>headline</b>",
        "Rebels <script>alert(1)</script> killed 12 soldiers at </script>Tolm, ]]> said =cmd()Ministry.",
        *ATTACKS,
        "W" * 10_000,
        f"Only {OVERRIDE}80{OVERRIDE} people fled.",
    ]
)


def hostile() -> Briefing:
    """One article whose every name, place, path and title is an attack, with a lone surrogate and a NUL."""
    desk = Desk("=name()", TEXT, publisher="@evil<script>", published=date(2025, 3, 4), path="bad\udcff\x00name`.txt")
    ministry = desk.party("=cmd()Ministry", "government")
    rebels = desk.party("<script>alert(1)</script>", "armed_group")
    event = desk.event(
        "Rebels <script>alert(1)</script> kill 12",
        "battle",
        "killed 12 soldiers",
        when=on("now", date(2025, 3, 3)),
        places=("</script>Tolm", "=cmd()"),
        by=(rebels,),
        against=(ministry,),
    )
    desk.figure("12", "soldiers at </script>Tolm", "killed", counts(12, 12), event=event, speakers=(ministry,), within="killed")
    desk.figure("80", "people", "displaced", counts(80, 80), event=event, within="Only")
    desk.claim("]]> said =cmd()", "asserts", (ministry,), about=(event,))
    for attack in ATTACKS[:3]:
        desk.claim(attack.replace("\x1b", "\ufffd"), "asserts", (rebels,))
    dead = group(
        [statement(desk, "f1", "=origin")], "single_source", f"<b>why</b> {OVERRIDE}", event="=e1", parties=("=cmd()Ministry",)
    )
    fled = group([statement(desk, "f2", "@origin")], "contested", "](javascript:alert(1))", event="=e1", measure="displaced")
    told = [claimed(desk, one.id, about=("=e1",)) for one in desk.claims]
    battle = cluster("=e1", [(desk, event)], [dead, fled], claims=[told[0].id])
    return briefing(
        [desk],
        [battle],
        lines=[Line(text=f"{word} 12", evidence=(desk.evidence("12"),), items=(dead.id,)) for word in ATTACKS],
        claims=told,
        unknowns=[Unknown(text=word) for word in ATTACKS],
        failures=[Failure(path=word, status="unreadable", message=f"{word}: no") for word in ATTACKS],
        title="</title><script>alert(1)</script> \x00 \ud800 =cmd()",
    )
