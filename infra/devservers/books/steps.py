"""Routes that move a sales order: open, void, submit, approve."""

from infra.devservers.books.call import Call, Route
from infra.devservers.books.drafts import note
from infra.devservers.books.orders import CREATE, find
from infra.devservers.books.wire import Answer, Refusal, success


def change_status(call: Call) -> Answer:
    """Answer ``POST /salesorders/{id}/status/open`` and ``…/void``.

    Raises:
        Refusal: opening what is no draft, or voiding what is void or invoiced.
    """
    order, wanted = find(call), call.ids["status"]
    allowed = {"open": {"draft"}, "void": {"draft", "open", "pending_approval"}}[wanted]
    if order["status"] not in allowed:
        raise Refusal(400, 2, f"The sales order is {order['status']}.")
    order |= {"status": wanted, "order_status": wanted, "current_sub_status": wanted}
    order["last_modified_time"] = call.stamp()
    if call.body.get("reason"):
        note(call, order["salesorder_id"], str(call.body["reason"]), "system")
    text = f"Sales order status has been changed to {wanted.title()}."
    return success(message=text, status=201)


def submit_order(call: Call) -> Answer:
    """Answer ``POST /salesorders/{id}/submit``."""
    _move(call, {"draft"}, "pending_approval")
    return success(message="The Sales Order has been successfully submitted for approval.")


def approve_order(call: Call) -> Answer:
    """Answer ``POST /salesorders/{id}/approve``."""
    _move(call, {"draft", "pending_approval"}, "approved")
    return success(message="You have approved the Sales Order.")


def set_substatus(call: Call) -> Answer:
    """Answer ``POST /salesorders/{id}/substatus/{code}``."""
    find(call)["current_sub_status"] = call.ids["code"]
    return success(message="Sales Order status updated successfully.")


def _move(call: Call, allowed: set[str], wanted: str) -> None:
    order = find(call)
    if order["order_status"] not in allowed:
        raise Refusal(400, 2, f"The sales order is {order['order_status']}.")
    order |= {"order_status": wanted, "current_sub_status": wanted}
    order["last_modified_time"] = call.stamp()


ROUTES = (
    Route(
        "POST",
        "/salesorders/{id}/status/(?P<status>open|void)",
        CREATE,
        change_status,
        "optional",
    ),
    Route("POST", "/salesorders/{id}/submit", CREATE, submit_order, "optional"),
    Route("POST", "/salesorders/{id}/approve", CREATE, approve_order, "optional"),
    Route("POST", r"/salesorders/{id}/substatus/(?P<code>\w+)", CREATE, set_substatus, "optional"),
)
