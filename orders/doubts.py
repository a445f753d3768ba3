"""Questions about columns, rows and sheets, with the choices a person has."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from orders.asking import column_choice
from orders.ballot import ABSENT, DEFAULT
from orders.blanks import FEWEST_BLANKS, only_counts
from orders.codes import confirmed, issue
from orders.columns import Column
from orders.headers import IDENTIFIERS
from orders.headless import is_proven, which_columns
from orders.issue import Ask, Candidate, Issue
from orders.members import KEYLESS
from orders.places import parts_of_quantity, place_columns, place_question
from orders.reading import FieldCount
from orders.riding import LONE
from orders.sheet import Sheet, column_letter
from orders.sorted_rows import Rows
from orders.tables import Table
from orders.values import ascii_digits, is_blank, is_unseen, shown


def column_doubts(table: Table) -> Iterator[Issue]:
    """One question per field whose column is not decided and that matters."""
    if places := place_columns(table):
        yield place_question(table, places)
    elif parts := parts_of_quantity(table):
        yield place_question(table, parts, table.column(table.mapping["quantity"]))
    for one in table.counts:
        if (
            one.field in table.chosen
            or one.decided
            or (one.field == "quantity" and (table.sizes or places))
        ):
            continue
        if _is_needless(table, one):
            continue
        if one.field == "quantity" or one.choice != ABSENT or len(one.shares) > 1:
            yield from _doubt(table, one)
    yield from _swayed(table)
    yield from _layout_doubts(table)
    if not (table.header.is_missing or table.across == "product_name"):
        yield from _missing(table, counted=bool(places))


def _layout_doubts(table: Table) -> list[Issue]:
    """What a person confirms of a table that is not headings with lines below them; else empty."""
    if table.header.is_missing:
        return [] if is_proven(table) else [which_columns(table)]
    if table.across == "product_name":
        return [_turned(table)]
    return [_laid_anew(table)] if table.grid.laid else []


def _turned(table: Table) -> Issue:
    """Products as columns were read line by line; a person confirms that this is meant."""
    header = table.header.rows[-1]
    return confirmed(
        "LAYOUT_TURNED",
        cells=tuple(table.grid.address(header, number) for number in table.sizes),
        facts={"count": str(len(table.sizes))},
    )


def _laid_anew(table: Table) -> Issue:
    """A sheet that is no table as it stands was read as one; a person confirms that."""
    row, served = table.header.rows[-1], sorted(table.mapping.values())
    return confirmed(
        "LAYOUT_TURNED",
        cells=tuple(table.grid.address(row, number) for number in served),
        facts={"kind": table.grid.laid},
    )


def _is_needless(table: Table, one: FieldCount) -> bool:
    """Whether the items are named well enough without this field, or it takes off nothing."""
    rivals = [c for c in table.columns if c.letter in one.shares]
    if one.field not in DEFAULT.critical and len(rivals) > 1 and not any(c.cells for c in rivals):
        return True  # Of two empty columns neither tells anything.
    if one.field == "discount":
        texts = (ascii_digits(shown(cell)) for c in rivals for cell in c.cells.values())
        return not any(sign in "123456789" for text in texts for sign in text)
    coded = {"sku", "gtin"} & set(table.identifiers)
    if one.field == "product_name" and coded:
        return True
    if one.field not in IDENTIFIERS or not table.identifiers or one.field in table.mapping:
        return False
    if not any(column.cells for column in rivals):
        return True
    return one.choice == ABSENT


def _doubt(table: Table, one: FieldCount) -> Iterator[Issue]:
    options = [letter for letter in one.shares if letter not in (ABSENT, "")]
    offered = [column for column in table.columns if column.letter in options]
    columns = [column for column in offered if column.cells] or offered
    if not columns:
        return
    header = table.header.rows[-1]
    told = _told(table, one.field)
    how = {"votes": told} if told else {}
    taken = table.mapping.get(one.field)
    likely = max(columns, key=lambda column: (column.number == taken, one.shares[column.letter]))
    # Beside columns that hold nothing, the one that was taken stands alone.
    sole = len(columns) == 1 or one.field == "sku"
    sole = sole and taken == likely.number
    weak = one.field not in DEFAULT.critical and not told
    told_of = one.field == "notes" or one.share >= DEFAULT.marked
    weak = weak and (told_of or (sole and len(offered) > 1))
    if sole and not told:
        how = {"why": LONE, "column": column_choice(likely).label}
    code = "COMMITTEE_DISAGREEMENT" if told else "AMBIGUOUS_COLUMN"
    yield issue(
        "LOW_CONFIDENCE" if weak else code,
        cells=tuple(table.grid.address(header, column.number) for column in columns),
        fields=(one.field,),
        facts={"field": one.field, **how},
        ask=Ask.NONE if weak else Ask.CHOICE,
        target=f"column:{one.field}",
        candidates=(*(column_choice(column) for column in columns), Candidate(ABSENT, ABSENT)),
        preselect=likely.letter,
    )


def _swayed(table: Table) -> Iterator[Issue]:
    """Columns that stand on the word of language models: guesses that people can change."""
    header = table.header.rows[-1]
    for name in sorted(table.swayed & table.mapping.keys()):
        column = table.column(table.mapping[name])
        if column is not None:
            yield issue(
                "COLUMN_GUESSED",
                cells=(table.grid.address(header, column.number),),
                fields=(name,),
                facts={"field": name, "column": column.letter, "votes": _told(table, name)},
                ask=Ask.CHOICE,
                target=f"column:{name}",
                candidates=(*map(column_choice, table.columns), Candidate(ABSENT, ABSENT)),
                preselect=column.letter,
            )


def _told(table: Table, field: str) -> str:
    """Who among the language models voted for what; empty where none was asked."""
    said = [
        f"{vote.member}: {vote.choice or '?'}"
        for vote in table.votes
        if vote.field == field and vote.member not in KEYLESS
    ]
    return " · ".join(said)[:200]


def _missing(table: Table, *, counted: bool) -> Iterator[Issue]:
    asked = {one.field for one in table.counts if not one.decided and {*one.shares} - {ABSENT, ""}}
    if not (counted or table.sizes or "quantity" in {*table.mapping, *asked}):
        yield _missing_column(
            "MISSING_QUANTITY_COLUMN", "quantity", table, _numbers(table) or table.columns
        )
    if not table.identifiers and not asked & set(IDENTIFIERS):
        yield _missing_column("MISSING_IDENTIFIER_COLUMN", "sku", table, table.columns)


def _numbers(table: Table) -> list[Column]:
    taken = set(table.mapping.values())
    return [c for c in table.columns if c.share("number") > 0.5 and c.number not in taken]


def _missing_column(code: str, name: str, table: Table, columns: Sequence[Column]) -> Issue:
    cells = (table.grid.address(table.header.rows[-1], min(table.header.texts, default=1)),)
    candidates = tuple(column_choice(column) for column in columns)
    return issue(
        code, cells=cells, fields=(name,), facts={"field": name}, ask=Ask.CHOICE,
        target=f"column:{name}", candidates=candidates,
    )  # fmt: skip


def row_doubts(table: Table, rows: Rows) -> Iterator[Issue]:
    """Rows a person must judge, and rows that were left out and must be seen."""
    grid = table.grid
    unsure = rows.unsure if table.identifiers else []  # The items' column is asked first.
    # Whether a row below is the sum of what is asked about is told once that is answered.
    unsure = [row for row in unsure if not rows.below or row < min(rows.below)]
    summed = min((one.row for one in rows.totals), default=grid.last_row)
    if bare := [row for row in unsure if only_counts(table, row, summed=row > summed)]:
        yield _left_out(table, bare, "TOTAL_ROW_UNCERTAIN", "bare")
        unsure = [row for row in unsure if row not in bare]
    one_kind = not rows.struck or bool(_why(rows, unsure))
    many = len(unsure) >= FEWEST_BLANKS or (one_kind and _alike(table, unsure))
    blank = [row for row in unsure if row in rows.blank]
    alike = unsure if many else blank
    if blank and blank == alike:
        yield _left_out(table, blank, "MISSING_QUANTITY", "left")
        unsure = [row for row in unsure if row not in blank]
    elif len(alike) > 1:
        group = _row_group("TOTAL_ROW_UNCERTAIN", table, alike, Ask.CHOICE)
        yield replace(group, facts={**group.facts, **_why(rows, alike)})
        unsure = [row for row in unsure if row not in alike]
    for row in unsure:
        value = " · ".join(text for _, text in grid.filled(row))
        yield issue(
            "TOTAL_ROW_UNCERTAIN",
            cells=tuple(grid.address(row, column) for column, _ in grid.filled(row))[:4],
            facts={"row": str(row), "value": value[:120], **_why(rows, [row])},
            ask=Ask.CHOICE,
            target=f"row:{grid.name}!{row}",
            candidates=(Candidate("line", "line"), Candidate("skip", "skip")),
            preselect="skip",
        )
    if rows.parts:
        yield _row_group("TOTAL_ROW_UNCERTAIN", table, rows.parts, Ask.CHOICE)
    yield from _row_groups(table, rows)
    for total in rows.totals:
        if total.kind == "charge" and any(total.amounts.values()):
            facts = {"row": str(total.row), "value": total.word}
            cells = tuple(grid.address(total.row, column) for column in total.amounts)
            yield issue("CHARGE_LEFT_OUT", cells=cells, facts=facts)


def _left_out(table: Table, rows: Sequence[int], code: str, why: str) -> Issue:
    """Rows that name an item and no number, or none and a number, are no lines; a person says yes."""
    group = _row_group(code, table, rows, Ask.NONE)
    facts = {"count": group.facts["count"], "field": "quantity", "why": why}
    return confirmed(group.code, cells=group.cells, fields=("quantity",), facts=facts)


def _alike(table: Table, rows: Sequence[int]) -> bool:
    """Whether several rows are filled in the same columns: one answer holds for all."""
    return (
        len(rows) > 1
        and len({tuple(column for column, _ in table.grid.filled(row)) for row in rows}) == 1
    )


def _why(rows: Rows, doubted: Sequence[int]) -> dict[str, str]:
    return {"why": "struck"} if set(doubted) <= set(rows.struck) else {}


def _row_groups(table: Table, rows: Rows) -> Iterator[Issue]:
    """Rows that were left out, or that the sheet hides: one issue for each kind."""
    skipped = rows.skipped.items()
    groups = {
        "LINES_BELOW_TABLE": rows.below,
        "HIDDEN_ROWS_SKIPPED": [row for row, why in skipped if why == "hidden"],
        "UNSEEN_CELLS": [row for row in rows.lines if _is_unseen(table, row)],
        "NOTES_BELOW_TABLE": [row for row, why in skipped if why in ("note", "heading")],
    }
    for code, found in groups.items():
        if found:
            ask = Ask.CHOICE if code == "LINES_BELOW_TABLE" else Ask.NONE
            yield _row_group(code, table, found, ask)


def _is_unseen(table: Table, row: int) -> bool:
    """Whether the sheet shows nobody some value that the row's line is made of."""
    cells = (table.grid.cell(row, number) for number in table.mapping.values())
    return any(cell is not None and is_unseen(cell) for cell in cells)


def _row_group(code: str, table: Table, rows: Sequence[int], ask: Ask) -> Issue:
    grid = table.grid
    first = min(grid.rows[rows[0]], default=1)
    places = ",".join(str(row) for row in rows)
    choices = (Candidate("skip", "skip"), Candidate("line", "line"))
    return issue(
        code,
        cells=tuple(grid.address(row, first) for row in rows[:20]),
        facts={"count": str(len(rows)), "rows": places[:200]},
        ask=ask,
        target=f"row:{grid.name}!{places}",
        candidates=choices if ask is Ask.CHOICE else (),
    )


def hidden_columns(table: Table) -> Iterator[Issue]:
    """Hidden columns that hold something where the table stands; they are never read."""
    sheet = table.grid.sheet
    if not sheet.hidden_columns:
        return
    rows = {*table.header.rows, *table.body}
    found = sorted(
        {
            column
            for (row, column), cell in sheet.cells.items()
            if column in sheet.hidden_columns and row in rows and not is_blank(cell)
        }
    )
    if found:
        header = table.header.rows[-1]
        named = [_hidden_name(sheet, header, column) for column in found]
        yield issue(
            "HIDDEN_COLUMNS_SKIPPED",
            cells=tuple(table.grid.address(header, column) for column in found[:20]),
            facts={"count": str(len(found)), "columns": ", ".join(named)[:200]},
        )


def _hidden_name(sheet: Sheet, header: int, column: int) -> str:
    text = " ".join(shown(sheet.cells.get((header, column))).split())
    return f"{column_letter(column)} {text}".strip()
