"""The order workflow as later builds might have it: some may be deployed, most must not."""

from datetime import timedelta

from temporalio import workflow

with workflow.unsafe.imports_passed_through():
    from orders.approval import Ladder
    from workflows import ports
    from workflows.journey import Journey
    from workflows.order import OrderWorkflow
    from workflows.outbound import DeliveryWorkflow, OutboundWorkflow
    from workflows.posting import Delivery, Due
    from workflows.renewal import SyncCatalogue, Synced
    from workflows.state import OrderInput
    from workflows.steps import STEPS
    from workflows.upkeep import CatalogueWorkflow


class _Mutant(OrderWorkflow):
    """Does `before` ahead of every step."""

    async def _step(self) -> None:
        await type(self).before(self._state.step, self._journey)
        await super()._step()


def mutant(name, before, ladder=None):
    """A class that Temporal takes for a new build of our workflow; the sandbox finds it by name."""

    def begin(self, start: OrderInput) -> None:
        OrderWorkflow.__init__(self, start)
        if ladder:
            self._journey.start = start.model_copy(update={"ladder": ladder})

    async def run(self, start: OrderInput) -> str:
        return await OrderWorkflow.run(self, start)

    begin.__name__, begin.__qualname__ = "__init__", f"{name}.__init__"
    run.__qualname__ = f"{name}.run"
    body = {
        "__module__": __name__,
        "__init__": workflow.init(begin),
        "run": workflow.run(run),
        "before": staticmethod(before),
    }
    made = workflow.defn(name="OrderWorkflow")(type(name, (_Mutant,), body))
    globals()[name] = made
    return made


def asks_once_more(step):
    """One activity more ahead of one step: the plainest change that must not be deployed."""

    async def before(at: str, journey: Journey) -> None:
        if at == step:
            await journey.call(ports.finish_audit, journey.ref)

    return mutant(f"AsksOnceMore_{step}", before)


async def _nothing(at: str, journey: Journey) -> None: ...


async def _patched(at: str, journey: Journey) -> None:
    if at == "review" and workflow.patched("freeze-twice"):
        await journey.call(ports.freeze_order, journey.ref)


async def _checks_first(at: str, journey: Journey) -> None:
    if at == "committee":
        await journey.call(ports.check_order, journey.ref)


async def _waits_first(at: str, _journey: Journey) -> None:
    if at == "approval":
        await workflow.sleep(1)


Unchanged = mutant("Unchanged", _nothing)
OtherTimes = mutant("OtherTimes", _nothing, Ladder(30, 60, 200))
EarlierTimes = mutant("EarlierTimes", _nothing, Ladder(1, 2, 3))
Patched = mutant("Patched", _patched)
ChecksFirst = mutant("ChecksFirst", _checks_first)
WaitsFirst = mutant("WaitsFirst", _waits_first)
MORE = {step: asks_once_more(step) for step in STEPS}


@workflow.defn(name="CatalogueWorkflow")
class RenewsLater(CatalogueWorkflow):
    """Waits before the renewal."""

    @workflow.run
    async def run(self, sync: SyncCatalogue) -> Synced:
        await workflow.sleep(1)
        return await super().run(sync)


@workflow.defn(name="OutboundWorkflow")
class TakesFirst(OutboundWorkflow):
    """Notes deliveries as taken before they are handed out."""

    @workflow.run
    async def run(self) -> None:
        await workflow.execute_activity(
            ports.take_deliveries, Due(), start_to_close_timeout=timedelta(seconds=5)
        )
        await super().run()


@workflow.defn(name="DeliveryWorkflow")
class BuriesFirst(DeliveryWorkflow):
    """Keeps a dead letter before anything was tried."""

    @workflow.run
    async def run(self, delivery: Delivery) -> str:
        await workflow.execute_activity(
            ports.bury_delivery, delivery, start_to_close_timeout=timedelta(seconds=5)
        )
        return await super().run(delivery)
