"""One error tree: the docstring is the message, the class says what now."""

from datetime import timedelta
from enum import StrEnum
from typing import ClassVar


class Remedy(StrEnum):
    """What ends the trouble once machines have tried enough."""

    NEW_FILE = "new_file"
    """The person sends another file."""
    WAIT = "wait"
    """Time: the order parks, visibly, and goes on by itself."""
    PERSON = "person"
    """Someone mends it and presses resume, or cancels."""


class DeskError(Exception):
    """Something went wrong in the order desk."""

    retryable: ClassVar[bool] = False
    """True when the machine may try the same again by itself."""
    remedy: ClassVar[Remedy] = Remedy.PERSON
    """Who or what helps when trying again did not."""
    what_now: ClassVar[str] = "Try again; if it happens again, tell support the order code."
    """The sentence a person reads (English; cards translate by class name)."""

    def __init__(self, message: str = "", *, retry_after: timedelta | None = None) -> None:
        """Take the class's own sentence when no better one is given."""
        super().__init__(message or (type(self).__doc__ or "").strip().splitlines()[0])
        self.retry_after = retry_after


class OrderFault(DeskError):
    """The order itself cannot go on like this."""

    what_now = "Correct the file and send it again."


class MachineFault(DeskError):
    """A machine did not do its part."""

    retryable = True
    what_now = "Nothing: the desk tries again by itself."


class CallerFault(DeskError):
    """The desk asked for something it must not ask for."""

    what_now = "Tell support the order code."


class NotAllowed(DeskError):
    """This person may not do this."""

    what_now = "Ask someone who has the right role."


class SettingsError(DeskError):
    """The settings cannot be used."""

    what_now = "Change the named setting and start again."


# --- files -------------------------------------------------------------------------------------


class FileFault(OrderFault):
    """This file cannot become an order."""

    remedy = Remedy.NEW_FILE


class UnreadableFile(FileFault):
    """The file is damaged or empty."""

    what_now = "Open it, save it again as .xlsx, and send it again."


class UnsupportedFormat(FileFault):
    """This kind of file cannot be read."""

    what_now = "Save the order as .xlsx or .csv and send it again."


class FileTooLarge(FileFault):
    """The file is larger than the desk reads."""

    what_now = "Send only the order's sheet, or split the order."


class TooManyLines(FileFault):
    """The file has more lines than the desk reads."""

    what_now = "Split the order and send the parts."


class ProtectedWorkbook(FileFault):
    """The workbook is encrypted."""

    what_now = "Save it without a password and send it again."


class UnsafeFile(FileFault):
    """The file is built in a way the desk does not open."""

    what_now = "Copy the order's cells into a new workbook and send that."


class LinkExpired(FileFault):
    """The download link is no longer valid."""

    what_now = "Send the file again."


class LinkRefused(FileFault):
    """The file's address is not one the desk downloads from."""

    what_now = "Send the file as an attachment in Teams."


class FileHostUnavailable(MachineFault):
    """The file host did not answer."""

    remedy = Remedy.NEW_FILE
    what_now = "Send the file again in a few minutes."


# --- books -------------------------------------------------------------------------------------


class BooksUnavailable(MachineFault):
    """Zoho Books does not answer."""

    remedy = Remedy.WAIT

    what_now = "Nothing: the order waits and goes on by itself."


class CatalogueUnavailable(BooksUnavailable):
    """The list of customers and items cannot be read, and no copy is young enough."""


class BooksThrottled(BooksUnavailable):
    """Zoho Books asks the desk to slow down."""


class BooksQuotaSpent(BooksUnavailable):
    """The day's calls to Zoho Books are used up."""

    what_now = "Nothing: the order goes on tomorrow, when the quota is new."


class BooksRejected(OrderFault):
    """Zoho Books refused the order."""

    what_now = "Correct what it names, then press resume."


class BooksAccessDenied(CallerFault):
    """Zoho Books does not let the desk in."""

    remedy = Remedy.WAIT
    """A refused token may be weather; where it is not, one person renews it for all orders at once."""
    what_now = (
        "Nothing: support must renew the desk's access to Zoho Books; then the order goes on."
    )


class OrderUnsettled(OrderFault):
    """The order has a customer, a line or a price that is not settled."""

    what_now = "Answer what is open on the card, then press resume."


class RecordGone(OrderFault):
    """A record the order points to is no longer in Zoho Books."""

    what_now = "Choose another one."


class OutcomeUnknown(MachineFault):
    """Whether the draft was created is not known yet."""

    remedy = Remedy.WAIT

    what_now = "Nothing: the desk looks it up before it does anything else."


class DraftMismatch(OrderFault):
    """The draft in Zoho Books differs from the approved order."""

    what_now = "Compare the draft with the order, then resume or cancel."


class DraftTouched(OrderFault):
    """A person has changed the draft in Zoho Books."""

    what_now = "Settle it in Zoho Books; the desk leaves that draft alone."


class EarlierDraftTouched(OrderFault):
    """The draft that this order was to change is no longer as the desk wrote it; nothing was written."""

    what_now = (
        "Put it back as it was and press resume, or cancel this order and send the file again."
    )


# --- chat, store, keys -------------------------------------------------------------------------


class ChatUnavailable(MachineFault):
    """Teams does not take messages right now."""


class SubscriberUnavailable(MachineFault):
    """A subscriber of events does not answer right now."""


class DeliveryUnknown(ChatUnavailable):
    """Whether Teams took the message is not known; sending it again may show it twice."""


class ChatAccessDenied(CallerFault):
    """Teams does not let the desk in."""

    what_now = "Support must check the bot's registration and secret."


class ConversationGone(OrderFault):
    """The conversation does not take messages from the desk any more."""

    what_now = "Install the bot again, or reassign the order."


class MessageGone(OrderFault):
    """The message to update is no longer there."""


class MessageTooLarge(CallerFault):
    """The card is larger than Teams takes."""


class DeskClosed(MachineFault):
    """The desk cannot take this right now."""

    what_now = "Nothing was lost: try again in a minute."


class StoreUnavailable(MachineFault):
    """The database or the file store does not answer."""


class RecordMissing(CallerFault):
    """The store holds no such record."""


class StaleWrite(MachineFault):
    """Somebody else changed the record first."""


class KeyUnknown(CallerFault):
    """No key can open this payload."""


class PayloadDamaged(CallerFault):
    """This payload was changed after it was sealed, or inflates beyond all measure."""


class AnchorsDisagree(CallerFault):
    """The audit anchors disagree with each other or with the log."""

    what_now = "Keep every copy as it is, run ./desk audit verify and find out who changed one."


def by_name(name: str) -> type[DeskError]:
    """The class of this name, or `DeskError` itself for a name that is not in the tree."""
    return _all_errors().get(name, DeskError)


def _all_errors() -> dict[str, type[DeskError]]:
    found: dict[str, type[DeskError]] = {}
    queue: list[type[DeskError]] = [DeskError]
    while queue:
        one = queue.pop()
        found[one.__name__] = one
        queue.extend(one.__subclasses__())
    return found
