"""HTML of the operators' pages: all text escaped, no script at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
[dir=rtl] td { text-align: right }
th, time { white-space: nowrap }
.wide { overflow-x: auto }
.wide td { min-width: 5rem }
.wide td:last-child:has(.quiet) { min-width: 14rem }
form { display: inline-flex; flex-wrap: wrap; gap: .4rem; margin-block: 0 .3rem;
  margin-inline-end: .4rem }
tbody th { max-width: 40vw; white-space: normal; width: 12rem }
time { direction: ltr; unicode-bidi: isolate }
button, input { font: inherit; padding: .2rem .6rem }
.quiet { opacity: .7 }
"""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above every page: finished words, whose page it is, its language, its links."""

    product: str
    who: str
    language: str
    links: Mapping[str, str]


def page(title: str, head: Head, *parts: str) -> str:
    """A whole document of finished parts; `title` is finished, too."""
    links = "".join(f'<a href="{escape(path)}">{name}</a>' for path, name in head.links.items())
    way = "rtl" if head.language == "fa" else "ltr"
    return (
        f'<!DOCTYPE html><html lang="{head.language}" dir="{way}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title} · {head.product}</title><style>{_STYLE}</style></head><body>"
        f'<header><strong>{head.product}</strong>{links}<span class="quiet">{escape(head.who)}'
        f"</span></header><main><h1>{title}</h1>{''.join(parts)}</main></body></html>"
    )


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], empty: str) -> str:
    """Rows under columns, or a sentence where there is none; every text is finished."""
    if not rows:
        return f"<p>{empty}</p>"
    head = "".join(f"<th>{one}</th>" for one in columns)
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    whole = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f'<div class="wide">{whole}</div>'


def facts(pairs: Mapping[str, str]) -> str:
    """Names and finished cells beside each other; empty ones are left out."""
    rows = [f"<tr><th>{k}</th><td>{v}</td></tr>" for k, v in pairs.items() if v]
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
    """A form of one button; `key` proves that it is ours, `label` and `more` are finished."""
    hidden = "".join(
        f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        for name, value in {FORM: key, **fields}.items()
    )
    return (
        f'<form method="post" action="{escape(action)}">{hidden}{more}'
        f"<button>{label}</button></form>"
    )


def quiet(value: str) -> str:
    """Foreign text that may be passed over."""
    return f'<span class="quiet">{escape(value)}</span>'


def named(name: str, code: str) -> str:
    """What people call a thing; its code shows when it is pointed at."""
    return f'<span title="{escape(code)}">{escape(name)}</span>'


def search(label: str, button_: str, given: str) -> str:
    """The form that looks an order up."""
    return (
        f'<form method="get" action="/orders"><label>{label} '
        f'<input name="code" value="{escape(given)}" maxlength="200" autocomplete="off" required>'
        f"</label><button>{button_}</button></form>"
    )
