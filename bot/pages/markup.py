"""HTML of the operators' pages: all text escaped, no script at all."""

from collections.abc import Mapping, Sequence
from html import escape

from bot.pages.guard import FORM

_STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { margin: 0 auto 3rem; max-width: 64rem; padding: 0 1rem }
header { align-items: baseline; border-bottom: 1px solid #8885; display: flex; flex-wrap: wrap;
  gap: 1rem; margin-bottom: 1.5rem; padding: 1rem 0 }
header strong { margin-inline-end: auto }
table { border-collapse: collapse; margin-block: .5rem 1.5rem; width: 100% }
th, td { border-bottom: 1px solid #8884; padding: .35rem .6rem; text-align: start;
  vertical-align: top }
td { overflow-wrap: anywhere; unicode-bidi: plaintext }
th, time { white-space: nowrap }
.wide { overflow-x: auto }
.wide td { min-width: 4rem }
form { display: inline-flex; flex-wrap: wrap; gap: .4rem; margin: 0 .4rem .3rem 0 }
button, input { font: inherit; padding: .2rem .6rem }
.quiet { opacity: .7 }
"""
_PAGES = {"/": "Overview", "/schedules": "Schedules", "/webhooks": "Dead letters"}


def page(title: str, who: str, *parts: str) -> str:
    """A whole document."""
    links = "".join(f'<a href="{path}">{name}</a>' for path, name in _PAGES.items())
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · Order Desk</title><style>{_STYLE}</style></head><body>"
        f'<header><strong>Order Desk</strong>{links}<span class="quiet">{escape(who)}</span>'
        f"</header><main><h1>{escape(title)}</h1>{''.join(parts)}</main></body></html>"
    )


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], empty: str) -> str:
    """Rows of finished cells, or a sentence where there is none."""
    if not rows:
        return f"<p>{escape(empty)}</p>"
    head = "".join(f"<th>{escape(one)}</th>" for one in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    whole = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="wide">{whole}</div>'


def facts(pairs: Mapping[str, str]) -> str:
    """Names and finished cells beside each other; empty ones are left out."""
    rows = [f"<tr><th>{escape(k)}</th><td>{v}</td></tr>" for k, v in pairs.items() if v]
    return f"<table><tbody>{''.join(rows)}</tbody></table>"


def text(value: object) -> str:
    """Foreign text, harmless."""
    return escape(str(value))


def moment(iso: str) -> str:
    """A moment to the second, in UTC as it is stored; other text as it stands."""
    short = iso[:19].replace("T", " ")
    return f'<time datetime="{escape(iso)}">{escape(short)}</time>' if iso else ""


def link(url: str, label: str) -> str:
    """A link to a page of ours or of Temporal's."""
    return f'<a href="{escape(url)}" rel="noreferrer">{escape(label)}</a>'


def button(action: str, label: str, key: str, more: str = "", **fields: str) -> str:
    """A form of one button; `key` proves that it is ours, `more` is a finished input."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in {FORM: key, **fields}.items()
    )
    return (
        f'<form method="post" action="{escape(action)}">{hidden}{more}'
        f"<button>{escape(label)}</button></form>"
    )


def search() -> str:
    """The form that looks an order up by its code."""
    return (
        '<form method="get" action="/orders"><label>Order code '
        '<input name="code" maxlength="12" autocomplete="off" required></label>'
        "<button>Look up</button></form>"
    )
