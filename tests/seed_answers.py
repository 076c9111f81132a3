"""Extractions of the seeds written by hand, as a careful reader with the prompt beside him fills them."""

from collections.abc import Sequence
from pathlib import Path

from schemas import Article, Claim, Event, Extraction, Figure, Party, ValidatedExtraction
from schemas.extraction import Act, EventType, Measure, Outcome, PartyType, Salience, Scope, Status
from summarizer import reading, validation

SEEDS = Path(__file__).parent.parent / "seeds"


def p(id: str, name: str, type: PartyType, *also: str, of: str | None = None) -> Party:
    """A party."""
    return Party(id=id, name=name, also=also, type=type, part_of=of)


def e(
    id: str,
    type: EventType,
    title: str,
    sentences: Sequence[int],
    *,
    date: str | None = None,
    places: Sequence[str] = (),
    by: Sequence[str] = (),
    against: Sequence[str] = (),
    outcome: Outcome = "not_stated",
    status: Status = "asserted",
    salience: Salience = "main",
) -> Event:
    """An event."""
    return Event(
        id=id, type=type, title=title, date=date, places=tuple(places), by=tuple(by), against=tuple(against), outcome=outcome,
        status=status, salience=salience, sentences=tuple(sentences),
    )  # fmt: skip


def f(
    id: str,
    event: str | None,
    text: str,
    counted: str,
    measure: Measure,
    sentence: int,
    *parties: str,
    scope: Scope = "incident",
    claim: str | None = None,
) -> Figure:
    """A figure."""
    return Figure(
        id=id,
        event=event,
        text=text,
        counted=counted,
        measure=measure,
        parties=parties,
        scope=scope,
        claim=claim,
        sentence=sentence,
    )


def c(
    id: str, act: Act, content: str, sentence: int, *speakers: str, about: Sequence[str] = (), said: str | None = None
) -> Claim:
    """A claim."""
    return Claim(id=id, speakers=speakers, act=act, said=said, content=content, about=tuple(about), sentence=sentence)


S000 = Extraction(
    parties=(
        p("p1", "Armed Forces of the Republic of Mali", "state_forces", "FAMa", "Malian forces", "FAMa forces"),
        p("p2", "General Staff of the Armed Forces of Mali", "state_forces", "The General Staff", of="p1"),
        p("p3", "armed terrorist groups", "armed_group", "terrorist", "militants", "terrorists"),
        p("p4", "Alliance of Sahel States", "alliance", "AES"),
        p("p5", "Jama’a Nusrat ul-Islam wa al-Muslimin", "armed_group", "JNIM"),
        p("p6", "al-Qaeda", "armed_group"),
        p("p7", "Mali", "government"),
        p("p8", "Niger", "government"),
        p("p9", "Burkina Faso", "government"),
    ),
    events=(
        e(
            "e1",
            "military_operation",
            "Malian forces launch a wide-scale counter-offensive",
            (1, 2, 5, 6),
            places=("across the country",),
            by=("p1",),
            against=("p3",),
            outcome="ongoing",
            status="attributed",
        ),
        e("e2", "statement", "General Staff issues communiqué on counter-offensive", (3, 4, 11, 12), date="Friday", by=("p2",)),
        e(
            "e3",
            "military_operation",
            "Destruction of terrorist shelters in the Ménaka region",
            (7,),
            places=("the Ménaka region",),
            by=("p1",),
            against=("p3",),
            outcome="destroyed",
            status="attributed",
            salience="secondary",
        ),
        e(
            "e4",
            "military_operation",
            "Militants neutralised in the Boulkessi sector",
            (7,),
            places=("the Boulkessi sector, Douentza region",),
            by=("p1",),
            against=("p3",),
            status="attributed",
            salience="secondary",
        ),
        e(
            "e5",
            "military_operation",
            "Logistics convoy destroyed and leaders killed in Yenchéchi",
            (8,),
            places=("Yenchéchi, about 50 km west of Kidal",),
            by=("p1",),
            against=("p3",),
            outcome="destroyed",
            status="hedged",
            salience="secondary",
        ),
        e(
            "e6",
            "military_operation",
            "Logistics hub destroyed north of Yenchéchi",
            (9,),
            places=("north of Yenchéchi",),
            by=("p1",),
            against=("p3",),
            outcome="destroyed",
            status="attributed",
            salience="secondary",
        ),
        e(
            "e7",
            "battle",
            "Column that attacked the FAMa camp in Tessit repelled",
            (10,),
            places=("FAMa camp in Tessit",),
            by=("p3",),
            against=("p1",),
            outcome="repelled",
            status="attributed",
            salience="secondary",
        ),
        e("e8", "battle", "JNIM attacks Boulikessi", (13,), places=("Boulikessi",), by=("p5",), salience="background"),
        e(
            "e9",
            "battle",
            "JNIM assaults military targets in Timbuktu",
            (13,),
            places=("Timbuktu",),
            by=("p5",),
            status="hedged",
            salience="background",
        ),
        e(
            "e10",
            "statement",
            "Mali, Niger and Burkina Faso issue joint declaration",
            (14,),
            date="2024",
            by=("p7", "p8", "p9"),
            salience="background",
        ),
    ),
    figures=(
        f("f1", "e4", "dozens", "militants", "neutralised", 7, "p3", claim="c4"),
        f("f2", "e5", "about 50 km", "west of Kidal", "distance", 8),
        f("f3", "e6", "three", "pickup trucks", "materiel", 9, "p3"),
        f("f4", "e6", "approximately ten", "terrorists", "killed", 9, "p3"),
    ),
    claims=(
        c(
            "c1",
            "accuses",
            "a coalition of armed terrorist groups, supported internally and externally through operational, logistical, "
            "financial, and informational channels, is behind the surge in violence",
            3,
            "p1",
            about=("e1",),
            said="on Friday",
        ),
        c(
            "c2",
            "warns",
            "a beast that was already defeated is being resurrected and sustained by now-identified forces",
            4,
            "p2",
        ),
        c("c3", "announces", "the FAMa have initiated a wide-scale counter-offensive across the country", 5, "p2", about=("e1",)),
        c(
            "c4",
            "asserts",
            "the neutralisation of dozens of militants in the Boulkessi sector, Douentza region",
            7,
            "p2",
            about=("e4",),
        ),
    ),
)

S001 = Extraction(
    parties=(
        p("p1", "Mali’s armed forces", "state_forces", "the army", "Malian forces", "the armed forces", "FDS", "soldiers"),
        p(
            "p2",
            "Jama’at Nusrat al-Islam wal-Muslimin",
            "armed_group",
            "JNIM",
            "al-Qaeda-linked militants",
            "terrorists",
            "The enemy",
        ),
        p("p3", "Directorate of Information and Public Relations", "state_forces", "DIRPA", of="p1"),
        p("p4", "Colonel Souleymane Dembélé", "person", of="p3"),
        p("p5", "FAMaTV", "media", of="p1"),
        p("p6", "the authorities in Kayes and Dioïla", "government"),
        p("p7", "Malian and Wagner troops", "state_forces"),
        p("p8", "Confederation of Sahel States", "alliance", "CSS", "joint forces"),
        p("p9", "Mali", "government"),
    ),
    events=(
        e(
            "e1",
            "battle",
            "JNIM attacks military positions in seven towns",
            (1, 2, 5, 6, 7, 8, 9),
            date="Tuesday, 1 July",
            places=("Diboli near the Senegalese border", "Nioro du Sahel", "Kayes", "Sandere", "Gogoui", "Molodo", "Niono"),
            by=("p2",),
            against=("p1",),
            outcome="disputed",
            status="attributed",
        ),
        e(
            "e2",
            "security_measure",
            "Kayes and Dioïla impose a 30-day overnight curfew",
            (10,),
            date="the same day",
            places=("Kayes", "Dioïla"),
            by=("p6",),
            outcome="ongoing",
            salience="secondary",
        ),
        e(
            "e3",
            "battle",
            "JNIM overruns the Dioura military base",
            (12,),
            date="On 23 May",
            places=("Dioura military base",),
            by=("p2",),
            against=("p1",),
            outcome="position_overrun",
            salience="background",
        ),
        e(
            "e4",
            "battle",
            "JNIM seizes the Boulikessi base",
            (13,),
            date="On 1 June",
            places=("Boulikessi base",),
            by=("p2",),
            against=("p7",),
            outcome="position_overrun",
            salience="background",
        ),
        e(
            "e5",
            "bombing",
            "JNIM launches car-bomb and gun assault in Timbuktu",
            (14,),
            date="on 2 June",
            places=("Timbuktu",),
            by=("p2",),
            against=("p1",),
            salience="background",
        ),
        e(
            "e6",
            "battle",
            "Army repels an attack in Mourdiah",
            (16,),
            date="In late May",
            places=("Mourdiah",),
            by=("p2",),
            against=("p1",),
            outcome="repelled",
            status="attributed",
            salience="background",
        ),
        e(
            "e7",
            "military_operation",
            "Joint forces reclaim several key towns",
            (17, 18),
            date="On 1 June",
            places=("Boukessi", "Mondoro", "Tessit", "Kimparana", "Kidal", "Ménaka"),
            by=("p8",),
            against=("p2",),
            outcome="position_retaken",
            status="attributed",
            salience="background",
        ),
        e(
            "e8",
            "military_operation",
            "CSS military campaigns against terrorists",
            (19, 20),
            date="since 2023",
            by=("p8",),
            status="attributed",
            salience="background",
        ),
        e(
            "e9",
            "military_operation",
            "Army kills local militant leaders",
            (3,),
            date="just days after",
            by=("p1",),
            salience="background",
        ),
    ),
    figures=(
        f("f1", "e1", "over 80", "al-Qaeda-linked militants", "killed", 1, "p2", claim="c1"),
        f("f2", "e1", "seven", "towns", "count", 2),
        f("f3", "e9", "several", "local militant leaders", "killed", 3),
        f("f4", "e1", "more than 80", "terrorists", "killed", 8, "p2", claim="c3"),
        f("f5", "e1", "three", "military barracks", "territory", 9, "p1", claim="c5"),
        f("f6", "e2", "30-day", "overnight curfew", "duration", 10, "p6"),
        f("f7", "e3", "41", "soldiers", "killed", 12, "p1"),
        f("f8", "e4", "at least 100", "Malian and Wagner troops", "killed", 13, "p7"),
        f("f9", "e5", "13", "attackers", "killed", 14, "p2", claim="c6"),
        f("f10", "e6", "dozens", "jihadists", "killed", 16, "p2"),
        f("f11", "e8", "over 4,200", "terrorists", "killed", 19, scope="cumulative", claim="c8"),
        f("f12", "e8", "between 1,500 and 2,000", "of those deaths", "killed", 20, scope="part_of"),
    ),
    claims=(
        c("c1", "asserts", "they have killed over 80 al-Qaeda-linked militants", 1, "p1", about=("e1",)),
        c(
            "c2",
            "asserts",
            "The enemies of peace first attacked civilians and several positions of the defence and security forces",
            5,
            "p4",
            about=("e1",),
        ),
        c("c3", "asserts", "The provisional toll indicates that more than 80 terrorists were killed", 8, "p4", about=("e1",)),
        c("c4", "claims_responsibility", "claimed responsibility", 9, "p2", about=("e1",)),
        c("c5", "asserts", "it had taken control of three military barracks during the offensive", 9, "p2", about=("e1",)),
        c("c6", "asserts", "left 13 attackers dead", 14, "p1", about=("e5",)),
        c(
            "c8",
            "asserts",
            "its coordinated military campaigns have killed over 4,200 terrorists since 2023",
            19,
            "p8",
            about=("e8",),
        ),
        c(
            "c9",
            "asserts",
            "joint forces under the Confederation of Sahel States (CSS) reclaimed several key towns",
            17,
            "p1",
            about=("e7",),
        ),
    ),
)

S002 = Extraction(
    parties=(
        p(
            "p1",
            "Malian Armed Forces",
            "state_forces",
            "FAMa",
            "Mali’s military authorities",
            "the Malian army",
            "The army",
            "military officials",
        ),
        p("p2", "Jama’at Nusrat al-Islam wal-Muslimin", "armed_group", "JNIM", "The militant group JNIM", "jihadist insurgents"),
        p("p3", "Islamist militants", "armed_group", "enemy combatants", "the militants"),
        p("p4", "regional authorities in Kayes and Dioïla", "government"),
        p("p5", "Residents in towns such as Diéma, Kéniéba, and Yélimané", "civilians"),
        p("p6", "United States Africa Command", "state_forces", "AFRICOM"),
        p("p7", "General Michael Langley", "person", "Langley", of="p6"),
        p("p8", "Security analysts", "other"),
        p("p9", "Mali’s military government", "government", "the government", "Mali’s transitional authorities"),
    ),
    events=(
        e(
            "e1",
            "battle",
            "Jihadists attack army positions in central and western Mali",
            (1, 2, 3, 4, 5, 6, 7, 8),
            date="Tuesday evening",
            places=("central and western Mali", "near the borders with Senegal and Mauritania"),
            by=("p2",),
            against=("p1",),
            outcome="disputed",
            status="attributed",
        ),
        e(
            "e2",
            "security_measure",
            "Authorities announce overnight curfew in Kayes and Dioïla",
            (11, 12),
            places=("Kayes", "Dioïla"),
            by=("p4",),
            outcome="ongoing",
            salience="secondary",
        ),
        e(
            "e3",
            "political_change",
            "Military takes power in a coup",
            (20,),
            date="in 2020",
            places=("Mali",),
            by=("p9",),
            salience="background",
        ),
        e(
            "e4",
            "battle",
            "Clashes heard near Diéma, Kéniéba and Yélimané",
            (13, 14),
            places=("Diéma", "Kéniéba", "Yélimané"),
            status="attributed",
            salience="secondary",
        ),
    ),
    figures=(
        f("f1", "e1", "at least 80", "Islamist militants", "killed", 1, "p3", claim="c1"),
        f("f2", "e1", "seven", "towns and cities", "count", 3, claim="c2"),
        f("f3", "e1", "80", "enemy combatants", "neutralised", 5, "p3", claim="c3"),
        f("f4", "e1", "three", "army barracks", "territory", 8, "p1", claim="c7"),
        f("f5", "e2", "30-day", "overnight curfew", "duration", 11),
    ),
    claims=(
        c(
            "c1",
            "confirms",
            "the killing of at least 80 Islamist militants in a sweeping counteroffensive",
            1,
            "p1",
            about=("e1",),
        ),
        c(
            "c2",
            "announces",
            "military installations in seven towns and cities came under siege in a series of planned attacks",
            3,
            "p1",
            about=("e1",),
        ),
        c("c3", "asserts", "80 enemy combatants had been neutralized during the engagements", 5, "p1", about=("e1",)),
        c("c4", "declines_to_say", "casualty figures on its own side", 6, "p1", about=("e1",)),
        c(
            "c5",
            "asserts",
            "operations to reclaim control of strategic military posts had been “largely successful.”",
            6,
            "p1",
            about=("e1",),
        ),
        c("c6", "claims_responsibility", "claimed responsibility for the raids", 7, "p2", about=("e1",)),
        c(
            "c7",
            "asserts",
            "it had temporarily seized control of three army barracks during the operation",
            8,
            "p2",
            about=("e1",),
        ),
        c("c8", "warns", "the epicenter of terrorism on the globe", 25, "p7"),
    ),
)

S003 = Extraction(
    issuer="p1",
    parties=(
        p("p1", "General Staff of the Armed Forces of Mali", "state_forces", "FAMa", "Malian Armed Forces", "The Armed Forces"),
        p("p2", "Major General Oumar Diarra", "person", of="p1"),
        p("p3", "Alliance of Sahel States", "alliance", "AES", "AES Confederation"),
        p("p4", "armed groups", "armed_group"),
        p("p5", "The government of Mali", "government"),
    ),
    events=(
        e(
            "e1",
            "statement",
            "General Staff releases communiqué announcing strategic counter-offensive",
            (4, 5, 6),
            date="June 6, 2025",
            places=("BAMAKO, Mali",),
            by=("p1",),
        ),
        e(
            "e2",
            "military_operation",
            "Malian Armed Forces launch counter-offensive across national territory",
            (5, 9),
            places=("across national territory",),
            by=("p1",),
            against=("p4",),
            outcome="ongoing",
            status="attributed",
        ),
        e(
            "e3",
            "battle",
            "Attacks by armed groups intensify",
            (8,),
            date="Recent weeks",
            places=("the Koulikoro region",),
            by=("p4",),
            status="attributed",
            salience="secondary",
        ),
    ),
    figures=(),
    claims=(
        c("c1", "announces", "the launch of a strategic counter-offensive across national territory", 5, "p1", about=("e2",)),
        c("c2", "urges", "support ongoing efforts to ensure peace and security", 10, "p5"),
    ),
)

S004 = Extraction(
    parties=(
        p("p1", "The Malian army", "state_forces", "the military", "The army", "soldiers"),
        p("p2", "Group for the Support of Islam and Muslims", "armed_group", "GSIM", "terrorists", "the attackers"),
        p("p3", "Alliance of Sahel States", "alliance", "AES"),
        p("p4", "Economic Community of West African States", "igo_ngo", "ECOWAS"),
    ),
    events=(
        e(
            "e1",
            "battle",
            "Malian army repels attack on army post in Mourdiah",
            (2, 3, 10, 11, 12, 14),
            date="over the weekend",
            places=("the western village of Mourdiah", "approximately 200 kilometers north of the capital, Bamako"),
            by=("p2",),
            against=("p1",),
            outcome="repelled",
            status="attributed",
        ),
        e(
            "e2",
            "military_operation",
            "Malian army launches offensive against GSIM",
            (1, 2, 9),
            date="over the weekend",
            by=("p1",),
            against=("p2",),
            outcome="ongoing",
        ),
        e(
            "e3",
            "battle",
            "Major attack kills several soldiers",
            (15,),
            date="earlier in February",
            against=("p1",),
            salience="background",
        ),
        e(
            "e4",
            "military_operation",
            "Exercise Tarhanakale",
            (22, 24, 25),
            date="May 20",
            places=("Niger",),
            by=("p3",),
            outcome="ongoing",
            salience="secondary",
        ),
        e(
            "e5",
            "sanction_or_withdrawal",
            "Mali, Niger, and Burkina Faso withdraw from ECOWAS",
            (26,),
            date="Earlier this year",
            against=("p4",),
            salience="background",
        ),
    ),
    figures=(
        f("f1", "e1", "Five", "soldiers", "killed", 3, "p1"),
        f("f2", "e1", "dozens", "wounded", "wounded", 3, "p1"),
        f("f3", "e1", "two", "kamikaze vehicles", "materiel", 11, claim="c1"),
        f("f4", "e1", "dozens", "terrorists", "wounded", 12, "p2", claim="c2"),
        f("f5", "e1", "five", "soldiers", "killed", 14, "p1"),
        f("f6", "e1", "dozens", "wounded", "wounded", 14, "p1"),
        f("f7", "e3", "several", "soldiers", "killed", 15, "p1"),
        f("f8", "e1", "5", "Malian soldiers", "killed", 33, "p1"),
    ),
    claims=(
        c("c1", "asserts", "the terrorists used two kamikaze vehicles and shellfire in their assault", 11, "p1", about=("e1",)),
        c("c2", "asserts", "it had inflicted heavy losses on the attackers", 12, "p1", about=("e1",)),
    ),
)

ANSWERS = {"000": S000, "001": S001, "002": S002, "003": S003, "004": S004}


def validated(*names: str) -> list[ValidatedExtraction]:
    """The seeds with these numbers, or all, validated."""
    paths = sorted(path for path in SEEDS.glob("*.txt") if not names or path.name[:3] in names)
    return [
        validation.validate(ANSWERS[path.name[:3]], article)
        for path in paths
        for article in reading.read(str(path))
        if isinstance(article, Article)
    ]
