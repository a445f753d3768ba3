"""Routes of the organization: list, currencies, taxes, custom fields."""

from infra.devservers.books.call import Call, Route
from infra.devservers.books.sieve import page
from infra.devservers.books.wire import Answer, invalid, missing, success

READ = "ZohoBooks.settings.READ"


def list_organizations(call: Call) -> Answer:
    """Answer ``GET /organizations``: everything this identity may see."""
    return success({"organizations": [ledger.organization for ledger in call.ledgers.values()]})


def get_organization(call: Call) -> Answer:
    """Answer ``GET /organizations/{id}``.

    Raises:
        Refusal: code 1002 when this identity does not see it.
    """
    ledger = call.ledgers.get(call.ids["id"])
    if ledger is None:
        raise missing("Organization")
    return success({"organization": ledger.organization})


def list_currencies(call: Call) -> Answer:
    """Answer ``GET /settings/currencies``."""
    return page(call, "currencies", call.ledger.currencies, ("currency_code",))


def list_taxes(call: Call) -> Answer:
    """Answer ``GET /settings/taxes``."""
    return page(call, "taxes", call.ledger.taxes, ("tax_name",))


def list_fields(call: Call) -> Answer:
    """Answer ``GET /settings/preferences/customfields?entity=salesorder``.

    Zoho does not document this route; several public clients use it and read ``customfields``
    with customfield_id, label, placeholder, data_type. That ``is_unique`` stands there is a
    guess, so a check must be ready for its absence: a PUT with the unique headers, without
    X-Upsert and with a value nobody has, tells a unique field (1002) from none (2).
    """
    if not call.query.get("entity"):
        invalid("entity", 4)
    rows = [row for row in call.ledger.fields if row["entity"] == call.query["entity"]]
    return success({"customfields": rows})


ROUTES = (
    Route("GET", "/organizations", READ, list_organizations, needs_organization=False),
    Route("GET", "/organizations/{id}", READ, get_organization),
    Route("GET", "/settings/currencies", READ, list_currencies),
    Route("GET", "/settings/taxes", READ, list_taxes),
    Route("GET", "/settings/preferences/customfields", READ, list_fields),
)
