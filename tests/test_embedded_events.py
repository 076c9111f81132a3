"""What happened: type, date, places, actors, outcome and status."""

import pytest

from schemas.extraction import Event
from tests.embedded_view import extraction


def events(text: str) -> list[Event]:
    """The events of a text."""
    return list(extraction(text).events)


def actors(text: str) -> tuple[list[str], list[str]]:
    """Names of those who act and of those acted upon in the first event."""
    found = extraction(text)
    names = {party.id: party.name for party in found.parties}
    event = found.events[0]
    return [names[id] for id in event.by], [names[id] for id in event.against]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Rebels clashed with soldiers near the town of Lerma.", "battle"),
        ("A car bomb exploded outside the police station.", "bombing"),
        ("Warplanes pounded the village, killing four civilians.", "air_or_drone_strike"),
        ("Artillery shells hit the market, killing three people.", "shelling_or_missile"),
        ("Gunmen killed six farmers in their fields.", "attack_on_civilians"),
        ("Three nurses were kidnapped on the road to Lerma.", "abduction"),
        ("Thousands of people marched against the tax in a peaceful protest.", "protest"),
        ("Protesters threw stones and looted shops.", "riot"),
        ("Police arrested five suspects.", "arrest_or_seizure"),
        ("The governor imposed a curfew.", "security_measure"),
        ("The two countries signed a peace agreement.", "agreement_or_cooperation"),
        ("Three states withdrew from the bloc.", "sanction_or_withdrawal"),
        ("Soldiers ousted the president in a coup.", "political_change"),
        ("Floods destroyed hundreds of homes.", "disaster_or_accident"),
        ("A tank at the gas plant exploded.", "disaster_or_accident"),
        ("Customs officers found counterfeit medicine.", "crime"),
        ("A ferry sank on Lake Oru, killing 50 people.", "disaster_or_accident"),
        ("The sinking of the Lerma Star killed 78 people.", "disaster_or_accident"),
        ("The plane went down near the coast.", "disaster_or_accident"),
        ("A fire at a garment factory killed 13 workers.", "disaster_or_accident"),
        ("Sixty inmates escaped from the prison in Lerma.", "crime"),
        ("A hundred prisoners broke out of the jail during a mutiny.", "crime"),
        ("Troops ended a siege of the hotel by gunmen.", "battle"),
        ("The rebels took control of Lerma.", "battle"),
        ("A suicide bomber blew himself up outside the mosque.", "bombing"),
    ],
)
def test_an_event_has_its_type(text: str, type_: str) -> None:
    assert [event.type for event in events(text)][:1] == [type_]


@pytest.mark.parametrize(
    "text",
    [
        "Share prices sank on Monday.",
        "The price of bread went down.",
        "The minister came under fire in parliament.",
        "The family fled the heat of the city.",
    ],
)
def test_a_word_of_many_meanings_is_no_event_alone(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "by", "against"),
    [
        ("Rebels attacked an army patrol.", ["Rebels"], ["army patrol"]),
        ("An army patrol was attacked by rebels.", ["rebels"], ["army patrol"]),
        ("The army launched an offensive against the rebels.", ["army"], ["rebels"]),
        ("Gunmen killed two priests and a teacher.", ["Gunmen"], ["priests", "teacher"]),
        ("The murder of the journalist shocked the town.", [], ["journalist"]),
    ],
)
def test_an_event_has_its_actors(text: str, by: list[str], against: list[str]) -> None:
    assert actors(text) == (by, against)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels attacked the army base in Lerma.", "asserted"),
        ("Rebels attacked the army base in Lerma, police said.", "attributed"),
        ("Rebels reportedly attacked the army base in Lerma.", "hedged"),
        ("The rebels will attack the army base in Lerma.", "planned"),
        ("Rebels could attack the army base in Lerma.", "hypothetical"),
        ("The army said it never attacked the village.", "denied"),
    ],
)
def test_an_event_has_its_status(text: str, status: str) -> None:
    assert [event.status for event in events(text)] == [status]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("The army repelled an attack on the base.", "repelled"),
        ("Rebels overran the army base.", "position_overrun"),
        ("Troops retook the town after a battle.", "position_retaken"),
        ("The two armies signed a ceasefire.", "agreed"),
        ("Rebels clashed with troops.", "not_stated"),
    ],
)
def test_an_event_has_its_outcome(text: str, outcome: str) -> None:
    assert events(text)[0].outcome == outcome


def test_a_date_is_in_the_words_of_the_text() -> None:
    assert events("On 23 May, rebels attacked the army base in Lerma.")[0].date == "23 May"


def test_places_keep_their_relation_and_their_lists() -> None:
    (event,) = events("Rebels attacked troops in Diboli, Nioro du Sahel and Kayes, about 50 km west of Kidal.")
    assert event.places == ("Diboli", "Nioro du Sahel", "Kayes", "about 50 km west of Kidal")


def test_a_sentence_that_breaks_off_before_a_place_has_none() -> None:
    assert events("GUNMEN ATTACKED SOLDIERS IN THE")[0].places == ()


def test_the_attacks_are_the_attack_told_before() -> None:
    text = "Rebels attacked three army posts on Monday.\n\nThe attacks came at dawn.\n\nThe assault lasted an hour."
    assert [event.sentences for event in events(text)] == [(1, 2, 3)]


def test_another_date_is_another_event() -> None:
    text = "Rebels overran an army base on 23 May.\n\nRebels attacked an army convoy on 1 June."
    assert [event.date for event in events(text)] == ["23 May", "1 June"]


def test_a_title_has_twelve_words_at_most() -> None:
    text = "Rebels attacked the army base in Lerma and the two villages beside the river near the old bridge on Monday."
    assert [len(event.title.split()) <= 12 for event in events(text)] == [True]


def test_a_pronoun_in_a_title_gives_way_to_a_name() -> None:
    text = "The Free Lerma Front (FLF) attacked on Monday.\n\nOn 3 June, they seized the army base at Oru."
    assert "FLF seized the army base at Oru" in [event.title for event in events(text)]


@pytest.mark.parametrize(
    "counting",
    [
        "Four farmers were killed, the mayor said.",
        "Two officers were also killed in the exchange of fire.",
        '"Four people are wounded," the mayor said.',
    ],
)
def test_a_sentence_that_counts_victims_goes_on_with_the_event_before_it(counting: str) -> None:
    found = extraction(f"A missile struck a market in Lerma on Monday.\n\n{counting}")
    assert [event.places for event in found.events] == [("Lerma",)]
    assert [figure.event for figure in found.figures] == ["e1"]


def test_victims_elsewhere_or_earlier_are_not_those_of_the_event_before() -> None:
    lead = "A missile struck a market in Lerma on Monday.\n\n"
    for other in ("Four farmers were killed in Oru.", "Last year gunmen killed four farmers."):
        found = extraction(lead + other)
        assert [figure.event for figure in found.figures] == ["e2"]


@pytest.mark.parametrize(
    "other",
    [
        "On the same day, a missile hit a market in Oru.",
        "A day earlier, a missile hit a market.",
        "The strike came a day after a missile hit a market.",
        "In a similar attack in May, a missile hit a market.",
        "Missiles also hit a market in the capital, Oru.",
    ],
)
def test_a_sentence_that_goes_over_to_another_happening_begins_an_event(other: str) -> None:
    found = events(f"A missile hit a school in Lerma on Monday.\n\n{other}")
    assert [event.type for event in found] == ["shelling_or_missile"] * 2


def test_each_part_of_a_sentence_keeps_its_own_victims() -> None:
    found = extraction("A bomb hit a bus in Lerma, killing four people, a day after gunmen stormed a hotel, killing eight.")
    assert [(event.title, event.salience) for event in found.events] == [
        ("Bomb hit a bus in Lerma", "main"),
        ("Gunmen stormed a hotel", "secondary"),
    ]
    assert [(figure.text, figure.event) for figure in found.figures] == [("four", "e1"), ("eight", "e2")]


def test_what_somebody_does_time_and_again_is_no_event() -> None:
    assert events("The rebels frequently attack hotels.") == []


def test_what_the_text_recalls_is_not_the_main_event() -> None:
    text = "Gunmen stormed a hotel in Lerma.\n\nIt was noon.\n\nGuests fled.\n\n"
    text += "In October 2022 twin car bombs killed 120 people in Lerma."
    assert [(event.type, event.salience) for event in events(text)][:1] == [("battle", "main")]
    assert [event.salience for event in events(text) if event.date == "October 2022"] == ["background"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Rebels attacked a base in the capital, Lerma.", ("Lerma", "base")),
        ("Missiles hit a market in Ukraine's Kharkiv.", ("Kharkiv",)),
        ("Ten soldiers were killed in Monday's attack on the base.", ("base",)),
        ("The bombardment of Kharkiv killed ten people.", ("Kharkiv",)),
    ],
)
def test_a_place_is_a_name_without_its_owner(text: str, places: tuple[str, ...]) -> None:
    assert [event.places for event in events(text)] == [places]


@pytest.mark.parametrize(
    ("text", "by", "against"),
    [
        ("More than a dozen people were killed in the attack.", [], ["people"]),
        ("Sixty detainees had fled and two guards were killed.", [], ["guards"]),
        ("A small passenger plane crashed, killing 18 people.", [], ["people"]),
        (
            "REBELS AMBUSHED A POLICE PATROL, KILLING SIX POLICEMEN, MILITARY SOURCES REPORTED.",
            ["REBELS"],
            ["POLICE PATROL", "POLICEMEN"],
        ),
        ("The army killed 30 rebels and lost six soldiers.", ["army"], ["rebels"]),
        ("Six soldiers were killed when gunmen attacked a post.", ["gunmen"], ["soldiers"]),
        ("A boat carrying migrants sank off Sfax, killing two people.", [], ["people"]),
        ("Eight hostages kidnapped last week were released.", [], ["hostages"]),
        ("Several soldiers were killed in a major attack blamed on jihadists.", ["jihadists"], ["soldiers"]),
        ("Ten people died in the floods.", [], ["people"]),
        ("Insurgents armed with rifles attacked a police patrol.", ["Insurgents"], ["police patrol"]),
        ("Ten people died in a siege by militants of a hotel.", ["militants"], ["people"]),
        ("A bomb exploded on Monday and a child died of wounds in a hospital.", [], ["child"]),
        ("The rebels accused the army of killing 12 civilians.", ["army"], ["civilians"]),
        ("Witnesses said gunmen in uniform opened fire on worshippers.", ["gunmen in uniform"], ["worshippers"]),
    ],
)
def test_a_party_has_no_other_words_in_its_name(text: str, by: list[str], against: list[str]) -> None:
    assert actors(text) == (by, against)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The agency on Thursday lowered the death toll from Wednesday's plane crash in Oru.", "Wednesday"),
        ("Ten people died in Monday's blast, police said on Tuesday.", "Monday"),
        ("A car bomb exploded in Lerma, police said on Tuesday.", None),
        ("The death toll from the blast in Lerma rose to 20 on Friday.", None),
        ("The death toll from Sunday's blast in Lerma rose to 20 on Friday.", "Sunday"),
        ("A car bomb exploded in Lerma on Tuesday, police said.", "Tuesday"),
    ],
)
def test_the_day_of_a_statement_is_not_that_of_the_event(text: str, day: str | None) -> None:
    assert [event.date for event in events(text)] == [day]


def test_who_was_caught_again_belongs_to_the_escape() -> None:
    found = extraction(
        "Sixty inmates broke out of a prison in Lerma on Thursday.\n\nThirty have been recaptured and nine were shot dead."
    )
    assert [figure.event for figure in found.figures] == ["e1", "e1", "e1"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A crowd crush at a festival killed 13 people.", "disaster_or_accident"),
        ("Heavy rains caused a landslip at the copper mine.", "disaster_or_accident"),
        ("The pit wall gave way on Friday.", "disaster_or_accident"),
        ("The pit caved in on the miners.", "disaster_or_accident"),
        ("One miner had been pulled out alive on Saturday.", "disaster_or_accident"),
        ("Attack drones struck a fuel depot.", "air_or_drone_strike"),
        ("Nineteen bodies were recovered and 31 migrants rescued on Friday.", "disaster_or_accident"),
        ("Police recovered weapons and arrested two suspects in the shipwreck case.", "arrest_or_seizure"),
    ],
)
def test_accidents_and_drones_have_more_words_than_one(text: str, type_: str) -> None:
    assert events(text)[0].type == type_


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("A boat sank off Sfax on Saturday.", ("Sfax",)),
        ("An earthquake hit Manila on Saturday.", ("Manila",)),
        ("Drones struck Odesa overnight, killing two people.", ("Odesa",)),
        ("A bomb exploded in the vegetable market of Tell Abyad on Monday.", ("Tell Abyad",)),
        ("Gunmen attacked the military detachment of Djibo on Sunday.", ("Djibo",)),
        ("Gunmen attacked Amnesty on Sunday.", ()),
        ("The attack on Oru on Sunday killed two people.", ("Oru",)),
        ("The attack on Hamas on Sunday killed two people.", ()),
        ("Rebels took control of Oru on Sunday.", ("Oru",)),
        ("Ten people died in a crowd crush at a Hindu festival.", ()),
    ],
)
def test_a_place_stands_off_on_or_behind_a_site(text: str, places: tuple[str, ...]) -> None:
    assert tuple(sorted(events(text)[0].places)) == places


def test_a_noun_that_points_to_another_town_is_another_event() -> None:
    text = "A car bomb exploded in Manila on Tuesday. Police made no mention of the Sfax blast."
    assert [event.places for event in events(text)] == [("Manila",), ("Sfax",)]


def test_the_year_since_which_somebody_serves_is_no_date() -> None:
    text = "The director, who has led the home since 1993, was kidnapped by gunmen."
    assert events(text)[0].date is None


@pytest.mark.parametrize(
    "text",
    [
        "“Our people will not be surrendered,” a spokesman said.",
        "The group lives on crime, including human trafficking and arms smuggling.",
        "The parade took place on 9 March.",
        "It was cold.\n\nIt was late.\n\nIt rained.\n\nDisplacement has become part of life for millions.",
    ],
)
def test_what_does_not_happen_is_no_event(text: str) -> None:
    assert events(text) == []


def test_a_denied_claim_does_not_make_it_happen() -> None:
    assert [event.status for event in events("The army rejected claims that it had killed civilians in Oru.")] == ["denied"]


def test_what_somebody_is_only_urged_to_do_is_no_event() -> None:
    assert events("The government urged both sides to negotiate.") == []


def test_the_group_is_that_of_its_spokesman() -> None:
    text = "In a video, JNIM spokesman Abu Hudhayfa said the group had captured ten soldiers."
    assert actors(text) == (["JNIM"], ["soldiers"])


def test_those_who_lead_fighters_are_fighters() -> None:
    assert [event.type for event in events("The army killed several local militant leaders.")] == ["battle"]


def test_a_second_attack_of_a_sentence_is_another_event() -> None:
    text = "The statement follows an attack on Oru by rebels, which also reportedly launched assaults on bases in Sfax."
    assert [event.places for event in events(text)] == [("Oru",), ("Sfax", "bases")]


def test_a_new_paragraph_goes_on_with_the_main_story() -> None:
    text = "Rebels attacked seven towns on Monday. It came days after the army killed rebel leaders.\n\n"
    text += "The rebels attacked with rifles, a witness said."
    assert [event.sentences for event in events(text)] == [(1, 3), (2,)]


def test_a_group_is_one_party_with_its_fighters() -> None:
    found = extraction("The M23 rebels seized the town of Goma. M23 said it would withdraw.")
    assert [party.name for party in found.parties] == ["M23"]
