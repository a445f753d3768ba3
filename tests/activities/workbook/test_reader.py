"""Whatever a file does, the desk only waits: the child is killed, the error is typed."""

# ruff: noqa: S311, ASYNC110, PT017 - seeded dice; a child can only be looked for

import asyncio
import io
import os
import random
import threading
import time
import zipfile
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from activities.workbook import reader
from activities.workbook.archive import Archive
from activities.workbook.biff import read_records
from activities.workbook.binary import read_binary
from activities.workbook.limits import Limits
from activities.workbook.opendocument import read_content
from activities.workbook.opening import open_content
from activities.workbook.reader import open_workbook
from orders.errors import FileTooLarge, OrderFault, UnsafeFile, UnsupportedFormat
from orders.sheet import Workbook
from tests.support.fourways import Number, written
from tests.support.oldbooks import xlsb
from tests.support.packages import (
    Entry,
    Parts,
    book_parts,
    entries_of,
    links_xml,
    lying_zip,
    number_cell,
    pack,
    row_xml,
    sheet_xml,
    strings_xml,
    styles_xml,
    text_cell,
    workbook,
)

MB = 1_000_000
LIMITS = Limits()
SHEET = sheet_xml(row_xml(1, number_cell("A1", "5901234123457") + text_cell("B1", "سفارش")))


def bomb(**parts: str) -> bytes:
    return pack(book_parts(parts.pop("sheet", SHEET), **parts))


BOMBS = {
    "one_string": lambda: bomb(strings=strings_xml("<t>" + "x" * 40 * MB + "</t>")),
    "spaces": lambda: bomb(sheet=sheet_xml(" " * 40 * MB)),
    "cells": lambda: bomb(sheet=sheet_xml(row_xml(1, "<c/>" * 10 * MB))),
    "strings": lambda: bomb(strings=strings_xml(*["<t/>"] * 2 * MB)),
    "styles": lambda: bomb(
        styles=styles_xml("0").replace("</cellXfs>", "<xf/>" * 4 * MB + "</cellXfs>")
    ),
    "lying": lambda: lying_zip(
        [*entries_of(book_parts(SHEET)), Entry("xl/a.xml", b"<a/>" * 10 * MB, size=1_000)]
    ),
}


def children() -> set[str]:
    """Reading children of ours; other tests of this process may have servers running."""
    path = Path(f"/proc/{os.getpid()}/task/{threading.get_native_id()}/children")
    return {pid for pid in path.read_text().split() if _reads(pid)}


def _reads(pid: str) -> bool:
    try:
        return b"activities.workbook" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


async def test_a_workbook_is_read_in_a_child_as_it_would_be_here():
    content = workbook(SHEET)
    book = await open_workbook(content, "order.xlsx", LIMITS)
    assert book == open_content(content, "order.xlsx", LIMITS)
    assert book.sheets[0].cells[1, 1].value == Decimal(5901234123457)


async def test_an_error_in_the_child_is_the_same_error_here():
    with pytest.raises(UnsupportedFormat, match="picture"):
        await open_workbook(b"\x89PNG\r\n\x1a\n", "order.xlsx", LIMITS)


async def test_a_file_over_the_limit_starts_no_child():
    with pytest.raises(FileTooLarge, match="1 MB"):
        await open_workbook(b"x" * (MB + 1), "a", Limits(max_bytes=MB))


@pytest.mark.parametrize("name", BOMBS)
async def test_b038_a_zip_bomb_is_refused_quickly_and_small(name):
    content = BOMBS[name]()
    began = sum(os.times()[:4])
    with pytest.raises(UnsafeFile, match=r"swell|larger than the file says"):
        # 200 MB of address space is enough, so no more can have been resident.
        await open_workbook(content, "order.xlsx", Limits(read_memory=200 * MB))
    assert sum(os.times()[:4]) - began < 2


@pytest.mark.parametrize("far", ["XFD1048576", "Z1048576"])
async def test_b039_a_far_cell_is_left_out_and_this_process_lives(far):
    row = int("".join(filter(str.isdigit, far)))
    rows = row_xml(1, number_cell("A1", "1")) + row_xml(row, number_cell(far, "1"))
    before = os.getpid()
    book = await open_workbook(workbook(sheet_xml(rows)), "order.xlsx", LIMITS)
    assert (len(book.sheets[0].cells), book.sheets[0].stray) == (1, (far,))
    assert os.getpid() == before


async def test_f36_a_reader_that_aborts_takes_only_the_child_with_it():
    """calamine ends its process on an .xlsb with one cell in the last corner."""
    with pytest.raises(UnsafeFile, match="broke its reader"):
        await open_workbook(xlsb([["a"]], last=(1_048_575, 16_383)), "order.xlsb", LIMITS)
    assert (await open_workbook(workbook(SHEET), "order.xlsx", LIMITS)).kind == "xlsx"


async def test_f36_a_reader_short_of_memory_says_so():
    rows = "".join(row_xml(row, text_cell(f"A{row}", f"{row}" * 2_000)) for row in range(1, 2_000))
    with pytest.raises(UnsafeFile):
        await open_workbook(workbook(sheet_xml(rows)), "a", Limits(read_memory=40 * MB))


async def test_f36_a_reader_that_hangs_is_killed_by_the_clock():
    began = time.perf_counter()
    with pytest.raises(UnsafeFile, match=r"more than 0\.01 seconds"):
        await open_workbook(workbook(SHEET), "a", Limits(read_wait_seconds=0.01))
    assert time.perf_counter() - began < 30
    assert not children()


async def test_a_cancelled_reading_leaves_no_child_behind():
    task = asyncio.create_task(open_workbook(workbook(SHEET), "a", LIMITS))
    while not children():
        await asyncio.sleep(0.001)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert not children()


async def test_b045_b049_nothing_is_fetched_and_no_file_is_read(tmp_path):
    seen: list[str] = []

    class Listener(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)

    server = HTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}/x"
    canary = tmp_path / "canary"
    canary.write_text("canary-7781")
    parts: Parts = book_parts(SHEET)
    link = f'<externalLink xmlns="urn:x"><externalBook href="{url}"/></externalLink>'
    dde = (
        '<externalLink xmlns="urn:x"><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>'
    )
    parts |= {"xl/externalLinks/externalLink1.xml": link, "xl/connections.xml": f"<a u='{url}'/>"}
    parts |= {"xl/externalLinks/externalLink2.xml": dde, "xl/drawings/drawing1.xml": "<a/>"}
    parts["xl/drawings/_rels/drawing1.xml.rels"] = links_xml([("r1", "image", url)])
    book = await open_workbook(pack(parts), "a.xlsx", LIMITS)
    assert book.notes == ("external_links", "connections")
    for target in (url, canary.as_uri()):
        dtd = f'<!DOCTYPE a [<!ENTITY x SYSTEM "{target}">]>'
        sheet = SHEET.replace("?>\n", f"?>{dtd}", 1).replace("سفارش", "&x;")
        with pytest.raises(UnsafeFile) as caught:
            await open_workbook(workbook(sheet), "a.xlsx", LIMITS)
        assert "canary" not in str(caught.value)
    server.shutdown()
    server.server_close()
    assert seen == []


def environment_of(child: str) -> bytes:
    return Path(f"/proc/{child}/environ").read_bytes()


async def test_the_child_sees_no_secret_of_ours(monkeypatch):
    monkeypatch.setenv("DESK_ZOHO_CLIENT_SECRET", "canary-7781")
    started = asyncio.create_task(open_workbook(workbook(SHEET), "a", LIMITS))
    while not (found := children()):
        await asyncio.sleep(0.001)
    seen = [environment_of(one) for one in found]
    await started
    assert not any(b"canary" in one for one in seen)


def mutated(content: bytes, dice: random.Random) -> bytes:
    """One of: flipped bytes in the zip, flipped bytes inside a part, a part cut or doubled."""
    broken = bytearray(content)
    for _ in range(dice.randint(1, 4)):
        broken[dice.randrange(len(broken))] = dice.randrange(256)
    return bytes(broken)


def mutated_part(parts: Parts, dice: random.Random) -> bytes:
    name = dice.choice(list(parts))
    content = parts[name]
    raw = bytearray(content.encode() if isinstance(content, str) else content)
    for _ in range(dice.randint(1, 3)):
        at = dice.randrange(len(raw))
        piece = raw[at : at + dice.randrange(40)]
        raw[at : at + dice.choice([0, 1, len(piece)])] = dice.choice(
            [b"", piece * 2, bytes([dice.randrange(32, 127)]), b"-1", b"1e999999", b"<", b"&x;"]
        )
    return pack(parts | {name: bytes(raw)})


def test_two_hundred_mutants_give_a_workbook_or_a_typed_error():
    dice = random.Random(2026)
    rows = row_xml(1, '<c r="A1" t="s"><v>0</v></c>' + number_cell("B1", "45292", 1))
    rows += row_xml(2, '<c r="A2"><f>B1*2</f><v>4</v></c>' + text_cell("B2", "x"))
    sheet = sheet_xml(rows, after='<mergeCells><mergeCell ref="A5:B6"/></mergeCells>')
    parts = book_parts(
        sheet, SHEET, styles=styles_xml("0", "yyyy-mm-dd"), strings=strings_xml("<t>sku</t>")
    )
    whole = pack(parts)
    read = 0
    for turn in range(200):
        content = mutated(whole, dice) if turn % 2 else mutated_part(parts, dice)
        try:
            book = open_content(content, "order.xlsx", LIMITS)
        except OrderFault as error:
            assert str(error)
            continue
        assert isinstance(book, Workbook)
        read += 1
    assert 5 < read < 195


@pytest.mark.parametrize("kind", ["xls", "xlsb", "ods"])
def test_mutants_of_other_formats_say_something_or_nothing_or_a_typed_error(kind):
    dice = random.Random(2026)
    whole = written(kind, [["sku"], [Number(7, "00000")], [Number(14, "General", "A2*A2")]])
    for _ in range(150):
        try:
            if kind == "xls":
                read_records(mutated(whole, dice), LIMITS)
                continue
            with zipfile.ZipFile(io.BytesIO(whole)) as package:
                parts: Parts = {name: package.read(name) for name in package.namelist()}
            archive = Archive(mutated_part(parts, dice), LIMITS)
            (read_binary if kind == "xlsb" else read_content)(archive, LIMITS)
        except OrderFault as error:
            assert str(error)


async def test_mutants_never_crash_the_child_either():
    dice = random.Random(7)
    whole = workbook(SHEET, strings=strings_xml("<t>sku</t>"))
    for _ in range(6):
        try:
            await reader.open_grid(mutated(whole, dice), "order.xlsx", LIMITS)
        except OrderFault as error:
            assert "broke" not in str(error)
