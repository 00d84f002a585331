"""Who owes a task, as a report says it: a party, a body of the same report, or words as written."""

from ministrack.domain.proposal import Said
from ministrack.domain.record import Ref
from ministrack.domain.task import Task
from ministrack.edits.proposals.keeping import Keeper
from ministrack.edits.proposals.parties import is_code
from ministrack.edits.proposals.reviewed import Reviewed
from ministrack.edits.proposals.stating import Stated, stated

_ONE_OF = ("owner_party", "owner_body", "owner_person")


def keep_owner(keeper: Keeper, reviewed: Reviewed, task: Ref) -> None:
    """The owner of a task that has none; beside another one the report's is kept as a statement."""
    said = reviewed.proposal.fields.get("owner")
    present = keeper.read.get(Task, task.id)
    if said is None or not said.value or present is None:
        return
    field, owner = _owner(keeper, reviewed, said)
    known = [name for name in _ONE_OF if getattr(present, name) is not None]
    wanted = "owner" in reviewed.replacing
    if field != "owner_note" and known not in ([], [field]) and not wanted:
        keeper.state(task, field, owner, chosen=False)
        return
    if wanted and known:
        keeper.writer.change(task, {name: None for name in known if name != field})
    keeper.keep(Task.TABLE, task, {field: owner}, replacing=reviewed.replacing)


def _owner(keeper: Keeper, reviewed: Reviewed, said: Said) -> tuple[str, Stated]:
    """The field for the owner, and its value."""
    body = keeper.linked(reviewed, "owner", said.value)
    if body is not None:
        return "owner_body", stated(said, body.id, keeper.read.label(body), "owner")
    if is_code(said.value) or _is_short_name(said.value) or keeper.known.parties.find(said.value) is not None:
        party = keeper.party(said)
        return "owner_party", Stated(party.value, party.text, party.quote, party.words, "owner")
    words = said.words.text if said.words is not None and _is_key(keeper, said.value) else said.value
    return "owner_note", stated(said, words, words, "owner")


def _is_short_name(text: str) -> bool:
    """Whether it is written like the short name of an organisation: OTS, ASEAN, G7."""
    return text.isupper() and " " not in text


def _is_key(keeper: Keeper, value: str) -> bool:
    return value in keeper.known.proposals
