"""`ministrack report`: papers in each format, what they are about, and what is refused in plain words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ministrack.cli.reporting import PDF
from ministrack.domain.filters import Compare
from ministrack.domain.meeting import Meeting, MeetingStatus
from ministrack.domain.record import Ref
from ministrack.edits.records import add_record, change_record
from ministrack.edits.workspace import Workspace
from ministrack.reports.formats import FORMATS
from ministrack.reports.papers import PAPERS
from tests.cli.conftest import Program
from tests.pdf import pages_of, title_of

BEGINNINGS = {"docx": b"PK", "odt": b"PK", "html": b"<!DOCTYPE html>", PDF: b"%PDF-"}


@pytest.mark.parametrize("name", [*(each.name for each in FORMATS), PDF])
def test_a_paper_is_written_in_each_format(
    program: Program, dossier: Path, tmp_path: Path, name: str
) -> None:
    target = tmp_path / f"Şuşa.{name}"
    answer = program("report", "brief", "--meeting", "next", "-o", target, "--dossier", dossier)
    assert (answer.code, answer.err) == (0, f"Written: {target}\n")
    assert target.read_bytes().lower().startswith(BEGINNINGS[name].lower())
    again = program("report", "brief", "-o", target, "--dossier", dossier)
    assert again.code == 2
    assert "already a file named Şuşa" in again.err
    assert program("report", "brief", "-o", target, "--dossier", dossier, "--force").code == 0


@pytest.mark.usefixtures("qapp")
def test_the_pdf_has_numbered_pages_that_can_be_read(program: Program, dossier: Path, tmp_path: Path) -> None:
    target = tmp_path / "brief.pdf"
    program("report", "brief", "--meeting", "third meeting", "-o", target, "--dossier", dossier)
    data = target.read_bytes()
    pages = pages_of(data)
    assert title_of(data) == "Third meeting of the justice ministers"
    assert "Yılmaz Tunç" in pages[0].replace("\n", "")
    assert [f"{number} of {len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(
        pages
    )


def test_pdf_needs_no_display(dossier: Path, tmp_path: Path) -> None:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    target = tmp_path / "brief.pdf"
    command = ["report", "brief", "--dossier", str(dossier), "-o", str(target)]
    done = subprocess.run(
        [sys.executable, "-m", "ministrack", *command],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, f"Written: {target}\n")
    assert len(pages_of(target.read_bytes())) > 1


def test_the_papers_are_listed(program: Program) -> None:
    listed = program("report", "--list").out
    assert [paper.name for paper in PAPERS if f"\n{paper.name} " not in f"\n{listed}"] == []


def test_next_is_said_where_there_is_none(program: Program, workspace: Workspace, dossier: Path) -> None:
    (third,) = workspace.read.find(Meeting, Compare("number", 3))
    workspace.run(change_record(workspace.read, Ref("meeting", third.id), new={"status": "cancelled"}))
    workspace.close()
    answer = program(
        "report", "brief", "--meeting", "next", "-o", "-", "--format", "pdf", "--dossier", dossier
    )
    assert answer.code == 2
    assert "No meeting to come is recorded." in answer.err


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["-o", "x.pdf"], "No paper was named."),
        (["brief"], "No file was named."),
        (["brief", "-o", "brief.txt"], "does not say in which format"),
        (["brief", "-o", "brief.pdf", "--template", "own.docx"], "for DOCX files only"),
        (["brief", "-o", "brief.pdf", "--party", "Türkiye"], "has no use for --party"),
        (["brief", "-o", "brief.pdf", "--meeting", "meeting"], "may mean several records"),
        (["brief", "-o", "brief.pdf", "--meeting", "Türkiye xyzzy"], "No record is found"),
        (["poem", "-o", "poem.pdf"], "There is no paper “poem”."),
    ],
)
def test_what_makes_no_sense_is_refused(
    program: Program,
    dossier: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    options: list[str],
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = program("report", *options, "--dossier", dossier)
    assert answer.code == 2
    assert said in answer.err
    assert [file.suffix for file in tmp_path.iterdir()] == [".ministrack"]


@pytest.mark.usefixtures("qapp")
def test_a_party_is_not_taken_for_a_meeting(
    program: Program, workspace: Workspace, dossier: Path, tmp_path: Path
) -> None:
    workspace.run(add_record(Meeting(name="Azerbaijan", status=MeetingStatus.PLANNED)))
    workspace.close()
    target = tmp_path / "brief.pdf"
    program("report", "brief", "--meeting", "Azerbaijan", "-o", target, "--dossier", dossier)
    assert title_of(target.read_bytes()) == "Azerbaijan"
