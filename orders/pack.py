"""The evidence pack: a table as language models are shown it."""

import re
from collections.abc import Iterable, Sequence

from orders.amend import amended_grids, collect
from orders.assemble import sheet_language
from orders.choosing import choose_table
from orders.columns import Column
from orders.fixes import Fix
from orders.hints import Hints
from orders.panel import ColumnShown, Question, as_data
from orders.reading import Reading, Result
from orders.sheet import Workbook
from orders.values import fold

SAMPLES, HEADER_LONGEST, SAMPLE_LONGEST = 8, 100, 200
_SHAPES = ("number", "whole", "money", "percent", "date", "gtin", "code", "words", "unit")
_PEOPLE = frozenset({"customer", "customer_code", "person", "contact", "supplier"})
_MAIL = re.compile(r"\S+@\S+\.\w+")
_PHONE = re.compile(r"(?<!\w)(?:\+|\(0|0)[\d ()/-]{8,}\d")
_LETTER, _DIGIT = re.compile(r"[^\W\d_]"), re.compile(r"\d")


def question_of(
    workbook: Workbook,
    reading: Reading,
    given: tuple[Sequence[Fix], Hints],
    *,
    masked: bool = True,
    values: bool = True,
) -> Question | None:
    """What is still open about the columns, with every column; None where nothing is.

    `masked` hides names of people and firms, e-mail addresses and telephone numbers; without
    `values` samples are shapes only (`Aa-99`). Sheet and file names, comments and everything
    outside the table are never part of it.
    """
    if reading.result is not Result.QUESTIONS or not reading.orders:
        return None
    fields = _open_fields(reading)
    if not fields:
        return None
    fixes, hints = given
    amendments = collect(fixes)
    grids = amended_grids(workbook, amendments)
    table = choose_table(workbook.sheets, grids, amendments, hints).table
    if table is None:
        return None
    names = _names(reading) if masked else ()
    shown = [_shown(column, names, masked=masked, values=values) for column in table.columns]
    return Question(
        table=table.name,
        language=sheet_language(table),
        fields=fields,
        decided={
            one.field: one.choice
            for one in reading.counts
            if one.decided and one.choice != "-" and one.field not in fields
        },
        columns=tuple(shown),
    )


def _open_fields(reading: Reading) -> tuple[str, ...]:
    """The fields whose column the reading asks for, or takes with little certainty."""
    kinds = [one.target.partition(":") for one in reading.issues]
    return tuple(sorted({name for kind, _, name in kinds if kind == "column"}))


def _names(reading: Reading) -> tuple[str, ...]:
    said = {order.customer for order in reading.orders if order.customer}
    return tuple(sorted((name for name in said if len(name) > 1), key=len, reverse=True))


def _shown(column: Column, names: tuple[str, ...], *, masked: bool, values: bool) -> ColumnShown:
    samples = column.samples(SAMPLES)
    if not values or (masked and _may_name(column, names)):
        samples = [_shape(sample) for sample in samples]
    elif masked:
        samples = [_mask(sample, names) for sample in samples]
    header = _mask(column.header, names) if masked else column.header
    return ColumnShown(
        letter=column.letter,
        header=as_data(header, HEADER_LONGEST),
        samples=tuple(dict.fromkeys(as_data(sample, SAMPLE_LONGEST) for sample in samples)),
        filled=len(column.cells),
        unique=column.distinct,
        shapes={shape: round(share, 2) for shape in _SHAPES if (share := column.share(shape))},
    )


def _may_name(column: Column, names: Iterable[str]) -> bool:
    """Whether a column may hold names of people or firms: by its header, or one text for all."""
    if _PEOPLE & set(column.meanings):
        return True
    folded = {fold(name) for name in names}
    said = {fold(sample) for sample in column.samples(SAMPLES)}
    return bool(folded & said) or (column.constant and column.share("words") > 0.5)


def _mask(text: str, names: Iterable[str]) -> str:
    for name in names:
        text = re.sub(re.escape(name), "[name]", text, flags=re.IGNORECASE)
    # Telephone numbers have spaces, brackets or a plus; bare digits are codes.
    text = _PHONE.sub(lambda hit: hit[0] if hit[0].isdigit() else "[phone]", text)
    return _MAIL.sub("[e-mail]", text)


def _shape(text: str) -> str:
    shape = _DIGIT.sub("9", _LETTER.sub("a", text))
    return re.sub(r"a{4,}", "aaa…", shape)
