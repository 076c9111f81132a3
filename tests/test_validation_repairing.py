"""One repair: what is sent back, what its answer may change, and what stays shown."""

from schemas import Provenance, Repair, Usage
from summarizer.validation import amend, failing, mend, validate
from tests.drafting import article, claim, event, extraction, figure, party

READ = article("The army said it had killed over 80 militants.", "Rebels killed 12 men in Kidal.", "Leave a comment")
SAID = extraction(
    party(name="The army", also=("the junta",)),
    event(title="Army kills over 80", sentences=(1,)),
    figure("over 80", "militants"),
    figure("95", "men", id="f2", sentence=2),
    claim("it had lost nobody at all in the north", speakers=("p1",)),
)
PROVENANCE = Provenance(
    model="m", endpoint="remote", prompt="extract.v1", prompt_digest="0", usage=Usage(input=10, output=5, requests=1, attempts=2)
)


def test_only_what_the_briefing_would_lose_is_sent_back() -> None:
    assert [check.item for check in failing(validate(SAID, READ))] == ["f2.text", "c1.content"]


def test_an_extraction_that_holds_needs_no_repair() -> None:
    assert failing(validate(extraction(party(name="The army"), figure("over 80", "militants")), READ)) == ()


def test_amend_replaces_drops_and_adds() -> None:
    better, new = figure("12", "men", id="f2", sentence=2), party("p2", "Rebels")
    amended = amend(SAID, Repair(figures=(better,), parties=(new,), dropped=("c1",)))
    assert amended == extraction(SAID.parties[0], new, SAID.events[0], SAID.figures[0], better)


def test_a_corrected_figure_is_accepted_and_counts_as_repaired() -> None:
    before = validate(SAID, READ, provenance=PROVENANCE)
    after = mend(
        before, Repair(figures=(figure("12", "men", id="f2", sentence=2),)), Usage(input=3, output=1, requests=1, attempts=1)
    )
    assert [(one.id, one.decision) for one in after.figures] == [("f1", "accepted"), ("f2", "accepted")]
    assert after.provenance is not None
    assert after.provenance.repaired == ("f2", "c1")
    assert after.provenance.usage == Usage(input=13, output=6, requests=2, attempts=3)
    assert after.raw == SAID


def test_what_stays_wrong_stays_rejected_and_shown() -> None:
    after = mend(validate(SAID, READ), Repair(figures=(figure("96", "men", id="f2", sentence=2),)))
    assert [(one.id, one.said.text, one.decision) for one in after.figures][1:] == [("f2", "96", "rejected")]
    assert after.claims[0].decision == "rejected"


def test_what_is_withdrawn_stays_rejected_and_shown() -> None:
    after = mend(validate(SAID, READ), Repair(dropped=("f2", "c1")))
    assert [(one.id, one.decision) for one in after.figures] == [("f1", "accepted"), ("f2", "rejected")]
    assert [one.decision for one in after.claims] == ["rejected"]
    assert after.figures[1].check.explanation.endswith("The answer withdrew it when asked again.")
    assert after.repair == Repair(dropped=("f2", "c1"))


def test_a_change_that_nobody_asked_for_is_left_out_and_said() -> None:
    after = mend(validate(SAID, READ), Repair(figures=(figure("12", "men", sentence=2),), dropped=("e1",)))
    assert [one.said.text for one in after.figures] == ["over 80", "95"]
    assert [one.decision for one in after.events] == ["accepted"]
    assert [check.item for check in after.checks if check.item in ("f1", "e1")] == ["f1", "e1"]


def test_a_missing_party_may_be_added() -> None:
    said = extraction(claim("killed 12 men in Kidal", sentence=2, speakers=("p5",)))
    before = validate(said, READ)
    after = mend(before, Repair(parties=(party("p5", "Rebels"),)))
    assert [check.item for check in failing(before)] == ["c1.speakers"]
    assert (after.claims[0].said.speakers, after.claims[0].decision, failing(after)) == (("p5",), "accepted", ())


def test_items_that_shared_an_id_are_corrected_apart() -> None:
    said = extraction(figure("over 80", "militants"), figure("95", "men", sentence=2))
    after = mend(validate(said, READ), Repair(figures=(figure("12", "men", id="f1~2", sentence=2),)))
    assert [(one.id, one.said.text, one.decision) for one in after.figures] == [
        ("f1", "over 80", "accepted"),
        ("f1~2", "12", "accepted"),
    ]
