"""Asking the model: what one article says, corrections of what did not hold, and the wording of a bottom line."""

from collections.abc import Callable, Mapping, Sequence

from schemas import Extraction, Repair
from schemas.briefing import Lead
from summarizer.client import Answer, Client, total
from summarizer.exceptions import AnswerError, Truncated
from summarizer.extraction.joining import join

__all__ = ["extract", "lead", "repair"]

Messages = Sequence[Mapping[str, object]]


async def extract(
    messages: Messages, client: Client, *, smaller: Callable[[], Sequence[Messages]] | None = None
) -> Answer[Extraction]:
    """What the model says of one article or window.

    An answer that ran into the output limit is asked again once in the parts that `smaller` gives, and joined; without it,
    and where a part is too long as well, Truncated is raised. Other errors are those of `Client.ask`.
    """
    try:
        return await client.ask(messages, Extraction)
    except Truncated as error:
        parts = smaller() if smaller else ()
        if len(parts) < 2:
            raise
        answers = [await client.ask(part, Extraction) for part in parts]
        spent = total([error.usage, *(answer.usage for answer in answers)])
        return Answer(join([answer.value for answer in answers]), spent, answers[0].model, answers[0].endpoint)


async def repair(messages: Messages, client: Client) -> Answer[Repair]:
    """The corrected items of one article; where the model does not answer, nothing is corrected and the article is not lost."""
    try:
        return await client.ask(messages, Repair)
    except AnswerError as error:
        return Answer(Repair(), error.usage, client.model, client.endpoint)


async def lead(messages: Messages, client: Client) -> Answer[Lead]:
    """The wording of a briefing's bottom line."""
    return await client.ask(messages, Lead)
