"""A plain page that shows customers, items and orders."""

from collections.abc import Iterable, Sequence
from html import escape

from aiohttp import web

from infra.devservers.books.gate import BOOKS
from infra.devservers.books.ledger import Ledger
from infra.devservers.books.seed import SERVED
from infra.devservers.books.wire import Row

STYLE = """
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem }
nav a { margin-inline-end: 1rem }
table { border-collapse: collapse; width: 100%; margin-block: .5rem 2rem }
th, td { border-bottom: 1px solid #8884; padding: .3rem .6rem; text-align: start }
td { unicode-bidi: plaintext }
.inactive { opacity: .55 }
"""
CONTACT = ("contact_name", "company_name", "contact_type", "currency_code", "email", "contact_id")
ITEM = ("sku", "ean", "name", "description", "rate", "unit", "status", "item_id")
ORDER = ("salesorder_number", "customer_name", "reference_number", "date", "status", "total")
LINE = ("sku", "name", "quantity", "rate", "item_total")


async def show(request: web.Request) -> web.Response:
    """Answer ``GET /`` with the books of the served organization, every cell escaped."""
    ledger = request.app[BOOKS].ledgers[SERVED]
    headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
    return web.Response(text=_document(ledger), content_type="text/html", headers=headers)


def _document(ledger: Ledger) -> str:
    name = escape(str(ledger.organization["name"]))
    code = escape(str(ledger.organization["currency_code"]))
    parts = [
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>',
        f"<style>{STYLE}</style></head><body><h1>{name} ({code})</h1>",
        '<nav><a href="#orders">Orders</a><a href="#contacts">Contacts</a>',
        '<a href="#items">Items</a></nav>',
        _orders(list(ledger.orders.values())[::-1]),
        _section("contacts", CONTACT, ledger.contacts.values()),
        _section("items", ITEM, ledger.items.values()),
        "</body></html>",
    ]
    return "".join(parts)


def _orders(orders: list[Row]) -> str:
    lines = "".join(
        f'<details><summary dir="auto">{escape(str(order["salesorder_number"]))}</summary>'
        f"{_table(LINE, order['line_items'])}</details>"
        for order in orders
    )
    return _section("orders", (*ORDER, "currency_code"), orders) + lines


def _section(key: str, columns: Sequence[str], rows: Iterable[Row]) -> str:
    rows = list(rows)
    return f'<h2 id="{key}">{key.title()} ({len(rows)})</h2>{_table(columns, rows)}'


def _table(columns: Sequence[str], rows: Iterable[Row]) -> str:
    head = "".join(f"<th>{column.replace('_', ' ')}</th>" for column in columns)
    body = "".join(_line(columns, row) for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _line(columns: Sequence[str], row: Row) -> str:
    mark = ' class="inactive"' if row.get("status") in {"inactive", "void"} else ""
    cells = "".join(f'<td dir="auto">{escape(str(row.get(name, "")))}</td>' for name in columns)
    return f"<tr{mark}>{cells}</tr>"
