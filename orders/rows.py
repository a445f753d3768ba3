"""Which rows under a header are lines, and why the others are not."""

from collections.abc import Mapping
from decimal import Decimal

from orders.amend import Amendments
from orders.blanks import is_long_list
from orders.counting import counts_on, resumes
from orders.deliveries import parts_of_lines, without_days
from orders.details import describing, detail_of
from orders.figures import read_figure
from orders.footer import is_footer, is_foreign_number, tells_how_to_fill
from orders.headsums import sums_above
from orders.kits import parts_of_kits
from orders.likely import (
    is_aside,
    is_blank_line,
    is_label_row,
    looks_like_line,
    names_code,
    says_as_much,
    stands_beside,
    value_of,
)
from orders.numbers import Style
from orders.pagehead import leave_heads_again, leave_page_head
from orders.settling import settled, with_charges
from orders.silent import are_sums, column_of, kind_silent, kind_unnamed, silent_sums
from orders.sorted_rows import OTHER_ORDER, Rows
from orders.stated import opens_sum, totals_above
from orders.struck import done_columns, is_done, is_struck, opens_struck
from orders.sums import RunningSums
from orders.tables import Table
from orders.taxrows import sums_with_tax, taxes_amount
from orders.totals import TotalRow, amounts_of, first_word, kind_of, money_of, names_item, row_words
from orders.values import has_letters, says_nothing

_CLOSE, _END = Decimal("0.02"), 3  # Two blank rows end a table.
_MONEY = ("quantity", "unit_price", "line_total")


def sort_rows(table: Table, amendments: Amendments, style: Style | None) -> Rows:
    """Walk a table's rows from the header down and sort them."""
    walk = _Walk(table, amendments, style)
    for row in table.body:
        walk.take(row)
    rows = walk.finish()
    free = [row for row in rows.lines if (table.grid.name, row) not in amendments.rows]
    free, parts = without_days(table, rows, free, style)
    parts = parts or parts_of_lines(table, free, style) or sums_above(table, free, style)
    rows.parts = parts or parts_of_kits(table, free, rows.skipped, style)
    rows.lines = [row for row in rows.lines if row not in set(rows.parts)]
    rows.above = totals_above(table, style)
    return rows


class _Walk:
    """One pass over the rows below a header."""

    def __init__(self, table: Table, amendments: Amendments, style: Style | None) -> None:
        self.table, self.amendments, self.style = table, amendments, style
        self.rows, self.sums = Rows(), RunningSums()
        self.done = done_columns(table, amendments.rows)
        self.last, self.leanest, self.ended, self.apart = table.header.rows[-1], 99, False, False
        self.loose: list[int] = []  # Headings if lines follow, else notes.
        self.taxes: set[int] = set()  # Each of the line above it.

    def take(self, row: int) -> None:
        """Sort one row."""
        if self.rows.lines and not self.table.asides and row - self.last >= _END:
            self.ended = True
        self.apart = self.apart or (bool(self.rows.lines) and row - self.last > 1)
        self.last = row
        forced = self.amendments.rows.get((self.table.grid.name, row))
        reason = self._forced(row, forced) if forced else self._reason(row)
        if reason == "line" and not forced and self._is_struck(row):
            reason = "unsure"
            self.rows.struck.append(row)
        if reason == "line":
            self.rows.resumed += [row] if self.ended and not forced else []
            self._line(row)
        elif reason == "loose":
            self.loose.append(row)
        elif reason in ("unsure", "below"):
            getattr(self.rows, reason).append(row)
        elif reason:
            self.rows.skipped[row] = reason

    def finish(self) -> Rows:
        """Rows of text after the last line are notes; a sum with lines below is a part's."""
        self.rows.skipped |= dict.fromkeys(self.loose, "note")
        if is_long_list(len(self.rows.blank), len(self.rows.lines)):
            self.rows.skipped |= dict.fromkeys(self.rows.blank, "no_quantity")
            self.rows.blank.clear()
        self.rows.unsure = sorted((*self.rows.unsure, *self.rows.blank))
        leave_heads_again(self.table, self.rows)
        loose = {row: self._amounts(row) for row in self.loose}
        totals = with_charges(self.table.grid, self.rows.totals, loose)
        self.rows.totals = settled(totals, self.taxes, max(self.rows.lines, default=0))
        return self.rows

    def _forced(self, row: int, choice: str) -> str:
        if choice in ("line", OTHER_ORDER):
            return choice
        if (word := row_words(self.table.grid, row))[2]:
            self._total(row, word)
            return "total"
        return "person"

    def _is_struck(self, row: int) -> bool:
        """Whether the row, or the heading above it, says that the line is not ordered, or no more."""
        above = self.table.grid.filled(self.loose[-1]) if self.loose else ()
        told = any(opens_struck(text) for _, text in above) or is_struck(self.table, row)
        return told or is_done(self.table, row, self.done)

    def _line(self, row: int) -> None:
        before, blank = next(reversed(self.rows.lines), 0), list[int]()
        for one in self.loose:
            if is_blank_line(self.table, one, (before, row), self.style):
                blank.append(before := one)
        self.rows.blank += blank
        self.rows.skipped |= {one: "heading" for one in self.loose if one not in blank}
        self.loose.clear()
        self.rows.lines.append(row)
        self.apart, self.leanest = False, min(self.leanest, len(self.table.grid.rows[row]))
        quantity, price, total = (self._value(row, name) for name in _MONEY)
        if total is None and quantity is not None and price is not None:
            total = quantity * price
        self.sums.add(total, quantity)

    def _reason(self, row: int) -> str:
        reason = self._apart(row) or self._total_reason(row)
        reason = reason or self._silent_total(row) or self._line_tax(row)
        if reason or self._is_loose(row):
            return reason or "loose"
        if self._looks_like_line(row):
            self.ended = self.ended and not counts_on(self.table, self.rows, row)
            nothing = self.ended and self._value(row, "quantity") == 0
            resumed = self.ended and resumes(self.table, self.rows, row, self.style)
            return "note" if nothing else "line" if resumed or not self.ended else "below"
        return self._other_reason(row)

    def _apart(self, row: int) -> str:
        """What a row is that its values do not decide: hidden, another header's, a header again."""
        if row in self.table.grid.sheet.hidden_rows:
            return "hidden" if self._looks_like_line(row) else "hidden_empty"
        if self.table.repeats(row):
            # Below the grand total the same header opens another order's lines, to be asked.
            self.rows.again = self.ended
            self.ended = self.ended or self.rows.is_summed or opens_sum(self.table.grid, row)
            leave_page_head(self.table, self.rows, row, self.style)
            return "repeated_header"
        numbered = not self.rows.lines and tells_how_to_fill(self.table, row, self.style)
        return "note" if row in self.table.asides else "numbering" if numbered else ""

    def _is_loose(self, row: int) -> bool:
        summed = self.sums if self.rows.totals and self.rows.lines else None
        footer = is_footer(self.table, row, self.style, self.leanest if self.apart else 0)
        return footer or is_aside(self.table, row, self.style, self.rows.lines, summed)

    def _line_tax(self, row: int) -> str:
        """`GST 18.00 | 7,623.72` under a line whose amount it is a rate of, and no item's own."""
        quantity, price, total = (self._value(row, name) for name in _MONEY)
        if quantity is not None and price and (total is None or quantity * price == total):
            return ""
        return "note" if taxes_amount(self.table.grid, row, self.sums.last, self.style) else ""

    def _other_reason(self, row: int) -> str:
        table = self.table
        texts = {c: t for c, t in table.grid.filled(row) if not says_nothing(t)}
        rest = {c: t for c, t in texts.items() if c != table.line_numbers or has_letters(t)}
        if not rest or (not any(map(has_letters, rest.values())) and self._is_zero(row, rest)):
            return "empty"
        if any(map(has_letters, rest.values())) or self.ended or not self.rows.lines:
            if not self.ended and names_code(self.table, row, len(rest)):
                return "line"
            # A count beside words that name no item may be a line all the same.
            if not self.ended and self._value(row, "quantity") is not None:
                told = self.rows.lines and detail_of(table, row, describing(table), "")[1]
                named = "line" if told else "unsure"
                return "loose" if is_label_row(table, row, self.style) else named
            return "loose"
        return self._numbers_only(row)

    def _numbers_only(self, row: int) -> str:
        """Numbers without a word under the lines: a total if the sum says so, else a doubt."""
        amounts = self._amounts(row)
        if kind := kind_unnamed(amounts, self.sums):
            self._close(TotalRow(row, kind, amounts))
            return "total"
        if are_sums(self.table, self.rows.lines, amounts, self.sums, self.style):
            return "total"
        if self.rows.totals and row - self.rows.totals[-1].row <= 1:
            return "note"
        foreign = is_foreign_number(self.table.grid, row, self.sums)
        return "loose" if foreign or stands_beside(self.table, amounts) else "unsure"

    def _silent_total(self, row: int) -> str:
        money = silent_sums(self.table, row, self.rows.lines, self._amounts(row), self.sums)
        if money:
            self._close(TotalRow(row, kind_silent(self.table, row, money, self.sums), money))
        return "total" if money else ""

    def _close(self, total: TotalRow) -> None:
        self.rows.totals.append(total)
        self.sums.close_block()

    def _amounts(self, row: int) -> dict[int, Decimal]:
        """The numbers of a row of totals; what stands under a size is a count of it."""
        found = amounts_of(self.table.grid, row, self.style, self.sums)
        return {at: value for at, value in found.items() if at not in self.table.sizes}

    def _is_zero(self, row: int, rest: Mapping[int, str]) -> bool:
        zeros = {at for at, amount in self._amounts(row).items() if amount == 0}
        return bool(zeros) and rest.keys() <= {*zeros, column_of(self.table, "tax")}

    def _looks_like_line(self, row: int) -> bool:
        return looks_like_line(self.table, row, self.style, ended=self.ended)

    def _value(self, row: int, name: str) -> Decimal | None:
        return value_of(self.table, row, name, self.style)

    def _total_reason(self, row: int) -> str:
        """Words, then place, then arithmetic; words alone never remove a row (facts §2)."""
        text, column, kinds = word = row_words(self.table.grid, row)
        if not kinds:
            return self._summed(row)
        amounts = self._amounts(row)
        quantity, counted = self._value(row, "quantity"), column_of(self.table, "quantity")
        proven = any(map(self.sums.holds_amount, amounts.values()))
        # A word of totals where a number belongs, or beside both sums, leaves no room for an item;
        # nor does the sum's tax, or the sum with it, where nothing is counted.
        numbers = (counted, column_of(self.table, "unit_price"))
        sure = proven and (column in numbers or self.sums.holds_count_of_lines(quantity))
        told = self.sums.amount, self.rows.totals, self.style
        if not sure and quantity is None and self._value(row, "unit_price") is None:
            sure = sums_with_tax(self.table.grid, row, amounts, told)
        if not sure and not self._may_be_total(row, column):
            return ""
        if not amounts:
            return "" if self.table.grid.text(row, column) != text else "note"
        plain = quantity is None or self.sums.counts_all(quantity, kinds, len(self.rows.lines))
        if proven or plain or (list(amounts) == [counted] and not self._named(row, column)):
            self._total(row, word)
            return "total"
        return "" if says_as_much(self.table, row, column, self.rows.lines) else "unsure"

    def _summed(self, row: int) -> str:
        """`Total Qty & Value` over sums: more words than a total has, and the sums decide."""
        word, quantity = first_word(self.table.grid, row), self._value(row, "quantity")
        if not word[2] or quantity is None or not self.sums.holds_quantity(quantity):
            return ""
        if not self._may_be_total(row, word[1]):
            return ""
        amounts = self._amounts(row).values()
        nearly = any(self.sums.nearly(one, len(self.rows.lines)) for one in amounts)
        if not nearly and not any(map(self.sums.holds_amount, amounts)):
            return "unsure"
        self._total(row, word)
        return "total"

    def _named(self, row: int, column: int) -> bool:
        named = any(self.table.mapping[name] == column for name in self.table.identifiers)
        return named and self._value(row, "quantity") is not None

    def _may_be_total(self, row: int, column: int) -> bool:
        """No code beside the word, and no full line of quantity × price behind it."""
        mapping, grid = self.table.mapping, self.table.grid
        for name in ("sku", "gtin", "product_name"):
            at = mapping.get(name)
            text = grid.text(row, at) if at and at != column else ""
            if at and text and names_item(name, text) and not self._is_sum_of_all(row, at):
                return False
        quantity, price, total = (self._value(row, name) for name in _MONEY)
        if quantity is not None and price is not None and total is not None:
            full = abs(quantity * price - total) <= _CLOSE and quantity != 0
            return not full or self.sums.holds_amount(total)
        summed = quantity is not None and self.sums.holds_quantity(quantity)
        return price is None or quantity is None or (summed and len(self.rows.lines) > 1)

    def _is_sum_of_all(self, row: int, column: int) -> bool:
        """Whether a total stands under the codes, as totals in odd places do."""
        value = read_figure(self.table.grid, row, column, self.style).value
        return value is not None and len(self.rows.lines) > 1 and self.sums.holds_amount(value)

    def _total(self, row: int, word: tuple[str, int, Mapping[str, float]]) -> None:
        text, _, kinds = word
        seen = frozenset(one.kind for one in self.rows.totals)
        amounts = self._amounts(row)
        money = money_of(amounts, column_of(self.table, "quantity"), self.sums)
        if not column_of(self.table, "line_total"):
            # Sums of cases and of retail prices stand beside the one of what is ordered.
            money = {at: one for at, one in money.items() if self.sums.holds_amount(one)} or money
        kind, money = kind_of(kinds, seen, (amounts, money), self.sums)
        if kind == "total" and any(map(self.sums.holds_block_only, amounts.values())):
            kind = "subtotal"
        if kind == "tax" and taxes_amount(self.table.grid, row, self.sums.last, self.style):
            self.taxes.add(row)
        self.apart = bool(self.rows.lines)
        self._close(TotalRow(row, kind, money or amounts, text))
