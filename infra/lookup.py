"""Why a text means a customer or an item: candidates, scores, evidence."""

import json
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from activities.books.zoho.client import ZohoBooks
from infra.store import opened_store
from orders.buyer import Memory, customer_label, match_customer
from orders.catalogue import CustomerMatch, ItemMatch, Suggestion, item_label
from orders.customers import CustomerIndex
from orders.errors import DeskError, SettingsError
from orders.items import ItemIndex
from orders.learned import Alias, known_by_key
from orders.matching import match_item
from orders.order import Line
from runtime.logs import configure_logs
from runtime.settings import TelemetrySettings, ZohoSettings, load_group


@dataclass(frozen=True, slots=True)
class Answer:
    """What a text was taken for, of one kind: the record, how, and everything near."""

    kind: str
    record_id: str
    label: str
    method: str
    because: str
    candidates: tuple[Suggestion, ...]


async def run_match(console: Console, text: str, customer: str, *, compact: bool) -> int:
    """Explain what a text means; 0 when something is certain, 1 when a person would be asked."""
    quiet = load_group(TelemetrySettings).model_copy(update={"log_level": "error"})
    configure_logs(quiet, "match")
    customers, items = await _catalogue(load_group(ZohoSettings))
    learned = await _learned()
    names = Memory(known_by_key([one for one in learned if not one.owner]))
    buyer = match_customer(customer, customers, memory=names).customer if customer else None
    if customer and buyer is None:
        raise SettingsError(f"{customer!r} is no certain customer; look for that name first.")
    owner = buyer.customer_id if buyer else "-"
    codes = known_by_key([one for one in learned if one.owner == owner])
    line = Line("L001", 1, sku=text, gtin=text, product_name=text)
    answers = [_item_answer(match_item(line, items, None, codes))]
    if not customer:
        answers.insert(0, _customer_answer(match_customer(text, customers, memory=names)))
    if compact:
        print(json.dumps([_plain(one) for one in answers], ensure_ascii=False))
    else:
        for one in answers:
            _print(console, one)
    return 0 if any(one.record_id for one in answers) else 1


async def _catalogue(settings: ZohoSettings) -> tuple[CustomerIndex, ItemIndex]:
    books = ZohoBooks(settings)
    try:
        return CustomerIndex(await books.customers()), ItemIndex(await books.items())
    finally:
        await books.close()


async def _learned() -> list[Alias]:
    """What people taught; nothing where there is no database yet."""
    try:
        async with opened_store() as store:
            return await store.aliases()
    except DeskError:
        return []


def _customer_answer(match: CustomerMatch) -> Answer:
    found = match.customer
    return Answer(
        "customer",
        found.customer_id if found else "",
        customer_label(found) if found else "",
        str(match.method),
        match.because,
        match.suggestions,
    )


def _item_answer(match: ItemMatch) -> Answer:
    found = match.item
    return Answer(
        "item",
        found.item_id if found else "",
        item_label(found) if found else "",
        str(match.method),
        match.because,
        match.suggestions,
    )


def _plain(answer: Answer) -> dict[str, object]:
    return {
        "kind": answer.kind,
        "id": answer.record_id,
        "label": answer.label,
        "method": answer.method,
        "because": list(filter(None, answer.because.split(","))),
        "candidates": [
            {
                "id": one.record_id,
                "label": one.label,
                "score": str(one.score),
                "because": list(filter(None, one.because.split(","))),
            }
            for one in answer.candidates
        ],
    }


def _print(console: Console, answer: Answer) -> None:
    verdict = f"{answer.label} ({answer.record_id}), {answer.method}" if answer.record_id else "ask"
    because = f": {answer.because}" if answer.because else ""
    console.print(f"{answer.kind}: {verdict}{because}", markup=False, highlight=False)
    if not answer.candidates:
        return
    table = Table("score", "candidate", "id", "because", box=None)
    for one in answer.candidates:
        table.add_row(f"{one.score:.2f}", one.label, one.record_id, one.because)
    console.print(table, markup=False)
