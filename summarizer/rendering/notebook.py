"""How records show themselves in a notebook, and as plain rows.

The records import nothing but Pydantic, so they do not know how they are shown. `register()` gives them the two methods
that notebooks and data frames look for; `summarizer` calls it once when it is imported.
"""

from markupsafe import Markup

from schemas import Briefing, ValidatedExtraction
from summarizer.rendering import words

__all__ = ["briefing_html", "briefing_records", "extraction_html", "extraction_records", "register"]

STYLE = {
    "figure": "background:#fff0b8;color:#1a1c1f;border-bottom:2px solid #806000",
    "claim": "background:#e9f1f9;color:#1a1c1f;border-bottom:1px dotted #3a6f9f",
}
"""Styles stand on the elements: a notebook has no style sheet of ours, and must keep its own."""


def register() -> None:
    """Gives Briefing and ValidatedExtraction `_repr_html_()` and `to_records()`; a second call changes nothing."""
    for record, methods in (
        (Briefing, {"_repr_html_": briefing_html, "to_records": briefing_records}),
        (ValidatedExtraction, {"_repr_html_": extraction_html, "to_records": extraction_records}),
    ):
        for name, method in methods.items():
            setattr(record, name, method)


def briefing_html(briefing: Briefing) -> str:
    """The bottom line, the key figures and the counts as escaped HTML, with the sentences as tool tips."""
    from summarizer.rendering import choice

    labels = words.labels(briefing)
    parts = [Markup("<div><b>{}</b><br>{}").format(words.plain(words.capital(briefing.title)), choice.period(briefing))]
    strip = briefing.strip
    counts = f"{strip.verified} verified, {strip.review} to review, {choice.disputes(briefing)}, {strip.rejected} rejected"
    parts.append(Markup("<br>{}<ul>").format(counts))
    parts += [Markup("<li>{}</li>").format(words.plain(line.text)) for line in briefing.bottom_line]
    parts.append(Markup("</ul><table><tr><th>What</th><th>As stated</th><th>Stated by</th><th>Standing</th><th>Where</th></tr>"))
    for _, group in choice.key_figures(briefing).shown:
        for said in group.statements:
            row = Markup('<tr><td>{}</td><td><mark style="{}" title="{}">{}</mark></td><td>{}</td><td>{}</td><td>{}</td></tr>')
            where = words.place_of(said.evidence, labels)
            quote = words.plain(said.evidence.quote)
            cells = (words.plain(said.words), words.said_by(said), words.STANDING[group.status], where)
            parts.append(row.format(words.counted(group), STYLE["figure"], quote, *cells))
    parts.append(Markup("</table></div>"))
    return str(Markup("").join(parts))


def extraction_html(one: ValidatedExtraction) -> str:
    """The article with its figures and statements marked, by the same highlighter as the page."""
    from summarizer.rendering.page.links import marks_of
    from summarizer.rendering.page.marks import Close, Open, nested

    parts = [Markup('<div><b>{}</b><p dir="auto" style="white-space:pre-wrap">').format(words.plain(one.article.name))]
    for event in nested(one.article.text, marks_of(one, "A")):
        if isinstance(event, Open):
            parts.append(Markup('<mark style="{}">').format(STYLE[event.mark.kind]))
        elif isinstance(event, Close):
            parts.append(Markup("</mark>"))
        else:
            parts.append(Markup.escape(words.plain(event.text)))
    parts.append(Markup("</p>{}</div>").format(table(one)))
    return str(Markup("").join(parts))


def table(one: ValidatedExtraction) -> Markup:
    """The figures of an article with their verdicts."""
    rows = (
        Markup("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>").format(
            words.plain(figure.said.text),
            words.plain(figure.said.counted),
            figure.check.verdict,
            words.plain(figure.check.explanation),
        )
        for figure in one.figures
    )
    head = Markup("<tr><th>Figure</th><th>Of</th><th>Verdict</th><th>Why</th></tr>")
    return Markup("<table>{}{}</table>").format(head, Markup("").join(rows))


def briefing_records(briefing: Briefing) -> list[dict[str, object]]:
    """One plain row for each statement of a figure, as in the CSV; `pandas.DataFrame(briefing.to_records())`."""
    from summarizer.rendering.exports import rows

    return [dict(row) for row in rows.figures(briefing)]


def extraction_records(one: ValidatedExtraction) -> list[dict[str, object]]:
    """One plain row for each figure of the article, with its verdict."""
    from summarizer.rendering.exports import rows

    return [dict(row) for row in rows.of_article(one)]
