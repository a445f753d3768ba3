"""Invoices: listed by customer and status, and only with a scope of their own."""


async def test_overdue_invoices_of_a_customer_are_listed(zoho):
    contacts = (await zoho.ask("GET", "/contacts"))[1]["contacts"]
    one, other = [row["contact_id"] for row in contacts if row["contact_type"] == "customer"][:2]
    rows = [
        {"customer_id": one, "status": "overdue", "balance": 12.5},
        {"customer_id": one, "status": "sent", "balance": 7},
        {"customer_id": other, "status": "overdue", "balance": 3},
    ]
    await zoho.fake("POST", "seed", {"invoices": rows})
    _, asked = await zoho.ask("GET", f"/invoices?customer_id={one}&status=overdue")
    assert [(row["customer_id"], row["balance"]) for row in asked["invoices"]] == [(one, 12.5)]
    _, every = await zoho.ask("GET", "/invoices")
    assert len(every["invoices"]) == 3
