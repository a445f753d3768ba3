"""Lists on their side and beside themselves, at random in thirteen languages: all lines, as they are."""

import random
from decimal import Decimal

import pytest
from grids import grid
from mixtures import TONGUES, Tongue

from orders.reader import read

_HEADS = (0, 1, 2, 3, 4, 6)
_ALWAYS = (1, 2)


def items_of(tongue: Tongue, count: int, rng: random.Random) -> list[dict[int, str]]:
    """Cells of each item by their heading: code, name, quantity, unit, price, total."""
    made = []
    for place in range(count):
        many, price = rng.randrange(1, 90), Decimal(rng.randrange(10, 900) * 10)
        price /= 1 if tongue.places == 0 else 100
        name = f"{rng.choice(tongue.goods.split())} {place + 10}"
        code = f"{rng.choice('ABH')}{rng.choice('CDX')}-{100 + place * 7}"
        made.append(
            {0: code, 1: name, 2: f"{many}", 3: tongue.unit, 4: f"{price}", 6: f"{many * price}"}
        )
    return made


def drawn(seed: int) -> tuple[str, list[tuple[str | None, str, str]]]:
    """A drawing, and code, name and quantity of each of its lines."""
    rng = random.Random(seed)  # noqa: S311 - repeatable, nothing secret
    tongue = TONGUES[rng.choice(sorted(TONGUES))]
    heads, labels = tongue.heads.split("|"), tongue.labels.split("|")
    used = [at for at in _HEADS if at in _ALWAYS or rng.random() < 0.6]
    items = items_of(tongue, rng.choice([1, 2, 3, 5, 8, 14]), rng)
    head = [f"{labels[0]}|{tongue.customer}", f"{labels[1]}|PO-{rng.randrange(1000, 9999)}"]
    if len(items) > 3 and rng.random() < 0.5:
        half = -(-len(items) // 2)
        parts = [items[:half], items[half:]]
        names = "||".join("|".join(heads[at] for at in used) for _ in parts)
        body = [
            "||".join(
                "|".join(part[row][at] if row < len(part) else "" for at in used) for part in parts
            )
            for row in range(half)
        ]
        rows = [names, *body]
    else:
        rows = ["|".join([heads[at], *(one[at] for one in items)]) for at in used]
    truth = [(one[0] if 0 in used else None, one[1], one[2]) for one in items]
    return "\n".join([*head, *["."] * rng.randrange(2), *rows]), truth


@pytest.mark.parametrize("seed", range(60))
def test_all_lines_are_read_and_the_layout_is_confirmed(seed):
    drawing, truth = drawn(seed)
    reading = read(grid(drawing))
    assert "LAYOUT_TURNED" in [one.code for one in reading.issues if one.open], drawing
    lines = reading.orders[0].lines
    assert [(one.sku, one.product_name, f"{one.quantity}") for one in lines] == truth, drawing


def test_a_title_that_is_a_heading_too_turns_no_table():
    """Naive: `Parts` and `Qty` below each other head an item's values, which are the other headings."""
    rows = "1|Motor|M-1|120\n2|Switch|S-2|1.6\n3|Lamp|L-3|4.8"
    (order,) = read(grid(f"Parts\nQty|Part|Order code|Price\n{rows}")).orders
    assert [(one.product_name, one.sku, one.quantity) for one in order.lines] == [
        ("Motor", "M-1", 1), ("Switch", "S-2", 2), ("Lamp", "L-3", 3),
    ]  # fmt: skip
