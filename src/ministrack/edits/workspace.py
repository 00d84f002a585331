"""The workspace: the only writer of a dossier. Runs edits, undoes them, and announces what changed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from ministrack.domain.errors import DossierInUse, DossierProblem, MinistrackError, UndoRefused
from ministrack.domain.ids import new_id
from ministrack.domain.language import N_, tr
from ministrack.domain.levels import standard_levels
from ministrack.domain.progress import Progress
from ministrack.domain.protocol import Protocol
from ministrack.domain.values import dataclass, replace
from ministrack.edits.changes import MANY, ChangeSet, Edit, change_set_of
from ministrack.edits.helping import Helping
from ministrack.edits.outside import Outside
from ministrack.edits.undo import next_redo, next_undo, original, take_back
from ministrack.edits.writer import Writer
from ministrack.store import journal, problems
from ministrack.store.derived import refresh
from ministrack.store.dossier import Dossier, create_dossier, open_dossier
from ministrack.store.extents import extent_of, extents_after
from ministrack.store.reader import Reader

Listener = Callable[[ChangeSet], None]

OUTSIDE = N_("Changed by another program")
_NOBODY = ""  # the desk of edits that no desk may undo: a new dossier's own records, outside writes


@dataclass(frozen=True, slots=True)
class Identity:
    """Who edits: the name shown in history, and the desk (this installation) whose edits undo takes back."""

    author: str
    desk: str


class Workspace:
    """An open dossier with its journal. `read` answers questions; `run` is the only way to write.

    One thread only. Listeners are called once per committed edit, after COMMIT, also for edits of others.
    """

    def __init__(self, dossier: Dossier, identity: Identity, helps: Helping | None = None) -> None:
        self._dossier = dossier
        self._identity = identity
        if helps is not None:
            dossier.keep_readable()
        self._is_helper = helps is not None
        self.helping = helps or Helping()
        self._listeners: list[Listener] = []
        self._seen_version = dossier.data_version()
        self._outside = Outside(dossier)
        self._seen_seq = journal.last_seq(dossier.connection)
        self.read = Reader(dossier)
        self.saved_at: datetime | None = None

    @classmethod
    def open(cls, path: Path, identity: Identity, helps: Helping | None = None) -> "Workspace":
        """Opens an existing dossier, or opens it once more for a helper (background.py).

        Raises a DossierProblem that names its state.
        """
        workspace = cls(open_dossier(path), identity, helps)
        workspace.poll(force=True)
        return workspace

    @classmethod
    def create(cls, path: Path, identity: Identity, contents: Edit | None = None) -> "Workspace":
        """Makes a new dossier with the standard levels and `contents`; what it begins with is never undone.

        Raises InvalidValue where the file exists.
        """
        workspace = cls(create_dossier(path), identity)
        new = Edit(tr("New dossier"), lambda writer: writer.add_all(standard_levels()))
        for begin in (new, contents):
            if begin is not None:
                workspace._write(begin, desk=_NOBODY)
        return workspace

    @property
    def path(self) -> Path:
        """The dossier's file."""
        return self._dossier.path

    @property
    def identity(self) -> Identity:
        """Who edits here."""
        return self._identity

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._dossier.read_only

    def close(self) -> None:
        """Closes the dossier. Everything committed is safe already."""
        self._listeners.clear()
        self._dossier.close()

    def save_copy(self, target: Path) -> None:
        """Writes a complete copy to a file that does not exist yet."""
        self._dossier.copy_to(target)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Calls `listener` with every ChangeSet; the answer ends that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def known_as(self, author: str) -> None:
        """From now on edits bear this name in the history."""
        self._identity = replace(self._identity, author=author)

    @property
    def protocol(self) -> Protocol:
        """How countries are called, and in which order they stand, in every answer of `read`."""
        return self._dossier.parties.protocol

    def follow_protocol(self, protocol: Protocol) -> None:
        """Answers otherwise from now on, and announces that; nothing is written."""
        if protocol != self.protocol:
            self._dossier.parties.protocol = protocol
            self._announce(ChangeSet(None, renamed=True))

    def run(self, edit: Edit, progress: Progress | None = None) -> ChangeSet:
        """Runs an edit in one transaction and announces it. On any error nothing is stored."""
        done = self._write(edit, desk=self._identity.desk, progress=progress)
        self._announce(done)
        return done

    def rehearse(self, steps: Iterable[Edit]) -> list[MinistrackError | None]:
        """What refuses each of several steps when they run one after the other; None where nothing does.

        Nothing is stored, and nobody hears of it.
        """
        met: list[MinistrackError | None] = []
        with self._turn(), self._dossier.rehearsal():
            writer = Writer(self._dossier)
            for step in steps:
                try:
                    with self._dossier.part():
                        step.apply(writer)
                    met.append(None)
                except DossierProblem:  # the transaction may be gone, and the next step would be a real one
                    raise
                except MinistrackError as error:
                    met.append(error)
            writer.finish()
        return met

    def undo_label(self) -> str | None:
        """The name of the edit that `undo` would take back, or None."""
        entry = next_undo(self._dossier.connection, self._identity.desk)
        return original(self._dossier.connection, entry).label if entry else None

    def redo_label(self) -> str | None:
        """The name of the edit that `redo` would bring back, or None."""
        entry = next_redo(self._dossier.connection, self._identity.desk)
        return original(self._dossier.connection, entry).label if entry else None

    @property
    def is_undo_long(self) -> bool:
        """Whether `undo` would touch so many records that it is better done in the background."""
        return self._is_long(next_undo(self._dossier.connection, self._identity.desk))

    @property
    def is_redo_long(self) -> bool:
        """Whether `redo` would."""
        return self._is_long(next_redo(self._dossier.connection, self._identity.desk))

    def undo(self) -> ChangeSet:
        """Takes back the newest edit of this desk. Raises UndoRefused where there is none or it moved on."""
        entry = next_undo(self._dossier.connection, self._identity.desk)
        if entry is None:
            raise UndoRefused(tr("There is nothing to undo."))
        name = original(self._dossier.connection, entry).label
        return self._reverse(entry, name, tr("Undo: {label}", label=name))

    def redo(self) -> ChangeSet:
        """Brings back what was undone last. Raises UndoRefused where there is none or it moved on."""
        entry = next_redo(self._dossier.connection, self._identity.desk)
        if entry is None:
            raise UndoRefused(tr("There is nothing to redo."))
        name = original(self._dossier.connection, entry).label
        return self._reverse(entry, name, tr("Redo: {label}", label=name))

    def poll(self, *, force: bool = False) -> list[ChangeSet]:
        """Notices what others wrote, adopts it into the journal, announces it. Cheap if nothing moved.

        Waits for nobody: while another program is writing, what it wrote before is adopted by a later look.
        Only with `force`, for the first look at a dossier, it waits, and raises DossierInUse in the end.
        """
        with problems.explained(self.path):
            version = self._dossier.data_version()
            if version == self._seen_version and not force:
                return []
            if self._adopted(wait=force):
                # As it was before the look: what others write meanwhile moves it again.
                self._seen_version = version
            news = self._news()
        for change_set in news:
            self.saved_at = datetime.now(UTC) if change_set.own else self.saved_at
            self._announce(change_set)
        return news

    def _is_long(self, entry: journal.EditEntry | None) -> bool:
        return entry is not None and extent_of(self._dossier.connection, entry.id).number > MANY

    def _reverse(self, entry: journal.EditEntry, name: str, label: str) -> ChangeSet:
        with self._entered(label, self._identity.desk, undoes=entry.id) as done:
            take_back(self._dossier, entry, name)
        self._announce(done[0])
        return done[0]

    def _write(self, edit: Edit, *, desk: str, progress: Progress | None = None) -> ChangeSet:
        with self._entered(edit.label, desk) as done:
            writer = Writer(self._dossier, progress)
            try:
                edit.apply(writer)
            finally:
                writer.finish()
        return replace(done[0], about=edit.about)

    @contextmanager
    def _entered(self, label: str, desk: str, undoes: str | None = None) -> Iterator[list[ChangeSet]]:
        """The transaction of one edit; the list holds its ChangeSet when the block has ended."""
        done: list[ChangeSet] = []
        others: list[ChangeSet] = []
        connection = self._dossier.connection
        seen = self._seen_seq
        try:
            with self._turn(), self._dossier.transaction():
                self._outside.adopt(self._outside_entry)
                others = self._news()
                entry = self._entry(label, self._identity.author, desk, undoes)
                journal.begin_edit(connection, entry)
                if self._is_helper:
                    self.helping.edits.add(entry.id)
                yield done
                extent = extent_of(connection, entry.id)
                if (
                    extent.number or undoes
                ):  # an undo that finds nothing to do has taken its edit back all the same
                    refresh(connection, entry.id)
                    journal.seal_edit(connection, entry)
                else:
                    journal.withdraw_edit(connection, entry)
        except BaseException:
            self._seen_seq = seen  # what others wrote was not announced yet
            raise
        self._seen_seq = max(self._seen_seq, extent.last)
        self.saved_at = datetime.now(UTC)
        for change_set in others:
            self._announce(change_set)
        done.append(change_set_of(connection, entry if extent.number else None, extent))

    def _adopted(self, *, wait: bool) -> bool:
        """Adopts what another program wrote; False where that has to wait until it is ready."""
        if self.read_only or not self._outside.is_due():
            return True
        try:
            with self._dossier.transaction(wait=wait):
                self._outside.adopt(self._outside_entry)
        except DossierInUse:
            if wait:
                raise
            return False
        return True

    def _outside_entry(self) -> journal.EditEntry:
        return self._entry(tr(OUTSIDE), tr("Another program"), _NOBODY, None)

    def _news(self) -> list[ChangeSet]:
        """Edits of others since the last look, oldest first."""
        connection = self._dossier.connection
        news: list[ChangeSet] = []
        for extent in extents_after(connection, self._seen_seq):
            if extent.edit is None:
                break  # written a moment ago by another program; announced once it is adopted
            self._seen_seq = extent.last
            found = change_set_of(connection, journal.edit_entry(connection, extent.edit), extent)
            news.append(replace(found, own=extent.edit in self.helping.edits))
        return news

    def _turn(self) -> AbstractContextManager[None]:
        return self.helping.turn(patient=self._is_helper)

    def _entry(self, label: str, author: str, desk: str, undoes: str | None) -> journal.EditEntry:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        number = journal.next_number(self._dossier.connection)
        return journal.EditEntry(number, new_id(), label, at, author, desk, undoes)

    def _announce(self, change_set: ChangeSet) -> None:
        for listener in tuple(self._listeners) if not change_set.is_empty else ():
            listener(change_set)
