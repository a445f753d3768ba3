"""Which items of the books the lines of an order mean."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from orders.alike import Alike
from orders.authority import LEAVE_OUT
from orders.buyer import clear_best
from orders.catalogue import Item, ItemMatch, Method
from orders.items import ItemIndex, gtin_key, sku_key
from orders.learned import Known, item_key
from orders.offers import offer_items, words_of
from orders.order import Line

_AGREES, _PARTED = 0.5, 0.35
"""From this likeness on a name backs a code written otherwise; below that one it speaks against."""
_RUN = 3
_CODES_WITHIN = re.compile(
    r"^\s*[\[(]([^\])]{2,40})[\])]|^\s*([^\s\[(]{3,40}?)[:,;]?\s|[\[(]([^\])]{2,40})[\])]\s*$|\s([^\s\[(]\S{2,39})$"
)


def match_items(
    lines: Sequence[Line], items: ItemIndex, choices: Mapping[str, str], codes: Known | None = None
) -> dict[str, ItemMatch]:
    """Find each line's item: by choice, SKU, GTIN, learned code, then by forgiving forms and name.

    `choices` maps line ids to item ids, to another code or name to look for, or to `-` for a line
    that is left out. `codes` are those that people taught for this customer. What is found by
    other than a choice, a code as it stands or a learned one is a guess and marked so.
    """
    running = _running(lines)
    return {
        line.line_id: match_item(
            replace(line, sku=None) if line.line_id in running and not items.with_sku(line.sku)
            else line,
            items, choices.get(line.line_id), codes,
        )
        for line in lines
    }  # fmt: skip


def match_item(
    line: Line, items: ItemIndex, choice: str | None = None, codes: Known | None = None
) -> ItemMatch:
    """Find one line's item; see `match_items`."""
    if choice == LEAVE_OUT:
        return ItemMatch(line.line_id, method=Method.CHOSEN, left_out=True)
    chosen = items.by_id.get(choice or "")
    if chosen is not None and chosen.active:
        return ItemMatch(line.line_id, chosen, Method.CHOSEN)
    line = asked_line(line, choice)
    named = named_by(line, items, codes)
    if len(named.active) == 1 and not named.conflict:
        method = Method.CHOSEN if choice else named.method
        return ItemMatch(line.line_id, named.active[0], method, because=named.because)
    if named.items:
        return ItemMatch(line.line_id, suggestions=offer_items(line, named.items, items))
    return _guess(line, items)


def asked_line(line: Line, choice: str | None) -> Line:
    """The line with what a person typed instead of its codes and name."""
    if not choice or choice == LEAVE_OUT:
        return line
    return replace(line, sku=choice, gtin=None, product_name=choice, details=None,
                   colour=None, size=None)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """The items that a line's codes name; `conflict` says why they cannot be believed.

    `gtin`: SKU and GTIN speak of different items; `name`: the line's name is another item's;
    `learned`: people said before that this code means another item.
    """

    items: tuple[Item, ...] = ()
    method: Method = Method.NONE
    conflict: str = ""
    because: str = ""

    @property
    def active(self) -> tuple[Item, ...]:
        """Those that are sold."""
        return tuple(one for one in self.items if one.active)


def named_by(line: Line, items: ItemIndex, codes: Known | None = None) -> Named:
    """What the line's codes name. A GTIN in the SKU's place counts as a GTIN."""
    named = _by_codes(line, items)
    alias = (codes or {}).get(item_key(line.sku, line.full_name))
    taught = items.by_id.get(alias.record_id) if alias else None
    if alias and taught and taught.active and not named.conflict and taught not in named.items:
        if not named.items:
            return Named((taught,), Method.ALIAS, because=f"known:{alias.at}")
        return Named((*named.items, taught), conflict="learned")
    if len(named.active) == 1 and not named.conflict:
        others = _called_otherwise(line, named.active[0], items)
        if others:
            return Named((*named.items, *others), conflict="name")
    return named


def _by_codes(line: Line, items: ItemIndex) -> Named:
    by_sku, by_gtin = items.with_sku(line.sku), items.with_gtin(line.gtin)
    near = by_sku or items.like_sku(line.sku)
    both = [one for one in near if one in by_gtin]
    if near and by_gtin:
        if both:
            return Named(tuple(both), Method.SKU if by_sku else Method.GTIN)
        different = {one.item_id: one for one in [*near, *by_gtin]}
        return Named(tuple(different.values()), conflict="gtin")
    if by_sku:
        conflict = "gtin" if _differs(line, by_sku) else ""
        return Named(tuple(by_sku), Method.SKU, conflict)
    return Named(tuple(by_gtin or items.with_gtin(line.sku, shortest=12)), Method.GTIN)


def _differs(line: Line, by_sku: Sequence[Item]) -> bool:
    """Whether the line's GTIN is a good one, but not that of any item with its SKU."""
    asked, known = gtin_key(line.gtin), {gtin_key(one.gtin) for one in by_sku}
    return bool(asked) and "" not in known and asked not in known


def _called_otherwise(line: Line, item: Item, items: ItemIndex) -> list[Item]:
    """Other items whose very name the line has, or whose name it has while this one's is far."""
    words = words_of(line)
    if not words:
        return []
    called = items.called(line.product_name or "") or items.called(words)
    if called:
        return [] if item in called else [one for one in called if one.active]
    names = (words, line.product_name or words)
    if max(items.likeness(one, item).score for one in names) >= _PARTED:
        return []
    best = items.by_id.get(clear_best([(found, one.item_id) for found, one in items.alike(words)]))
    return [best] if best is not None and best.active and best != item else []


def _guess(line: Line, items: ItemIndex) -> ItemMatch:
    """A code written otherwise that the name does not contradict, else a name no other has."""
    offered = offer_items(line, (), items)
    best = _by_form(line, items) or _by_code_within(line, items) or _by_name(line, items)
    written_otherwise = items.like_sku(line.sku)
    if best is None or not best.active or _differs(line, [best]):
        return ItemMatch(line.line_id, suggestions=offered)
    if written_otherwise and best not in written_otherwise:
        return ItemMatch(line.line_id, suggestions=offered)
    because = next((one.because for one in offered if one.record_id == best.item_id), "")
    return ItemMatch(line.line_id, best, Method.FUZZY, offered, because=because)


def _by_form(line: Line, items: ItemIndex) -> Item | None:
    """The one item whose SKU differs in spaces, hyphens or leading zeros only."""
    found = items.like_sku(line.sku)
    if len(found) != 1 or len(sku_key(line.sku)) < 2:
        return None
    words = words_of(line)
    if not words:
        return found[0]
    if _called_otherwise(line, found[0], items):
        return None
    return found[0] if items.likeness(words, found[0]).score >= _AGREES else None


def _by_code_within(line: Line, items: ItemIndex) -> Item | None:
    """The one item whose SKU opens or ends the name, as in `[FURN_78] Desk`, if the rest agrees."""
    name = line.product_name or ""
    codes = [code for groups in _CODES_WITHIN.findall(name) for code in groups if code]
    codes = [] if line.sku else [code for code in codes if any(map(str.isdigit, code))]
    found = {one.item_id: (one, code) for code in codes for one in items.with_sku(code)}
    if len(found) != 1:
        return None
    ((item, code),) = found.values()
    rest = name.replace(code, " ", 1)
    return item if items.likeness(rest, item).score >= _AGREES else None


def _by_name(line: Line, items: ItemIndex) -> Item | None:
    words = words_of(line)
    found = items.alike(words) if words else []
    best = clear_best([(alike, one.item_id) for alike, one in found])
    if best:
        return items.by_id[best]
    if named := _by_bare_name(line, items, found):
        return named
    near = {one.item_id for one in items.near_sku(line.sku)} if line.sku else set()
    backed = [(alike, one) for alike, one in found if one.item_id in near and alike.possible]
    if len(backed) == 1 and backed[0][0].score >= 0.75 and backed[0][0] is found[0][0]:
        return backed[0][1]
    return None


def _by_bare_name(line: Line, items: ItemIndex, found: Sequence[tuple[Alike, Item]]) -> Item | None:
    """The one item of the very name in one column, where none is as like all that the line says."""
    names = (line.product_name or "", line.details) if line.details else ()
    called = [one for name in names for one in items.called(name)]
    return called[0] if len(called) == 1 and found and found[0][1] == called[0] else None


def _running(lines: Sequence[Line]) -> frozenset[str]:
    """Lines whose codes just count 1, 2, 3, …: a column of line numbers is no column of SKUs."""
    codes = [(line.sku or "").strip() for line in lines]
    counted = len(codes) >= _RUN and all(
        code.isdecimal() and int(code) == place for place, code in enumerate(codes, 1)
    )
    return frozenset(line.line_id for line in lines) if counted else frozenset()
