"""The vendors' shapes: requests, answers, errors."""

import json
from collections.abc import Mapping
from typing import Any

Body = Mapping[str, Any]


def read_text(content: object) -> str:
    """The text of a message's content, a string or a list of parts."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "\n".join(str(one.get("text", "")) for one in content if isinstance(one, dict))
    return ""


def chat_prompt(body: Body) -> str:
    """Everything a chat completions (or messages) request says."""
    system = read_text(body.get("system", ""))
    said = [read_text(message.get("content")) for message in body.get("messages", [])]
    return "\n".join([system, *said])


def gemini_prompt(body: Body) -> str:
    """Everything a generateContent request says."""
    contents = [body.get("systemInstruction") or {}, *body.get("contents", [])]
    return "\n".join(read_text(one.get("parts")) for one in contents)


def chat_answer(model: str, text: str, *, refused: bool) -> dict[str, Any]:
    """A chat completion, as OpenAI, Azure and those like them write it."""
    said = {"role": "assistant", "content": None if refused else text}
    return {
        "id": "chatcmpl-stand-in",
        "object": "chat.completion",
        "created": 1_764_000_000,
        "model": model,
        "choices": [
            {
                "index": 0,
                "message": {**said, "refusal": "I cannot help with that." if refused else None},
                "finish_reason": "content_filter" if refused else "stop",
                "logprobs": None,
            }
        ],
        "usage": {"prompt_tokens": 900, "completion_tokens": 120, "total_tokens": 1020},
    }


def anthropic_answer(model: str, text: str, *, refused: bool) -> dict[str, Any]:
    """A message of Anthropic's API."""
    return {
        "id": "msg_stand_in",
        "type": "message",
        "role": "assistant",
        "model": model,
        "content": [] if refused else [{"type": "text", "text": text}],
        "stop_reason": "refusal" if refused else "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": 900, "output_tokens": 120},
    }


def gemini_answer(model: str, text: str, *, refused: bool) -> dict[str, Any]:
    """A generateContent answer of Gemini's API."""
    candidate: dict[str, Any] = {"finishReason": "SAFETY" if refused else "STOP", "index": 0}
    if not refused:
        candidate["content"] = {"role": "model", "parts": [{"text": text}]}
    counts = {"promptTokenCount": 900, "candidatesTokenCount": 120, "totalTokenCount": 1020}
    return {"candidates": [candidate], "usageMetadata": counts, "modelVersion": model}


def openai_error(status: int, message: str) -> dict[str, Any]:
    """An error of OpenAI's API."""
    kind = "rate_limit_exceeded" if status == 429 else "server_error"  # noqa: PLR2004 - HTTP's own
    return {"error": {"message": message, "type": kind, "param": None, "code": kind}}


def anthropic_error(status: int, message: str) -> dict[str, Any]:
    """An error of Anthropic's API."""
    kind = "rate_limit_error" if status == 429 else "api_error"  # noqa: PLR2004 - HTTP's own
    return {"type": "error", "error": {"type": kind, "message": message}}


def gemini_error(status: int, message: str) -> dict[str, Any]:
    """An error of Gemini's API."""
    kind = "RESOURCE_EXHAUSTED" if status == 429 else "INTERNAL"  # noqa: PLR2004 - HTTP's own
    return {"error": {"code": status, "message": message, "status": kind}}


def dump(body: Body) -> str:
    """A body as JSON."""
    return json.dumps(body, ensure_ascii=False)
