"""Paging and filtering rules that every list shares."""


async def test_without_per_page_a_page_has_ten_rows(zoho):
    row = await zoho.get("/items")
    assert len(row["items"]) == 10
    assert row["page_context"]["per_page"] == 10


async def test_a_page_has_at_most_two_hundred_rows(zoho):
    assert len((await zoho.get("/items", per_page=500))["items"]) == 200


async def test_nonsense_paging_falls_back(zoho):
    context = (await zoho.get("/items", page="x", per_page="-1"))["page_context"]
    assert (context["page"], context["per_page"]) == (1, 10)
    context = (await zoho.get("/items", page="0", per_page="0"))["page_context"]
    assert (context["page"], context["per_page"]) == (1, 1)


async def test_the_page_context_says_what_was_done(zoho):
    context = (await zoho.get("/items", sort_column="rate", sort_order="D"))["page_context"]
    assert context == {
        "page": 1,
        "per_page": 10,
        "has_more_page": True,
        "report_name": "Items",
        "applied_filter": "Status.All",
        "sort_column": "rate",
        "sort_order": "D",
    }


async def test_an_empty_filter_filters_nothing(zoho):
    assert len((await zoho.get("/items", name="", per_page=200))["items"]) == 200


async def test_pages_together_show_every_row_once(zoho):
    ids = []
    for page in (1, 2, 3):
        rows = (await zoho.get("/items", page=page, per_page=200))["items"]
        ids += [row["item_id"] for row in rows]
    assert len(ids) == len(set(ids)) == 500
