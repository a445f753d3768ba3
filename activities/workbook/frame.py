"""What a sheet says around its cells: merges, hidden columns, direction."""

from activities.workbook.limits import Limits
from activities.workbook.markup import Attributes, whole
from orders.errors import UnreadableFile, UnsafeFile
from orders.sheet import Merge, parse_address

_TRUE = ("1", "true")
_MOST_SPANS = 16_384


class Frame:
    """Gathers a sheet's frame from the elements outside of its cells."""

    def __init__(self, limits: Limits) -> None:
        """Start with a plain frame."""
        self.merges: list[Merge] = []
        self.hidden_rows: set[int] = set()
        self.right_to_left = False
        self.protected = False
        self._limits = limits
        self._covered = 0
        self._hidden_spans: list[tuple[int, int]] = []

    def start(self, name: str, told: Attributes) -> None:
        """Hear one element; all but four are passed over."""
        if name == "mergeCell":
            self._merge(told.get("ref", ""))
        elif name == "col":
            self._hide(told)
        elif name == "sheetView":
            self.right_to_left = self.right_to_left or told.get("rightToLeft") in _TRUE
        elif name == "sheetProtection":
            self.protected = told.get("sheet") in _TRUE

    def hides(self, column: int) -> bool:
        """Whether a column is hidden or has no width."""
        return any(first <= column <= last for first, last in self._hidden_spans)

    def _hide(self, told: Attributes) -> None:
        if is_hidden(told.get("hidden"), told.get("width")):
            self._hidden_spans.append((_column(told.get("min")), _column(told.get("max"))))
        if len(self._hidden_spans) > _MOST_SPANS:
            raise UnsafeFile("A sheet describes more columns than it can have.")

    def _merge(self, ref: str) -> None:
        first_row, first_column, last_row, last_column = parse_range(ref)
        last_row = min(last_row, max(first_row, self._limits.max_rows))
        last_column = min(last_column, max(first_column, self._limits.max_columns))
        merge = Merge(first_row, first_column, last_row, last_column)
        self._covered += (last_row - first_row + 1) * (last_column - first_column + 1)
        self.merges.append(merge)
        if len(self.merges) > self._limits.max_merges or self._covered > self._limits.max_cells:
            raise UnsafeFile("A sheet merges more cells than an order has.")


def is_hidden(hidden: str | None, size: str | None) -> bool:
    """Whether a row or column is hidden as such, or by a height or width of zero."""
    return hidden in _TRUE or (size is not None and size != "" and not size.strip("0."))


def parse_range(ref: str) -> tuple[int, int, int, int]:
    """B2:C9 → (2, 2, 9, 3); a single cell is its own range.

    Raises:
        UnreadableFile: the text is no range, or runs backwards.
    """
    first, _, last = ref.partition(":")
    try:
        top, left = parse_address(first)
        bottom, right = parse_address(last or first)
    except ValueError:
        raise UnreadableFile("The file is damaged: a range of cells cannot be read.") from None
    if bottom < top or right < left:
        raise UnreadableFile("The file is damaged: a range of cells runs backwards.")
    return top, left, bottom, right


def _column(text: str | None) -> int:
    number = whole(text)
    if number is None:
        raise UnreadableFile("The file is damaged: a column has no number.")
    return number
