"""The converter the desk connects with: sealed values, sealed failures."""

from decimal import Decimal

import pytest
from temporalio.api.common.v1 import Payload
from temporalio.api.failure.v1 import Failure
from temporalio.converter import (
    ActivitySerializationContext,
    NexusSerializationContext,
    WorkflowSerializationContext,
)
from temporalio.exceptions import ApplicationError

from orders.case import FileFacts, PriceCheck
from orders.errors import PayloadDamaged
from runtime.codec import data_converter, new_key, parse_keyring, payload_codec

KEY = new_key()
RING = parse_keyring(KEY)
SECRET = "Karimi Trading"


def in_workflow(workflow_id: str):
    return WorkflowSerializationContext(namespace="default", workflow_id=workflow_id)


def in_activity(workflow_id: str | None):
    return ActivitySerializationContext(
        namespace="default",
        activity_id="1",
        activity_type="check_order",
        activity_task_queue="q",
        workflow_id=workflow_id,
        workflow_type="OrderWorkflow",
        is_local=False,
    )


async def test_values_are_sealed_and_come_back_typed():
    converter = data_converter(RING)
    facts = FileFacts(f"{SECRET}.xlsx", "ab" * 32, 10, "xlsx")
    price = PriceCheck("L001", Decimal("9.90"), None, Decimal("9.90"))
    payloads = await converter.encode([facts, price])
    assert all(payload.metadata["encoding"] == b"binary/encrypted" for payload in payloads)
    assert SECRET.encode() not in b"".join(one.SerializeToString() for one in payloads)
    assert await converter.decode(payloads, [FileFacts, PriceCheck]) == [facts, price]


async def test_long_values_are_packed_before_they_are_sealed():
    (payload,) = await data_converter(RING).encode(["a" * 20_000])
    assert len(payload.data) < 1_000


async def test_failures_hide_message_trace_and_details():
    converter = data_converter(RING)
    failure = Failure()
    with pytest.raises(ApplicationError) as caught:
        raise ApplicationError(f"cannot read {SECRET}", SECRET)
    await converter.encode_failure(caught.value, failure)
    assert SECRET.encode() not in failure.SerializeToString()
    assert b"test_codec" not in failure.SerializeToString()
    told = await converter.decode_failure(failure)
    assert str(told) == f"cannot read {SECRET}"


async def test_plain_payloads_written_before_the_codec_are_read():
    plain = Payload(metadata={"encoding": b"json/plain"}, data=b'"early"')
    assert await payload_codec(RING).decode([plain]) == [plain]


async def test_workflow_and_its_activities_open_each_others_payloads():
    codec = payload_codec(RING)
    (sealed,) = await codec.with_context(in_workflow("order-1")).encode([Payload(data=b"x")])
    assert await codec.with_context(in_activity("order-1")).decode([sealed]) == [Payload(data=b"x")]


async def test_b077_a_payload_of_one_workflow_does_not_open_in_another():
    codec = payload_codec(RING)
    (sealed,) = await codec.with_context(in_workflow("order-1")).encode([Payload(data=b"x")])
    with pytest.raises(PayloadDamaged):
        await codec.with_context(in_workflow("order-2")).decode([sealed])


@pytest.mark.parametrize(
    "context",
    [in_activity(None), NexusSerializationContext(endpoint="e", service="s", operation="o")],
    ids=["standalone activity", "nexus"],
)
async def test_where_the_sdk_names_no_workflow_nothing_is_bound(context):
    codec = payload_codec(RING)
    (sealed,) = await codec.with_context(context).encode([Payload(data=b"x")])
    assert "desk-home" not in sealed.metadata
    assert await codec.decode([sealed]) == [Payload(data=b"x")]
