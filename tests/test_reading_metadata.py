"""Metadata: headline, dateline, publisher and date only where the text states them, each with its place."""

from datetime import date

import pytest

from summarizer.reading import article, timestamps

BODY = "The army left the town of Lerma on Friday, officials said. Rain fell in the hills."


@pytest.mark.parametrize(
    ("line", "place", "when", "agency"),
    [
        ("BAMAKO, Mali, June 6, 2025 /PRNewswire/ -- ", "BAMAKO, Mali", "June 6, 2025", "PRNewswire"),
        ("GUATEMALA CITY, 4 FEB 90 (ACAN-EFE) -- [TEXT] ", "GUATEMALA CITY", "4 FEB 90", "ACAN-EFE"),
        (
            "MANAGUA (NICARAGUA), 11 DEC 89 (RADIO SANDINO) -- [SPEECH] [THE MINISTER] [TEXT] ",
            "MANAGUA (NICARAGUA)",
            "11 DEC 89",
            "RADIO SANDINO",
        ),
        ("SAN SALVADOR, 14 NOV 89 -- [TEXT] ", "SAN SALVADOR", "14 NOV 89", None),
        ("LONDON (Reuters) - ", "LONDON", None, "Reuters"),
        ("LONDON, July 1 (Reuters) - ", "LONDON", "July 1", "Reuters"),
        ("WASHINGTON, June 6 /PRNewswire-USNewswire/ -- ", "WASHINGTON", "June 6", "PRNewswire-USNewswire"),
        ("NIAMEY, Niger (AP) — ", "NIAMEY, Niger", None, "AP"),
        ("BAMAKO — ", "BAMAKO", None, None),
        ("Bamako, Mali – ", "Bamako, Mali", None, None),
        ("Tehran, 3 May (IRNA) – ", "Tehran", "3 May", "IRNA"),
        ("(CNN) -- ", None, None, "CNN"),
        ("(CNN)", None, None, "CNN"),
        ("Sept 4, 2024 (EL FASHER) – ", "EL FASHER", "Sept 4, 2024", None),
        ("MOSCOW, August 21, 2025. /TASS/. ", "MOSCOW", "August 21, 2025", "TASS"),
        ("(ANSA) - TUNIS, JAN 19 - ", "TUNIS", "JAN 19", "ANSA"),
        ("28 June 2024 - ", None, "28 June 2024", None),
        ("KYIV, May 13, 2024 (Ukrinform). ", "KYIV", "May 13, 2024", "Ukrinform"),
        ("RIO DE JANEIRO, Tuesday, July 1 (AFP) - ", "RIO DE JANEIRO", "Tuesday, July 1", "AFP"),
    ],
)
def test_a_dateline_is_read_and_left_out_of_its_sentence(
    line: str, place: str | None, when: str | None, agency: str | None
) -> None:
    found = article(line + BODY)
    assert found.dateline is not None
    assert (found.dateline.place, found.dateline.date, found.dateline.agency) == (place, when, agency)
    assert found.text[found.dateline.start : found.dateline.end] == line.strip()
    assert found.sentence(1) == "The army left the town of Lerma on Friday, officials said."


@pytest.mark.parametrize(
    "text",
    [
        "Mali’s armed forces said on Friday – a week after the attack – that they had won.",
        "The AES (Alliance of Sahel States) - a bloc of three - was founded in 2023.",
        "IN LERMA THE ARMY -- WHICH HAD LEFT ON FRIDAY -- CAME BACK.",
        "Paris, London – both towns were quiet on Friday.",
        "On June 6, 2025 the army left the town.",
        "JNIM (Group for the Support of Islam) claimed the attack.",
    ],
)
def test_a_sentence_with_a_dash_is_no_dateline(text: str) -> None:
    assert article(text).dateline is None


def test_a_dateline_is_found_under_a_headline() -> None:
    found = article(f"Army leaves the town of Lerma\n\nLERMA (Orin) - {BODY}")
    assert found.dateline is not None
    assert [sentence.role for sentence in found.sentences] == ["headline", "body", "body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"Army leaves Lerma after three days\n\n{BODY}", "Army leaves Lerma after three days"),
        (f"# Army leaves Lerma\n\n{BODY}", "Army leaves Lerma"),
        (f"Is the war over in Lerma?\n{BODY}", "Is the war over in Lerma?"),
        (f"Title: Army leaves Lerma\nDate: 2025-06-06\n\n{BODY}", "Army leaves Lerma"),
        (f"06.06.2025 13:18 Uhr\n\nArmy leaves Lerma town\n\nBy Awa Sow\n\n{BODY}", "Army leaves Lerma town"),
        (BODY, None),
        (f"{BODY}\n{BODY} The end.", None),
        ("Army leaves Lerma after three days", None),
        (f"The minister said:\n{BODY}", None),
        (f"Good morning\n{BODY}", None),
    ],
)
def test_a_headline_is_the_short_unclosed_line_on_top(text: str, expected: str | None) -> None:
    found = article(text).headline
    assert (found.value if found else None) == expected


def test_a_standfirst_stands_between_the_headline_and_a_byline() -> None:
    found = article(f"Army leaves Lerma town\n\nTwelve men fell before dawn.\n\nBy Awa Sow\n\n{BODY}")
    assert [sentence.role for sentence in found.sentences] == ["headline", "standfirst", "boilerplate", "body", "body"]


@pytest.mark.parametrize(
    ("text", "publisher", "basis"),
    [
        (f"{BODY}\n\n© 2025 PR Newswire", "PR Newswire", "masthead"),
        (f"{BODY}\n\nCopyright 2025 The Orin Press. All rights reserved.", "The Orin Press", "masthead"),
        (f"Source: Orin News\n\n{BODY}", "Orin News", "masthead"),
        (f"{BODY}\n\nSOURCE General Staff of Orin", "General Staff of Orin", "masthead"),
        (f"LERMA (Reuters) - {BODY}", "Reuters", "dateline"),
        (BODY, None, None),
        (f"{BODY} A resident told Orin News that it was quiet.", None, None),
    ],
)
def test_the_publisher_is_the_one_that_the_text_states(text: str, publisher: str | None, basis: str | None) -> None:
    found = article(text).publisher
    assert (found.value if found else None, found.basis if found else None) == (publisher, basis)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"date 2025-06-06 Anzeige\n{BODY}", date(2025, 6, 6)),
        (f"06.06.2025 13:18 Uhr\n{BODY}", date(2025, 6, 6)),
        (f"Published: 6 June 2025\n{BODY}", date(2025, 6, 6)),
        (f"LERMA, June 6, 2025 (Orin) - {BODY}", date(2025, 6, 6)),
        (f"LERMA, 4 FEB 90 (ORIN) -- [TEXT] {BODY}", date(1990, 2, 4)),
        (f"LERMA, July 1 (Orin) - {BODY}", None),
        (f"03/04/2025\n{BODY}", None),
        (f"25/04/2025\n{BODY}", date(2025, 4, 25)),
        (f"31.02.2025\n{BODY}", None),
        (f"{BODY} It began on 6 June 2025.", None),
    ],
)
def test_the_date_of_publication_is_the_one_that_the_text_states(text: str, expected: date | None) -> None:
    found = article(text).published
    assert (found.value if found else None) == expected


@pytest.mark.parametrize(
    "words", ["2 p.m.", "12:30 PM EDT", "Fri, 06 Jun 2025 13:18:00 GMT", "2025-06-06T13:18:00Z", "June 6th, 2025 | 10:00"]
)
def test_a_time_alone_is_a_time_stamp(words: str) -> None:
    assert timestamps.only(words)


@pytest.mark.parametrize(
    "words", ["At 2 p.m. the army left", "80", "1,500 - 2,000", "Flight 93", "updated", "5-3", "Uhr", "June 6 attack", "3.5"]
)
def test_a_number_is_no_time_stamp(words: str) -> None:
    assert not timestamps.only(words)
