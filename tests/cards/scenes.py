"""One order, told at every step: the material of the card tests and pictures."""

from dataclasses import replace
from decimal import Decimal

from cards.scene import Part, Reader, Scene
from orders.case import (
    CaseDocument,
    Deadlines,
    Decision,
    DraftRef,
    EarlierDraft,
    Origin,
    Status,
    StatusView,
    Trouble,
    WaitingFor,
)
from orders.catalogue import (
    CustomerMatch,
    ItemMatch,
    Matches,
    Suggestion,
)
from orders.codes import confirmed, issue
from orders.issue import Ask, Candidate, Issue, Severity
from orders.reading import Reading, Result
from tests.cards.paper import (
    CUSTOMER,
    GOODS,
    LENA,
    NAMES,
    NOW,
    OMID,
    READERS,
    SARA,
    case,
    line,
    order,
)


def questions(language: str) -> tuple[Issue, ...]:
    ten = "ten" if language == "en" else "ده"
    return (
        Issue(
            "INVALID_QUANTITY",
            Severity.ERROR,
            cells=("Sheet1!D13",),
            fields=("quantity",),
            lines=("L003",),
            facts={"value": ten},
            ask=Ask.NUMBER,
            target="cell:Sheet1!D13",
        ),
        Issue(
            "AMBIGUOUS_DATE",
            Severity.ERROR,
            cells=("Sheet1!B4",),
            fields=("delivery_date",),
            facts={"value": "03/04/2026"},
            ask=Ask.CHOICE,
            target="field:delivery_date",
            candidates=(
                Candidate("2026-04-03", "3 Apr 2026" if language == "en" else "۱۴ فروردین ۱۴۰۵"),
                Candidate("2026-03-04", "4 Mar 2026" if language == "en" else "۱۳ اسفند ۱۴۰۴"),
            ),
        ),
        Issue(
            "INVALID_DATE",
            Severity.WARNING,
            cells=("Sheet1!B3",),
            fields=("order_date",),
            facts={"value": "31.11."},
            ask=Ask.DATE,
            target="field:order_date",
        ),
        Issue(
            "UNMAPPED_COLUMNS",
            Severity.INFO,
            cells=("Sheet1!H10",),
            facts={"columns": "H"},
        ),
    )


def _asking(language: str) -> CaseDocument:
    whole = case(language)
    an_order = order(language)
    lines = (*an_order.lines[:2], line(2, language, quantity=None), *an_order.lines[3:])
    reading = Reading(Result.QUESTIONS, (replace(an_order, lines=lines),))
    return replace(whole, reading=reading, issues=questions(language), matches=Matches(), prices=())


def along(language: str) -> Scene:
    """A file that names nobody and whose total does not hold: one answer settles both."""
    an_order = replace(order(language), customer=None)
    issues = (
        issue("MISSING_CUSTOMER", fields=("customer",), ask=Ask.TEXT, target="field:customer"),
        confirmed(
            "TOTAL_MISMATCH",
            severity=Severity.ERROR,
            cells=("Sheet1!F12",),
            facts={"value": "3984.28", "expected": "3884.28"},
        ),
    )
    reading = Reading(Result.QUESTIONS, (an_order,), issues)
    whole = replace(case(language), reading=reading, issues=issues, matches=Matches(), prices=())
    return scene(Status.AWAITING_CORRECTIONS, Part.REQUESTER, language, case=whole)


def several(language: str) -> Scene:
    """A file that holds three orders, and nothing chosen yet."""
    firms = {"en": ("Karimi Trading", "Brightwater", "Nordwind"), "fa": ("کریمی", "نوروزی", "سپهر")}
    orders = tuple(
        replace(order(language, count), po_number=f"PO-778{count}", customer=firm)
        for count, firm in enumerate(firms[language], 1)
    )
    labels = [f"{one.po_number} · {one.customer} · {len(one.lines)}" for one in orders]
    asked = Issue(
        "MULTI_ORDER_DETECTED",
        Severity.ERROR,
        facts={"count": "3"},
        ask=Ask.CHOICE,
        target="split",
        candidates=tuple(Candidate(f"PO-778{place}", text) for place, text in enumerate(labels, 1)),
        preselect="PO-7781",
    )
    reading = Reading(Result.QUESTIONS, orders, (asked,))
    whole = replace(case(language), reading=reading, issues=(asked,), matches=Matches(), prices=())
    return scene(Status.AWAITING_CORRECTIONS, Part.REQUESTER, language, case=whole)


def repeated(language: str) -> Scene:
    """An order whose number stands in an open draft of an earlier one."""
    asked = Issue(
        "DUPLICATE_ORDER",
        Severity.ERROR,
        fields=("po_number",),
        facts={
            "why": "draft_here",
            "order": "M2R8TX",
            "number": "SO-00311",
            "po_number": "PO-7781",
        },
        ask=Ask.CHOICE,
        target="check:DUPLICATE_ORDER:1",
        candidates=(Candidate("update", "update"), Candidate("second", "second")),
    )
    whole = replace(case(language), issues=(asked,))
    return scene(Status.AWAITING_SELECTION, Part.REQUESTER, language, case=whole)


def updating(language: str) -> Scene:
    """The same order as its approver sees it, once its requester chose to update that draft."""
    whole = repeated(language).case
    assert whole is not None
    told = {**whole.issues[0].facts, "answer": "update", "by": SARA}
    settled = replace(whole.issues[0], severity=Severity.WARNING, facts=told, ask=Ask.NONE)
    earlier = EarlierDraft("5000", "SO-00311", "order-0", "M2R8TX", "OD-0")
    whole = replace(whole, issues=(settled,), updates=earlier)
    return scene(Status.AWAITING_APPROVAL, Part.APPROVER, language, case=whole)


def split_off(language: str) -> Scene:
    """One of these orders, split off and in review."""
    whole = scene(Status.AWAITING_REVIEW, Part.REQUESTER, language)
    assert whole.case is not None
    assert whole.case.file is not None
    origin = Origin("order-0", "M2R8TX", "PO-7782", (), whole.case.file)
    title = f"{whole.case.file.name} · PO-7782"
    view_ = replace(whole.view, origin=origin.code, parts=("9KD3VA", "C0W7NE"))
    return replace(whole, case=replace(whole.case, origin=origin, title=title), view=view_)


def _choosing(language: str) -> CaseDocument:
    whole = case(language)
    firm = CUSTOMER[language]
    near = (" GmbH", " (Export)") if language == "en" else (" تهران", " اصفهان")
    goods = GOODS[language]
    suggestions = tuple(
        Suggestion(
            f"900{place}", firm + near[place], Decimal("0.93") - Decimal(place) / 10, "similar_name"
        )
        for place in range(2)
    )
    items = dict(whole.matches.items)
    items["L002"] = ItemMatch(
        "L002",
        suggestions=(
            Suggestion("701", goods[1], Decimal("0.82"), "similar_name"),
            Suggestion("709", goods[2], Decimal("0.41"), "similar_name"),
        ),
    )
    issues = (
        Issue(
            "AMBIGUOUS_CUSTOMER",
            Severity.ERROR,
            fields=("customer",),
            facts={"asked": firm},
            ask=Ask.TEXT,
            target="customer",
        ),
        Issue(
            "ITEM_NOT_FOUND",
            Severity.ERROR,
            lines=("L002",),
            fields=("sku",),
            facts={"sku": "OF-1041"},
            target="item:L002",
        ),
    )
    matches = Matches(
        whole.matches.organization, CustomerMatch(firm, None, suggestions=suggestions), items
    )
    return replace(whole, matches=matches, issues=issues, prices=())


def _blocked(language: str) -> CaseDocument:
    issue = Issue("NO_HEADER_ROW", Severity.BLOCKER, cells=("Sheet1!A1",))
    reading = Reading(Result.REFUSED, issues=(issue,), reason=issue.code)
    return replace(case(language), reading=reading, issues=(issue,), matches=Matches(), prices=())


_EARLY = {Status.CREATED, Status.STORING_FILE, Status.PARSING, Status.RUNNING_COMMITTEE}
_STEPS = {Status.QUEUED_FOR_ZOHO: "create_draft", Status.NEEDS_HELP: "matching"}
_WAITS = {
    Status.BLOCKED: WaitingFor.FILE,
    Status.AWAITING_CORRECTIONS: WaitingFor.CORRECTIONS,
    Status.AWAITING_SELECTION: WaitingFor.SELECTION,
    Status.AWAITING_REVIEW: WaitingFor.REVIEW,
    Status.AWAITING_APPROVAL: WaitingFor.APPROVAL,
    Status.QUEUED_FOR_ZOHO: WaitingFor.BOOKS,
    Status.NEEDS_HELP: WaitingFor.HELP,
}
_ENDS = {Status.COMPLETED: "approve", Status.REJECTED: "reject", Status.CANCELLED: "cancel"}


def view(status: Status, language: str = "en") -> StatusView:
    verb = _ENDS.get(status, "")
    comment = {"en": "Prices are from last year.", "fa": "قیمت‌ها مال پارسال است."}[language]
    decision = None
    if verb:
        by = SARA if verb == "cancel" else OMID
        decision = Decision(
            verb,
            by,
            NAMES[language][by],
            "2026-11-21T10:40:00Z",
            comment if verb == "reject" else "",
        )
    trouble = {
        Status.QUEUED_FOR_ZOHO: Trouble(
            "BooksUnavailable",
            "Zoho Books does not answer.",
            "2026-11-21T10:41:00Z",
            3,
            "2026-11-21T11:15:00Z",
        ),
        Status.NEEDS_HELP: Trouble(
            "BooksRejected", "The item OF-1041 is inactive.", "2026-11-21T10:41:00Z", 5
        ),
    }.get(status)
    draft = DraftRef("5001", "SO-00317", "https://books.example/salesorders/5001")
    return StatusView(
        order_id="order-1",
        code="K7Q4MP",
        status=status,
        current_step=_STEPS.get(status, status.value),
        waiting_for=_WAITS.get(status, WaitingFor.NOBODY),
        last_activity_time="2026-11-21T10:40:00Z",
        error_state=trouble,
        deadlines=Deadlines("2026-11-22T09:02:00Z", "2026-11-23T09:02:00Z", "2026-11-28T09:02:00Z"),
        progress=(4, 8),
        revision=3,
        requester=SARA,
        approvers=(OMID,),
        decision=decision,
        draft=draft if status in (Status.COMPLETED, Status.UNDOING) else None,
        watched_until="2026-11-28T10:40:00Z" if status is Status.COMPLETED else "",
        can_cancel=status
        not in (Status.REJECTED, Status.CANCELLED, Status.EXPIRED, Status.UNDOING),
    )


def document(status: Status, language: str) -> CaseDocument | None:
    if status is Status.CREATED:
        return None
    if status in _EARLY:
        return replace(case(language), reading=None, issues=(), matches=Matches(), prices=())
    special = {
        Status.AWAITING_CORRECTIONS: _asking,
        Status.AWAITING_SELECTION: _choosing,
        Status.BLOCKED: _blocked,
    }
    return special.get(status, case)(language)


def scene(status: Status, part: Part = Part.REQUESTER, language: str = "en", **changes) -> Scene:
    zone = {"en": "Europe/Amsterdam", "fa": "Asia/Tehran"}[language]
    reader = Reader(READERS[part], part, language, zone)
    whole = Scene(
        view=view(status, language),
        case=document(status, language),
        reader=reader,
        names=NAMES[language],
        refresh_ids=("29:sara", "29:omid"),
        now=NOW,
        colleagues=(LENA,),
    )
    return replace(whole, **changes)
