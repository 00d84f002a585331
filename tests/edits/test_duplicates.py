"""Likely duplicates: found by the sounds of any of their names, each pair once, never two countries."""

from ministrack.domain.document import Document
from ministrack.domain.party import Party
from ministrack.domain.person import Person, Spelling
from ministrack.domain.record import Record
from ministrack.edits.changes import Edit
from ministrack.edits.duplicates import Likely, likely_duplicates
from ministrack.edits.workspace import Workspace
from tests.dossiers import DECLARATION, OMURALIEV, TUNC, TURKIYE, ref_of


def found(workspace: Workspace, *records: Record) -> list[Likely]:
    workspace.run(Edit("Add", lambda writer: writer.add_all(records)))
    return likely_duplicates(workspace.read, 40)[0]


def pairs(likely: list[Likely]) -> set[frozenset[str]]:
    return {frozenset((each.one.id, each.other.id)) for each in likely}


def test_nothing_is_suggested_where_no_names_are_alike(workspace: Workspace) -> None:
    assert likely_duplicates(workspace.read, 40) == ([], False)


def test_people_are_found_in_any_script_and_order_of_names(workspace: Workspace) -> None:
    cyrillic, turned = Person(name="Йылмаз Тунч"), Person(name="TUNÇ Yılmaz")
    other = Person(name="Akbar Tashkulov")
    likely = found(workspace, cyrillic, turned, other)
    three = (TUNC.id, cyrillic.id, turned.id)
    assert pairs(likely) == {
        frozenset((three[0], three[1])), frozenset((three[0], three[2])), frozenset((three[1], three[2])),
    }  # fmt: skip
    same = {each.names: each.is_same for each in likely}
    assert same["Yılmaz Tunç", "Йылмаз Тунч"] is False or same.get(("Йылмаз Тунч", "Yılmaz Tunç")) is False


def test_a_spelling_or_a_name_in_own_script_is_enough(workspace: Workspace) -> None:
    other = Person(name="K. Omuraliev")
    likely = found(workspace, other, Spelling(name="Ömüralıyev Qubanıçbek", person=other.id))
    (only,) = likely
    assert {only.one, only.other} == {ref_of(OMURALIEV), ref_of(other)}


def test_a_country_entered_by_hand_is_found_but_never_two_with_codes(workspace: Workspace) -> None:
    turkey = Party(name="Turkey")
    niger, nigeria = Party(name="Niger", code="NE"), Party(name="Nijer", code="NG")
    assert pairs(found(workspace, turkey, niger, nigeria)) == {frozenset((TURKIYE.id, turkey.id))}


def test_documents_are_found_by_title_and_a_dismissed_pair_stays_away(workspace: Workspace) -> None:
    twice = Document(title="ASTANA  declaration")
    (only,) = found(workspace, twice)
    assert {only.one, only.other} == {ref_of(DECLARATION), ref_of(twice)}
    assert only.is_same
    assert likely_duplicates(workspace.read, 40, {only.key}) == ([], False)


def test_many_of_one_name_are_not_compared_each_with_each(workspace: Workspace) -> None:
    many = [Person(name="Mehmet Yılmaz") for _ in range(300)]
    likely = found(workspace, *many)
    assert len(likely) == 40
    assert likely_duplicates(workspace.read, 40)[1]
    assert len(likely_duplicates(workspace.read, 10_000)[0]) == 299
