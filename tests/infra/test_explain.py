"""The drawing of a reading: the grid, the doubts, and texts that are never markup."""

import io
from decimal import Decimal

import pytest
from rich.console import Console

from activities.workbook.limits import Limits
from activities.workbook.reader import open_workbook
from infra.explain import explain_reading
from infra.stack import ROOT
from orders.codes import issue
from orders.reader import read
from orders.reading import Reading, Result

SAMPLES = ROOT / "infra" / "samples"


def drawn(name, workbook, reading):
    page = io.StringIO()
    explain_reading(Console(file=page, width=240), name, workbook, reading)
    return page.getvalue()


async def explained(name, content):
    workbook = await open_workbook(content, name, Limits())
    return drawn(name, workbook, read(workbook))


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.[xc]*")), ids=lambda path: path.name)
async def test_every_sample_is_drawn_with_its_columns(path):
    told = await explained(path.name, path.read_bytes())
    assert path.name in told
    for word in ("quantity", "confidence", "who said what"):
        assert word in told


async def test_questions_are_told_with_their_cells():
    content = b"sku,quantity,unit price,total\nA-100,2,3.00,7.00\nB-200,1,4.00,4.00\n"
    told = await explained("odd.csv", content)
    assert "D2" in told


async def test_a_cell_that_looks_like_markup_is_shown_as_it_is():
    content = b"sku,product,quantity\nA-100,[bold]Tent[/],2\nB-200,[/nonsense],1\n"
    told = await explained("markup.csv", content)
    assert "[bold]Tent[/]" in told
    assert "[/nonsense]" in told


def test_names_and_doubts_that_look_like_markup_are_shown_as_they_are():
    """Naive: a file called so, or a doubt that quotes such a cell, ended the command."""
    doubt = issue("AMBIGUOUS_COLUMN", cells=("[/x]!A1",), fields=("[/y]",))
    reading = Reading(Result.QUESTIONS, sheets_seen={"[/x]": "hidden"}, issues=(doubt,))
    told = drawn("[/odd] [pcs].csv", None, reading)
    for text in ("[/odd] [pcs].csv", "sheet [/x]", "[/x]!A1"):
        assert text in told


async def test_long_texts_are_cut_and_long_sheets_too():
    rows = "".join(f"A-{n:04},{'x' * 60},{Decimal(n)}\n" for n in range(1, 90))
    told = await explained("long.csv", f"sku,product,quantity\n{rows}".encode())
    assert f"{'x' * 21}…" in told
    assert "A-0039" in told
    assert "A-0060" not in told


def test_a_file_that_could_not_be_opened_has_only_its_outcome():
    told = drawn("x.bin", None, Reading(Result.REFUSED, reason="PARSE_ERROR"))
    assert "refused" in told
