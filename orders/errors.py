"""One error tree: the docstring is the message, the class says what now."""

from datetime import timedelta
from typing import ClassVar


class DeskError(Exception):
    """Something went wrong in the order desk."""

    retryable: ClassVar[bool] = False
    """True when the machine may try the same again by itself."""
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


class UnreadableFile(OrderFault):
    """The file is damaged or empty."""

    what_now = "Open it, save it again as .xlsx, and send it again."


class UnsupportedFormat(OrderFault):
    """This kind of file cannot be read."""

    what_now = "Save the order as .xlsx or .csv and send it again."


class FileTooLarge(OrderFault):
    """The file is larger than the desk reads."""

    what_now = "Send only the order's sheet, or split the order."


class TooManyLines(OrderFault):
    """The file has more lines than the desk reads."""

    what_now = "Split the order and send the parts."


class ProtectedWorkbook(OrderFault):
    """The workbook is encrypted."""

    what_now = "Save it without a password and send it again."


class UnsafeFile(OrderFault):
    """The file is built in a way the desk does not open."""

    what_now = "Copy the order's cells into a new workbook and send that."


class LinkExpired(OrderFault):
    """The download link is no longer valid."""

    what_now = "Send the file again."


class LinkRefused(OrderFault):
    """The file's address is not one the desk downloads from."""

    what_now = "Send the file as an attachment in Teams."


class FileHostUnavailable(MachineFault):
    """The file host did not answer."""


# --- books -------------------------------------------------------------------------------------


class BooksUnavailable(MachineFault):
    """Zoho Books does not answer."""

    what_now = "Nothing: the order waits and goes on by itself."


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

    what_now = "Support must renew the desk's access to Zoho Books, then press resume."


class RecordGone(OrderFault):
    """A record the order points to is no longer in Zoho Books."""

    what_now = "Choose another one."


class OutcomeUnknown(MachineFault):
    """Whether the draft was created is not known yet."""

    what_now = "Nothing: the desk looks it up before it does anything else."


class DraftMismatch(OrderFault):
    """The draft in Zoho Books differs from the approved order."""

    what_now = "Compare the draft with the order, then resume or cancel."


class DraftTouched(OrderFault):
    """A person has changed the draft in Zoho Books."""

    what_now = "Settle it in Zoho Books; the desk leaves that draft alone."


# --- chat, store, keys -------------------------------------------------------------------------


class ChatUnavailable(MachineFault):
    """Teams does not take messages right now."""


class ConversationGone(OrderFault):
    """The conversation does not take messages from the desk any more."""

    what_now = "Install the bot again, or reassign the order."


class MessageGone(OrderFault):
    """The message to update is no longer there."""


class MessageTooLarge(CallerFault):
    """The card is larger than Teams takes."""


class StoreUnavailable(MachineFault):
    """The database or the file store does not answer."""


class RecordMissing(CallerFault):
    """The store holds no such record."""


class StaleWrite(MachineFault):
    """Somebody else changed the record first."""


class KeyUnknown(CallerFault):
    """No key can open this payload."""
