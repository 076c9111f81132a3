"""The rule-based model answers the requests that any other model is asked."""

from schemas.extraction import Extraction
from summarizer import prompting, reading
from summarizer.embedded import MODEL, answer

TOOLS = [{"type": "function", "function": {"name": "Extraction", "parameters": {}}}]


def extraction(text: str) -> Extraction:
    """What the embedded model says of a text."""
    article = reading.article(text, name="text")
    reply = answer({"model": MODEL, "messages": list(prompting.prompt(article)), "tools": TOOLS})
    choices = reply["choices"]
    assert isinstance(choices, list)
    arguments: str = choices[0]["message"]["tool_calls"][0]["function"]["arguments"]
    return Extraction.model_validate_json(arguments)


def test_an_answer_is_an_extraction() -> None:
    found = extraction("The army said on Friday that 41 soldiers were killed in an ambush near Kidal.")
    assert [(claim.act, claim.content) for claim in found.claims] == [
        ("asserts", "that 41 soldiers were killed in an ambush near Kidal.")
    ]
    assert [(figure.text, figure.counted, figure.measure) for figure in found.figures] == [("41", "soldiers", "killed")]
