"""How well the values of a column suit a field."""

from collections.abc import Callable, Mapping, Sequence

from orders.columns import Column
from orders.sizes import size_of

_NAME_WEIGHT, _FIT_WEIGHT, _MOSTLY = 0.7, 0.3, 0.5
FLOOR = 0.60
"""A pair of field and column below this is never made."""


def final_scores(
    columns: Sequence[Column], names: Mapping[int, Mapping[str, float]]
) -> dict[tuple[str, int], float]:
    """Header and value fit together: 0.7 × name + 0.3 × fit, pairs below the floor left out."""
    final: dict[tuple[str, int], float] = {}
    for column in columns:
        for field, name in names[column.number].items():
            score = _NAME_WEIGHT * name + _FIT_WEIGHT * fit(column, field)
            if score >= FLOOR:
                final[field, column.number] = round(score, 4)
    return final


def fit(column: Column, name: str) -> float:
    """How well a column's values suit a field (0 to 1); an empty column suits none well."""
    if not column.cells:
        return 0.3
    if column.share("unread") > _MOSTLY:
        return 1.0  # Nothing speaks against its heading.
    rule = _FITS.get(name)
    return 0.5 if rule is None else rule(column)


def _fit_quantity(column: Column) -> float:
    if column.share("long_digits") > 0.5:
        return 0.1
    return max(0.0, column.share("number") - 0.3 * column.share("money"))


def _fit_code(column: Column) -> float:
    if column.constant and len(column.cells) > 2:
        return 0.5
    dotted = column.share("code") + 0.8 * column.share("dotted")
    return max(dotted, column.share("known_sku"), 0.7 * column.share("token"))


def _fit_name(column: Column) -> float:
    if column.constant and len(column.cells) > 2:
        return 0.3
    return min(1.0, column.share("words") + 0.3 * column.share("token"))


def _fit_unit(column: Column) -> float:
    return column.share("unit") or 0.6 * column.share("token")


def _fit_size(column: Column) -> float:
    """Sizes have digits or are letters such as XL; words alone may be bindings or finishes."""
    told = [one for one in column.samples(20) if size_of(one) or any(map(str.isdigit, one))]
    return 0.5 if told else 0.0


_FITS: Mapping[str, Callable[[Column], float]] = {
    "quantity": _fit_quantity,
    "cases": _fit_quantity,
    "sku": _fit_code,
    "gtin": lambda column: max(column.share("gtin"), 0.6 * column.share("long_digits")),
    "product_name": _fit_name,
    "unit": _fit_unit,
    "size": _fit_size,
    "unit_price": lambda column: column.share("number"),
    "line_total": lambda column: column.share("number"),
    "rrp": lambda column: column.share("number"),
    "pack_size": lambda column: max(column.share("number"), 0.6 * column.share("code")),
    "discount": lambda column: max(column.share("number"), column.share("percent")),
    "tax": lambda column: max(column.share("number"), column.share("percent")),
    "delivery_date": lambda column: column.share("date"),
    "order_date": lambda column: column.share("date"),
    "customer": lambda column: column.share("words"),
    "notes": lambda column: 0.4 + 0.6 * column.share("words"),
    "line_no": lambda column: 1.0 if column.sequence else 0.2,
    "stock": lambda column: column.share("number"),
    "shipped": lambda column: column.share("number"),
    "price_base": lambda column: column.share("price_base"),
}
