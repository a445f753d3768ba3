"""Running sums of lines, against which rows of totals are held."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

_CLOSE = Decimal("0.02")
_BEYOND = 100
_HALF = Decimal("0.5")


@dataclass(slots=True)
class RunningSums:
    """What has been added up so far, over all lines and since the last row of totals."""

    amount: Decimal = Decimal(0)
    block: Decimal = Decimal(0)
    quantity: Decimal = Decimal(0)
    block_quantity: Decimal = Decimal(0)
    last: Decimal = Decimal(0)
    """The amount of the last line."""

    def add(self, amount: Decimal | None, quantity: Decimal | None) -> None:
        """Count one more line."""
        self.last = amount or Decimal(0)
        self.amount += amount or 0
        self.block += amount or 0
        self.quantity += quantity or 0
        self.block_quantity += quantity or 0

    def close_block(self) -> None:
        """Start a new block: a row of totals stood here."""
        self.block = self.block_quantity = Decimal(0)

    def holds_amount(self, value: Decimal) -> bool:
        """Whether an amount is the sum so far, or that of the block."""
        return bool(value) and any(abs(value - s) <= _CLOSE for s in (self.amount, self.block))

    def holds_block_only(self, value: Decimal) -> bool:
        """Whether an amount is the sum of the block, and the whole is another."""
        near = abs(value - self.block) <= _CLOSE
        return bool(value) and near and abs(self.amount - self.block) > _CLOSE

    def holds_quantity(self, value: Decimal) -> bool:
        """Whether a count is that of all pieces so far, or of the block."""
        return bool(value) and value in (self.quantity, self.block_quantity)

    def counts_all(self, value: Decimal, kinds: Collection[str], lines: int) -> bool:
        """Whether a count beside a total's word, of these kinds, is that of all pieces.

        Nothing is charged or taken off in pieces, and the count of one line alone, `Base | 1` below
        `Rail | 1`, is a sum only beside a plain `Total`.
        """
        if "quantity_total" in kinds:
            return True
        summed = "total" in kinds or ("subtotal" in kinds and lines > 1)
        return summed and self.holds_quantity(value)

    def holds_count_of_lines(self, value: Decimal | None) -> bool:
        """Whether a count is that of several lines, not of the last one alone."""
        return value is not None and self.amount != self.last and self.holds_quantity(value)

    def nearly(self, value: Decimal, lines: int) -> bool:
        """Whether an amount is the sum so far, each of whose lines was rounded to wholes."""
        return bool(value) and abs(value - self.amount) <= lines * _HALF

    def is_beyond(self, value: Decimal) -> bool:
        """Whether a number is so far above all that was added up that it sums nothing up."""
        return 0 < self.amount * _BEYOND < value
