"""What the workflows of outbound events ask and hear."""

from workflows.messages import Message


class Collect(Message):
    """Look for events to send, for so long before answering that there are none."""

    seconds: float = 25.0


class Delivery(Message):
    """One event for one subscriber."""

    subscription: str
    event_id: str


class Due(Message):
    """Deliveries that nobody has taken up yet."""

    deliveries: tuple[Delivery, ...] = ()


class Sent(Message):
    """How a delivery ended: `delivered`, `dead` or `gone`."""

    state: str
