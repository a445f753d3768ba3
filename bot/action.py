"""A click's payload, read strictly: verb, order, revision, known inputs."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic import ValidationError as PydanticError

from bot.turn import Action, InputValue

MAX_INPUTS = 1_000
MAX_TEXT = 2_000
"""Longest text of one input, in characters; a comment is the longest there is."""
MAX_ALL = 48_000
"""Longest all inputs together."""
_MAX_WHOLE = 10**15
_INPUT = re.compile(r"(comment|to|(fix|pick|price|amend)/[A-Za-z0-9_.:-]{1,80})")

_Verb = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_.]{0,39}$")]


class NotAnAction(ValueError):
    """The click carries what none of the desk's cards sends."""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, hide_input_in_errors=True)


class _Data(_Strict):
    order: str = Field("", max_length=40)
    revision: int = Field(0, ge=0, le=1_000_000, strict=True)


class _Execute(_Strict):
    type: Literal["Action.Execute"] = "Action.Execute"
    verb: _Verb
    data: dict[str, Any] = Field(default_factory=dict)


class _Invoke(_Strict):
    action: _Execute
    trigger: Literal["automatic", "manual"] = "manual"


def read_action(value: object) -> Action:
    """The click behind an `adaptiveCard/action` invoke. Raises `NotAnAction`."""
    try:
        invoke = _Invoke.model_validate(value)
    except PydanticError as error:
        raise _refusal(error) from None
    return _action(invoke.action.verb, invoke.action.data, automatic=invoke.trigger == "automatic")


def read_submit(value: object) -> Action:
    """The click behind a fallback `Action.Submit`: a message whose value holds verb and data.

    Raises:
        NotAnAction: it is none of ours.
    """
    if not isinstance(value, Mapping):
        raise NotAnAction("value is no object")
    rest = {key: one for key, one in value.items() if key not in ("verb", "msteams")}
    try:
        execute = _Execute.model_validate({"verb": value.get("verb"), "data": rest})
    except PydanticError as error:
        raise _refusal(error) from None
    return _action(execute.verb, execute.data, in_place=False)


def _action(
    verb: str, data: Mapping[str, Any], *, automatic: bool = False, in_place: bool = True
) -> Action:
    try:
        known = _Data.model_validate(data)
    except PydanticError as error:
        raise _refusal(error) from None
    return Action(
        verb=verb,
        order=known.order.strip().upper(),
        revision=known.revision,
        inputs=_inputs(data),
        automatic=automatic,
        in_place=in_place,
    )


def _inputs(data: Mapping[str, Any]) -> dict[str, InputValue]:
    inputs = {key: value for key, value in data.items() if key not in _Data.model_fields}
    if len(inputs) > MAX_INPUTS:
        raise NotAnAction("too many inputs")
    found = {key: _value(key, value) for key, value in inputs.items() if value is not None}
    if sum(len(str(value)) for value in found.values()) > MAX_ALL:
        raise NotAnAction("the inputs are too long")
    return found


def _value(key: str, value: object) -> InputValue:
    if _INPUT.fullmatch(key) is None:
        raise NotAnAction("an input is not one of ours")
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int) and abs(value) < _MAX_WHOLE:
        return value
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, str) and len(value) <= MAX_TEXT:
        return value
    raise NotAnAction("an input holds what no input sends")


def _refusal(error: PydanticError) -> NotAnAction:
    first = error.errors(include_input=False)[0]
    return NotAnAction(".".join(str(part) for part in first["loc"]) or "value")
