"""Routes of what hangs on a sales order: its attachment and comments."""

from infra.devservers.books.call import Call, Route
from infra.devservers.books.drafts import note
from infra.devservers.books.orders import CREATE, DELETE, READ, find
from infra.devservers.books.wire import Answer, Refusal, invalid, missing, success

EXTENSIONS = frozenset({"gif", "png", "jpeg", "jpg", "bmp", "pdf"})
LARGEST_FILE = 10 * 1024 * 1024


def attach(call: Call) -> Answer:
    """Answer ``POST /salesorders/{id}/attachment``; the new file replaces the old one.

    Raises:
        Refusal: no file in the field ``attachment``, a wrong extension, more than 10 MB.
    """
    order = find(call)
    if call.upload is None:
        invalid("attachment", 4)
    extension = call.upload.name.rpartition(".")[2].lower()
    if call.switches.attachments == "documented" and extension not in EXTENSIONS:
        raise Refusal(400, 2, "The file type is not supported for attachments.")
    if len(call.upload.content) > LARGEST_FILE:
        raise Refusal(400, 2, "The file is larger than 10 MB.")
    call.ledger.files[order["salesorder_id"]] = call.upload
    order["has_attachment"] = True
    text = "Your file has been successfully attached to the sales order."
    return success(message=text, status=201)


def get_attachment(call: Call) -> Answer:
    """Answer ``GET /salesorders/{id}/attachment`` with the file's bytes.

    Raises:
        Refusal: code 1002 when nothing is attached.
    """
    file = call.ledger.files.get(find(call)["salesorder_id"])
    if file is None:
        raise missing("Attachment")
    return Answer(status=200, body=file.content, content_type=file.content_type)


def delete_attachment(call: Call) -> Answer:
    """Answer ``DELETE /salesorders/{id}/attachment``."""
    order = find(call)
    if call.ledger.files.pop(order["salesorder_id"], None) is None:
        raise missing("Attachment")
    order["has_attachment"] = False
    return success(message="Your file is no longer attached to the sales order.")


def add_comment(call: Call) -> Answer:
    """Answer ``POST /salesorders/{id}/comments``."""
    order = find(call)
    text = call.body.get("description")
    if not isinstance(text, str) or not text:
        invalid("description", 4)
    comment = note(call, order["salesorder_id"], text, "internal")
    return success({"comment": comment}, message="Comments added.")


def list_comments(call: Call) -> Answer:
    """Answer ``GET /salesorders/{id}/comments``: history and comments, newest first."""
    comments = call.ledger.comments.get(find(call)["salesorder_id"], [])
    return success({"comments": comments[::-1]})


ROUTES = (
    Route("POST", "/salesorders/{id}/attachment", CREATE, attach, "multipart"),
    Route("GET", "/salesorders/{id}/attachment", READ, get_attachment),
    Route("DELETE", "/salesorders/{id}/attachment", DELETE, delete_attachment),
    Route("POST", "/salesorders/{id}/comments", CREATE, add_comment, "json"),
    Route("GET", "/salesorders/{id}/comments", READ, list_comments),
)
