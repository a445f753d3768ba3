"""Which columns the lines of a page stand in, drawn or told by gaps.

A stretch is a run of lines with the same columns. Ruled columns are taken as they are drawn. Where
nothing is drawn, columns are what the pieces of the lines cover; a header that stands left of its
right-aligned numbers is theirs, for no line fills both.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from activities.workbook.headings import header_of, is_tabular, takes_turns, unstrayed
from activities.workbook.named import names_amount, names_columns
from activities.workbook.ruled import Span, distance, matched
from activities.workbook.texts import is_code, is_words, last_number, tells_day
from activities.workbook.words import AMOUNT, APART, Row, TextLine, Word, cell_text, joined
from orders.totals import total_words

_TABULAR = 3
_MANY = 4
"""So many pieces beyond the columns that are drawn make columns of their own."""
_SLACK, _SELDOM = 2.0, 3
_WORDY = 8
_SUMS = frozenset({"total", "subtotal", "quantity_total"})
_NEAR = 1.5
_FAR = 80.0
_EDGE = 8.0
_PLAIN = re.compile(r"\D?\d[\d.,' ]*\D?")


@dataclass(slots=True)
class Stretch:
    """Lines with the same columns, from left to right."""

    columns: list[Span]
    ruled: bool = False
    spare: frozenset[Span] = frozenset()
    """Columns that are drawn in no row: they are what parts wider cells of other rows."""
    named: TextLine | None = None
    """The first of its lines that is a table's header."""
    summed: bool = False
    """Whether a total was met: it and the texts below stand across the columns of the lines."""
    lines: list[tuple[TextLine, bool]] = field(default_factory=list)
    """Each line, and whether its pieces fit the columns."""
    under: "Stretch | None" = None
    """The table above whose columns these ones go on with."""

    @property
    def tabular(self) -> bool:
        """Whether any line has the width of a table."""
        return self.ruled or any(len(line.pieces) >= _TABULAR for line, _ in self.lines)

    def fits(self, line: TextLine) -> bool:
        """Whether every piece of the line has a column of its own."""
        under = [self._under(piece) for piece in line.pieces]
        taken = [at for one in under for at in one]
        return all(len(one) <= 1 for one in under) and len(set(taken)) == len(taken)

    def clashes(self, line: TextLine) -> bool:
        """Whether most pieces of the line lie over two columns."""
        over = sum(len(self._under(piece)) > 1 for piece in line.pieces)
        return over * 2 > len(line.pieces)

    def crowded(self, line: TextLine) -> int:
        """How many pieces of the line share a column with another one."""
        under = [] if self.ruled else [self._under(piece)[:1] for piece in line.pieces]
        over = [at for one in under for at in one]
        return len(over) - len(set(over))

    def crowds(self, line: TextLine) -> bool:
        """Whether a line has columns of its own: several of its pieces would have to share one."""
        return len(line.pieces) - len({self._nearest(piece) for piece in line.pieces}) >= _MANY

    def add(self, line: TextLine) -> None:
        """Take a line; one that fits may widen the columns where none are drawn."""
        fitting = self.fits(line)
        self.lines.append((line, fitting))
        told = self.named is not None and any(sign.isdigit() for sign in line.text)
        sums = (_SUMS & total_words(one.text).keys() for one in line.pieces)
        self.summed = self.summed or (told and any(sums))
        if not self.ruled and not self.summed and (fitting or not self.columns):
            for piece in line.pieces:
                self._widen(piece)

    def take_heading(self, above: "Stretch") -> None:
        """Take the upper lines of this table's header, which name some of its columns only."""
        while self.tabular and not self.ruled and above.lines:
            line, first = above.lines[-1][0], self.lines[0][0]
            near = first.top - line.bottom < _NEAR * (line.bottom - line.top)
            named = len(line.pieces) > 1 and not any(sign.isdigit() for sign in line.text)
            named = (named and not above.tabular) or names_amount(line)
            if not (near and named and ":" not in line.text and self.fits(line)):
                return
            above.lines.pop()
            self.lines.insert(0, (line, True))
            for piece in line.pieces:
                self._widen(piece)

    def go_on(self, above: "Stretch") -> bool:
        """Number the columns as those of the table above, if each stands under its own one.

        Where that table's header is printed again, its columns hold whatever is drawn beside them.
        """
        places = matched(self.columns, above.columns)
        if len(set(places)) < max(_TABULAR, len(self.columns)):
            first = self.lines[0][0]
            if not any(line.text == first.text and names_columns(line) for line, _ in above.lines):
                return False
            self.columns = list(above.columns)
        self.under = above
        return True

    def settle(self) -> None:
        """Join a header to its values where it stands beside them, in the same cell.

        Right-aligned numbers stand right of their header; texts may stand left of a centred one.
        """
        if self.ruled or not self.tabular:
            return
        lines = [line for line, fits in self.lines if fits]
        title = lines.index(self.named) if self.named in lines else header_of(lines)
        named, below = lines[title : title + 1], [x for x in lines[title + 1 :] if is_tabular(x)]
        self.columns = unstrayed(self.columns, named, below)
        head = {at for line in named for at in self._filled(line)}
        body = Counter(at for line in below for at in self._filled(line))
        most = max(body.values(), default=0)
        bare = {at for at in head if body[at] * _SELDOM < most}
        own = {at for at in body if at not in head and body[at] * 2 >= most}
        filled = [(self._filled(line), self._numbers_at(line)) for line in below]
        texts = own - {at for _, numbers in filled for at in numbers}
        for at in reversed(range(len(self.columns) - 1)):
            right, left = at in bare and at + 1 in own, at in texts and at + 1 in bare
            right = right or (at in head and at + 1 not in head and takes_turns(at, filled))
            if right or (left and (not at or at - 1 not in bare)):
                self.columns[at : at + 2] = [(self.columns[at][0], self.columns[at + 1][1])]

    def _numbers_at(self, line: TextLine) -> set[int]:
        return {at for one in line.pieces if AMOUNT.fullmatch(one.text) for at in self._under(one)}

    def rows(self, *, turned: bool = False) -> list[Row]:
        """The lines as rows of cells; columns count from the right on a turned page."""
        numbers = self.numbers(turned=turned)
        rows = []
        for line, fitting in self.lines:
            cells = {numbers[at]: text for at, text in self._cells(line, fitting).items()}
            rows.append(Row.of(line, dict(sorted(cells.items()))))
        return rows

    def numbers(self, *, turned: bool) -> list[int]:
        """Each column's number; outside of tables, what stands far away gets a far one."""
        if self.under is not None:
            above = self.under.numbers(turned=turned)
            return [above[at] for at in matched(self.columns, self.under.columns)]
        order = list(enumerate(self.columns))
        numbers = [1] * len(order)
        spare = self.spare if any(is_tabular(line) for line, _ in self.lines) else ()
        empty = {n for n, one in order if one in spare} - self._used()
        last: Span | None = None
        at = 0
        for place, span in reversed(order) if turned else order:
            far = max(span[0] - last[1], last[0] - span[1], 0.0) if last else 0.0
            at += 0 if place in empty else 1 + (0 if self.tabular else int(far // _FAR))
            numbers[place], last = at, span
        return numbers

    def _cells(self, line: TextLine, fitting: bool) -> dict[int, str]:
        alone = self.tabular and len(line.pieces) == 1 and self._told_amount(line)
        if alone:
            return alone
        if self._counts_off(line):
            return {at: cell_text([one]) for at, one in enumerate(line.pieces)}
        tight = self._is_tight(line, fitting)
        parts: dict[int, list[Word]] = {}
        before: tuple[int, Word] | None = None
        for one in self._parts(line) if tight else line.pieces:
            last = one is line.pieces[-1] and not self.ruled
            ends = not tight and last and AMOUNT.fullmatch(one.text)
            at = self._beside(one, before, parts) if tight and before else None
            at = self._nearest(one, by_end=bool(ends)) if at is None else at
            parts.setdefault(at, []).append(one)
            before = at, one
        self._part_count(parts)
        self._split_total(parts, line)
        return {column: cell_text(words) for column, words in parts.items()}

    def _counts_off(self, line: TextLine) -> bool:
        """Whether a line set without columns holds one piece for each, and numbers beside theirs."""
        if self.ruled or len(line.pieces) != len(self.columns) or not self.named:
            return False
        numbers = [self._nearest(one) for one in line.pieces if AMOUNT.fullmatch(one.text)]
        return len(set(numbers)) < len(numbers)

    def _parts(self, line: TextLine) -> Iterator[Word]:
        """The words of a line with several columns in a piece; a day, or a name above tables, is one."""
        for piece in line.pieces:
            worded = not self.named and not any(sign.isdigit() for sign in piece.text)
            if not worded and not tells_day(piece.text):
                yield from (w for w in line.words if piece.left <= w.middle <= piece.right)
            else:
                yield piece

    def _part_count(self, parts: dict[int, list[Word]]) -> None:
        """`250` and `each` under one header: a number right of its own header, which stands empty."""
        for at, words in sorted(parts.items()):
            told = len(words) > 1 and AMOUNT.fullmatch(words[0].text) and is_words(words[1].text)
            if told and at and at - 1 not in parts and not self._under(words[0]):
                parts[at - 1], parts[at] = words[:1], words[1:]

    def _split_total(self, parts: dict[int, list[Word]], line: TextLine) -> None:
        """`Total` and its amount under one header: the name stands in the column beside it."""
        last, words = max(parts.items(), default=(0, []))
        name, *amounts = words
        free = last and last - 1 not in parts and not is_tabular(line)
        for at, (*texts, named) in list(parts.items()):
            # A total's name right of a text that stands under the lines is no part of that one.
            if texts and at + 1 not in parts and at + 1 < last and total_words(named.text):
                parts[at], parts[at + 1] = texts, [named]
        told = len(amounts) == 1 and AMOUNT.fullmatch(amounts[0].text)
        if free and told and any(sign.isalpha() for sign in name.text):
            parts[last], parts[last - 1] = amounts, [name]

    def _beside(
        self, word: Word, before: tuple[int, Word], parts: Mapping[int, Sequence[Word]]
    ) -> int | None:
        """Where a word between the columns belongs that stands right behind another one.

        It goes on with that one's text, unless that is a code alone: then the next column's begins.
        """
        at, last = before
        if self._under(word) or word.left - last.right >= APART * max(word.height, last.height):
            return None
        coded = len(parts[at]) == 1 and is_code(last.text) and not is_code(word.text)
        return at + 1 if coded and at + 1 < len(self.columns) else at

    def _is_tight(self, line: TextLine, fitting: bool) -> bool:
        """Whether the line's pieces hold several columns each, so that its words must be placed."""
        if fitting or self.ruled or len(line.pieces) < _TABULAR:
            return False
        taken = {self._nearest(piece) for piece in line.pieces}
        heads = self.named.pieces if self.named and self.fits(self.named) else ()
        headed = taken == {self._nearest(piece) for piece in heads} and not any(
            AMOUNT.fullmatch(one.text) for one in line.pieces if len(self._under(one)) > 1
        )
        return len(taken) < len(line.pieces) or not (headed or len(taken) == len(self.columns))

    def _nearest(self, word: Word, *, by_end: bool = False) -> int:
        """The column a word or piece stands in; one over several belongs where it begins or ends."""
        at, under = word.middle, self._under(word)
        if len(under) > 1:
            starts = any(abs(self.columns[one][0] - word.left) < _SLACK for one in under)
            ends = abs(self.columns[under[-1]][1] - word.right) < _SLACK and not starts
            by_end = by_end or bool(ends and AMOUNT.fullmatch(word.text))
            at = word.right - _SLACK if by_end else word.left + _SLACK
        return min(range(len(self.columns)), key=lambda one: distance(at, self.columns[one]))

    def _told_amount(self, line: TextLine) -> dict[int, str]:
        """`Total EUR 94.50` under a column of amounts: the amount there, its name beside it."""
        amount = joined(line.words[(at := last_number([one.text for one in line.words])) :])
        ends = [at for at, span in enumerate(self.columns) if abs(span[1] - amount.right) < _EDGE]
        if not at or not ends or not ends[0] or not _PLAIN.fullmatch(amount.text):
            return {}
        if (self.ruled or len(line.words) > _WORDY) and not total_words(line.text):
            return {}
        if not self._holds_numbers(ends[0]):
            return {}
        return {ends[0] - 1: joined(line.words[:at]).text, ends[0]: amount.text}

    def _holds_numbers(self, column: int) -> bool:
        """Whether most of what stands in a column are numbers."""
        texts = [
            one.text
            for line, fits in self.lines
            for one in line.pieces
            if fits and is_tabular(line) and column in self._under(one)
        ]
        return sum(AMOUNT.fullmatch(text) is not None for text in texts) * 2 >= len(texts)

    def _used(self) -> set[int]:
        """The columns that some text stands in."""
        return {at for line, fits in self.lines for at in self._cells(line, fits)}

    def _filled(self, line: TextLine) -> set[int]:
        return {one for piece in line.pieces for one in self._under(piece)}

    def _under(self, piece: Word) -> list[int]:
        return [
            at
            for at, (left, right) in enumerate(self.columns)
            if piece.left < right - _SLACK and piece.right > left + _SLACK
        ]

    def _widen(self, piece: Word) -> None:
        under = self._under(piece)
        if under:
            left, right = self.columns[under[0]]
            self.columns[under[0]] = min(left, piece.left), max(right, piece.right)
        else:
            self.columns.append((piece.left, piece.right))
            self.columns.sort()
