"""Questions about columns, with the choices a person has; hidden columns."""

from collections.abc import Iterator, Sequence

from orders.asking import column_choice
from orders.ballot import ABSENT, DEFAULT
from orders.codes import confirmed, issue
from orders.columns import Column
from orders.discounts import chained_columns
from orders.headers import IDENTIFIERS
from orders.headless import is_proven, which_columns
from orders.issue import Ask, Candidate, Issue
from orders.members import KEYLESS
from orders.places import parts_of_quantity, place_columns, place_question, together
from orders.reading import FieldCount
from orders.riding import LONE
from orders.sheet import Sheet, column_letter
from orders.tables import Table
from orders.values import ascii_digits, is_blank, shown


def column_doubts(table: Table) -> Iterator[Issue]:
    """One question per field whose column is not decided and that matters."""
    places = place_columns(table)
    yield from _spread_out(table, places)
    yield from _chained(table)
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


def _chained(table: Table) -> Iterator[Issue]:
    """Discounts that were taken off one after the other; what no total proves is confirmed."""
    columns, proven = chained_columns(table)
    if columns and not proven:
        header = table.header.rows[-1]
        yield confirmed(
            "AMBIGUOUS_COLUMN",
            cells=tuple(table.grid.address(header, one.number) for one in columns),
            fields=("discount",),
            facts={"why": "chained", "column": ", ".join(one.header for one in columns)},
        )


def _spread_out(table: Table, places: Sequence[Column]) -> Iterator[Issue]:
    """What is asked where counts stand side by side: for shops, for days, or beside what adds them up."""
    if places:
        yield place_question(table, places)
    elif parts := parts_of_quantity(table):
        whole = table.column(table.mapping["quantity"])
        yield place_question(table, parts, column_choice(whole) if whole else None)
    elif table.across == "place" and "quantity" not in table.chosen:
        days = [one for one in table.columns if one.number in table.sizes and one.cells]
        yield place_question(table, days, together(days))


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
        nothing = not any(sign in "123456789" for text in texts for sign in text)
        return nothing or bool(chained_columns(table)[0])
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
