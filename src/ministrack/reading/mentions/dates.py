"""Finds dates, counted from the report's own day where the words need it."""

from ministrack.reading.mention import DateMention
from ministrack.reading.mentions.date_counting import Counting
from ministrack.reading.mentions.date_forms import Form, date_forms
from ministrack.reading.mentions.tense import Tense, tense_at
from ministrack.reading.prose import Prose

_IN_FULL = ("year", "year2", "decade")


def find_dates(prose: Prose) -> tuple[DateMention, ...]:
    """All of them, in the order of the text. A day that no year can be given for is none."""
    forms = date_forms(prose.lexicon.language)
    counting = Counting(forms, prose.anchor)
    found = ((form, _counted(prose, counting, form)) for form in forms.find(prose.text))
    return tuple(
        DateMention(
            start=form.start,
            stop=form.stop,
            edtf=edtf,
            is_relative=not any(name in form.found for name in _IN_FULL),
            is_today=form.has("today"),
        )
        for form, edtf in found
        if edtf
    )


def _counted(prose: Prose, counting: Counting, form: Form) -> str:
    def tense() -> Tense:
        return tense_at(prose, form.start, form.stop)

    return counting.edtf(form, tense)
