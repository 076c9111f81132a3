"""The way of an article, step by step: read, prompt, extract, validate, merge, brief, render.

The steps do not know one another; this module alone knows them all.
"""

from collections.abc import Sequence
from datetime import date

import prompts
from schemas import Article, Briefing, Check, CheckReport, Extraction, Failure, Provenance, ValidatedExtraction
from summarizer import briefing, extraction, figures, merging, prompting, reading, rendering, validation
from summarizer.client import Answer, Client, total
from summarizer.exceptions import AnswerError, EndpointError
from summarizer.names import Aliases
from summarizer.prompting import Window
from summarizer.prompting.layout import PROMPTS
from summarizer.rendering.verification import Verification

__all__ = ["check", "compose", "process", "verify", "word"]

EXTRACT = PROMPTS["extract"]


async def process(article: Article, client: Client, *, repair: bool = True) -> ValidatedExtraction:
    """What one article supports: its windows are asked, joined and validated; what fails is sent back once.

    Raises the exceptions of `summarizer.exceptions`; an article without news gives an extraction without items.
    """
    answers = [await ask(article, window, client) for window in prompting.windows(article)]
    said = extraction.join([answer.value for answer in answers])
    validated = validation.validate(said, article, provenance=provenance(answers))
    failing = validation.failing(validated) if repair else ()
    return await mend(validated, failing, client) if failing else validated


async def ask(article: Article, window: Window, client: Client) -> Answer[Extraction]:
    """What the model says of one window; where the answer was cut by its output limit, of its halves."""

    def smaller() -> list[tuple[prompting.Message, ...]]:
        return [prompting.prompt(article, half) for half in prompting.halves(article, window)]

    return await extraction.extract(prompting.prompt(article, window), client, smaller=smaller)


async def mend(validated: ValidatedExtraction, failing: Sequence[Check], client: Client) -> ValidatedExtraction:
    """The same article after one small request that lists only the failing items; what stays wrong stays rejected."""
    answer = await extraction.repair(prompting.repair(validated.article, validated.raw, failing), client)
    return validation.mend(validated, answer.value, answer.usage)


def provenance(answers: Sequence[Answer[Extraction]]) -> Provenance | None:
    """Model, prompt and tokens behind an extraction; None where nothing was asked."""
    if not answers:
        return None
    return Provenance(
        model=answers[0].model,
        endpoint=answers[0].endpoint,
        prompt=EXTRACT,
        prompt_digest=prompts.digest(EXTRACT),
        usage=total([answer.usage for answer in answers]),
    )


def compose(
    validated: Sequence[ValidatedExtraction],
    failures: Sequence[Failure] = (),
    *,
    aliases: Aliases | None = None,
    as_of: date | None = None,
) -> Briefing:
    """The briefing of several articles, its bottom line composed by rules."""
    return briefing.brief(merging.merge(validated, aliases=aliases), validated, failures, as_of=as_of)


async def word(composed: Briefing, client: Client) -> Briefing:
    """The briefing with a bottom line worded by the model, where every figure, name and date in it holds.

    A lead that fails is sent back once with the reasons; after that, and where the endpoint fails, the composed lines stay. The
    embedded model is not asked: it would word the same records by rules, and the composed lines say more (origins, unknowns).
    """
    if client.endpoint == "embedded":
        return composed
    try:
        lead = (await extraction.lead(prompting.bottom_line(composed), client)).value
        failing = briefing.unsupported(composed, lead)
        if failing:
            lead = (await extraction.lead(prompting.bottom_line(composed, lead, failing), client)).value
    except (AnswerError, EndpointError):
        return composed
    return briefing.reword(composed, lead)


def check(text: str, sources: str | Article | Sequence[str | Article]) -> CheckReport:
    """Every figure of a text against its sources, without a model and without a network.

    `sources` is a text, an Article or several of either; offsets of the checks count code points of `text`.
    """
    text = whole(text)
    several = [sources] if isinstance(sources, str | Article) else list(sources)
    articles = [
        source if isinstance(source, Article) else reading.article(source, name=f"source {number}")
        for number, source in enumerate(several, 1)
    ]
    return figures.check(text, articles)


def whole(text: str) -> str:
    """The text with every lone surrogate replaced, one for one: it has no UTF-8, and offsets stay."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def verify(page: str, *, aliases: Aliases | None = None) -> Verification:
    """Whether a briefing's page still says what its articles say; everything is computed again from the page alone.

    A page that was made with a table of names needs the same `aliases` for its story to be composed again as it was.
    """
    return rendering.verify(page, validate=validation.validate, compose=compose, aliases=aliases)
