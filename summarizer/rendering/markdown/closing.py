"""The end of the report: what was left out, what is not known, the sources and the method."""

from collections.abc import Iterator, Sequence

from schemas import Briefing, Unverified
from summarizer.rendering import choice, words
from summarizer.rendering.markdown.notes import Notes, code, escape
from summarizer.rendering.page import summary

__all__ = ["method", "sources", "unknown", "unverified"]


def unverified(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """What was left out, with the reason."""
    yield "## Not verified and left out"
    yield ""
    for left in briefing.unverified:
        yield f"- {left_out(left, notes)}"
    for failure in briefing.failures:
        yield f"- {escape(failure.path)}: {escape(failure.message)}"
    if not (briefing.unverified or briefing.failures):
        yield "No figure, date, name or quotation was rejected."
    held = list(summary.held(briefing))
    if held:
        yield ""
        yield "Figures in parts that are not news, which enter no event:"
        yield ""
    for one in held:
        yield f"- “{escape(one.figure)}” ({one.source.label}, {words.spoken(one.part.kind)}): “{escape(summary.short(one.text))}”"


def left_out(left: Unverified, notes: Notes) -> str:
    """One item that failed its check."""
    label = notes.labels.get(left.article, left.name)
    mark = notes.mark(left.check.evidence[:1])
    kind = {"review": "to review", "rejected": "rejected", "accepted": "accepted"}[left.check.decision]
    return f"“{escape(left.check.text)}” ({left.check.of}, {escape(label)}, {kind}): {escape(left.check.explanation)}{mark}"


def unknown(briefing: Briefing, notes: Notes) -> Iterator[str]:
    """What a reader will ask and no article answers."""
    yield "## Not known"
    yield ""
    for item in briefing.story.unknowns:
        yield f"- {escape(item.text)}{notes.mark(item.evidence)}"
    if not briefing.story.unknowns:
        yield "No open question was found."


def sources(briefing: Briefing) -> Iterator[str]:
    """The articles under their labels."""
    yield "## Sources"
    yield ""
    for source in briefing.sources:
        published = "date not stated" if source.published is None else words.day(source.published)
        title = escape(choice.titled(briefing, source))
        publisher = f", {escape(source.publisher)}" if source.publisher else ""
        yield f"- **{source.label}** {title}{publisher}, {published}. `{code(source.path)}`, text {source.article}"
    origins = choice.origins(briefing)
    if origins:
        yield ""
        yield f"Origins of figures ({len(origins)}): {escape('; '.join(origins))}."


def method(briefing: Briefing) -> Iterator[str]:
    """How it came about, and what the marks mean."""
    yield "## Method"
    yield ""
    yield (
        (
            "Every figure was compared with the sentence it comes from. A mark such as [A1-5] leads to article A1, sentence 5. "
            "An origin is whoever a figure goes back to: the speaker, or the body that the speaker speaks for, or the publisher "
            "where an article speaks itself; one article may carry several. Statements of one origin count once; nothing is "
            "added or averaged. “To review” means that the words differ from the source in a way a person should see."
        )
        .replace("[", "\\[")
        .replace("]", "\\]")
    )
    worded = "by rules from the records" if briefing.worded_by == "rules" else "by the model, then checked"
    yield ""
    yield f"Bottom line worded {worded}. {escape(made_with(choice.provenance(briefing)))} Briefing {briefing.id}."


def made_with(known: Sequence[str]) -> str:
    """Models and prompts in one sentence."""
    return f"Extracted with {'; '.join(known)}." if known else "How it was extracted is not recorded."
