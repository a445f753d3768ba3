"""One handler per thing a person can ask."""

import pytest

from bot.router import RouteMistake, Router
from bot.turn import Action, Attachment, ErrorAnswer, Nothing, TextAnswer, TurnKind

FILE = Attachment(name="po.xlsx", content_type="application/vnd.microsoft.teams.file.download.info")


@pytest.fixture
def router():
    """A router whose handlers say their own name and the argument they got."""
    router = Router()

    def speaker(name):
        async def handler(turn, desk):
            return TextAnswer(f"{name}:{turn.argument}:{desk}")

        return handler

    router.command("status", words=("status", "وضعیت"))(speaker("status"))
    router.command("orders", words=("my orders", "سفارش‌های من"))(speaker("orders"))
    router.command("mine", words=("my",))(speaker("mine"))
    router.command("cancel", words=("cancel", "لغو"))(speaker("cancel"))
    router.command("forget", words=("forget",), exact=True)(speaker("forget"))
    router.verb("approve")(speaker("approve"))
    router.upload(speaker("upload"))
    router.installed(speaker("installed"))
    router.fallback(speaker("fallback"))
    return router


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("status", "status:"),
        ("  STATUS ", "status:"),
        ("/status", "status:"),
        ("Status?", "status:"),
        ("status K7Q4MP", "status:K7Q4MP"),
        ("cancel k7q4mp", "cancel:K7Q4MP"),
        ("cancel: «k7q4mp».", "cancel:K7Q4MP"),
        ("cancel #K7Q4MP", "cancel:K7Q4MP"),
        ("my   orders", "orders:"),
        ("MyOrders", "orders:"),
        ("my order list", "mine:ORDER LIST"),
        ("سفارش های من", "orders:"),
        ("سفارشهای من", "orders:"),
        ("سفارش‌هاي من", "orders:"),
        ("وضعيت ۷K۲", "status:7K2"),
        ("statsu", "status:"),
        ("satus k7q4mp", "status:K7Q4MP"),
        ("cancell K7Q4MP", "cancel:K7Q4MP"),
        ("وضعت", "status:"),
        ("statu of my last order", "fallback:"),
        ("forgt K7Q4MP", "fallback:"),
        ("what is this?", "fallback:"),
        ("", "fallback:"),
        ("statusreport", "fallback:"),
    ],
)
async def test_commands_are_heard_however_they_are_typed(router, make_turn, typed, answer):
    assert await router.dispatch(make_turn(typed), "desk") == TextAnswer(f"{answer}:desk")


async def test_a_click_goes_to_its_verb(router, make_turn):
    answer = await router.dispatch(make_turn(verb="approve"), "desk")
    assert answer == TextAnswer("approve::desk")


async def test_an_unknown_verb_is_answered(router, make_turn):
    answer = await router.dispatch(make_turn(verb="explode"), "desk")
    assert isinstance(answer, ErrorAnswer)
    assert (answer.code, answer.status) == ("UnknownVerb", 400)
    assert answer.message


async def test_an_unknown_verb_of_a_fallback_submit_is_answered_in_words(router, make_turn):
    submit = Action("explode", "K7Q4MP", 1, in_place=False)
    answer = await router.dispatch(make_turn(verb="explode", action=submit, invoke=""), "desk")
    assert isinstance(answer, TextAnswer)


async def test_a_file_goes_to_upload_whatever_the_text_says(router, make_turn):
    answer = await router.dispatch(make_turn("status", attachments=(FILE,)), "desk")
    assert answer == TextAnswer("upload::desk")


async def test_the_html_twin_of_a_text_is_no_upload(router, make_turn):
    html = Attachment(content_type="text/html")
    answer = await router.dispatch(make_turn("status", attachments=(html,)), "desk")
    assert answer == TextAnswer("status::desk")


async def test_installation_goes_to_its_handler_and_removal_to_none(router, make_turn):
    installed = await router.dispatch(make_turn(kind=TurnKind.INSTALLED), "desk")
    assert installed == TextAnswer("installed::desk")
    assert await router.dispatch(make_turn(kind=TurnKind.REMOVED), "desk") == Nothing()
    assert await router.dispatch(make_turn(kind=TurnKind.OTHER), "desk") == Nothing()


async def test_an_invoke_nobody_hears_is_answered_all_the_same(router, make_turn):
    turn = make_turn(kind=TurnKind.OTHER, invoke="task/fetch")
    assert isinstance(await router.dispatch(turn, "desk"), TextAnswer)


async def test_a_handler_that_returns_no_answer_is_a_mistake(make_turn):
    router = Router()

    @router.verb("approve")
    async def approve(_turn, _desk):
        return {"statusCode": 200}

    with pytest.raises(RouteMistake, match="no answer"):
        await router.dispatch(make_turn(verb="approve"), None)


async def test_an_empty_router_stays_silent(make_turn):
    assert await Router().dispatch(make_turn("hello"), None) == Nothing()


def test_registering_returns_the_function_untouched():
    router = Router()

    async def handler(_turn, _desk):
        return Nothing()

    assert router.command("help", words=("help",))(handler) is handler
    assert router.verb("approve")(handler) is handler
    assert router.upload(handler) is handler


def test_mistakes_are_refused_at_registration():
    router = Router()

    async def handler(_turn, _desk):
        return Nothing()

    router.command("status", words=("status",))(handler)
    router.verb("approve")(handler)
    router.upload(handler)
    for mistake in (
        lambda: router.command("other", words=("STATUS",)),
        lambda: router.command("status", words=("state",)),
        lambda: router.command("none", words=()),
        lambda: router.command("dots", words=("...",)),
        lambda: router.verb("approve"),
        lambda: router.verb(""),
        lambda: router.upload(handler),
        lambda: router.verb("late")(lambda _turn, _desk: Nothing()),
    ):
        with pytest.raises(RouteMistake):
            mistake()
