"""Texts in a file that give orders to a reader; nobody obeys them."""

import re

from orders.panel import Question
from orders.values import fold

_MARKS = re.compile(
    r"<\||\|>|\[/?inst\]|</?\w+>|'''|\}\s*[\]}]|[{\[]\s*\"|\b(?:system|assistant|user)\s*[:>]|"
    r"\bim_(?:start|end)\b|##+ ",
    re.IGNORECASE,
)
"""What prompts are built of, and cells of orders are not."""
_WORDS = """
ignore ignoring disregard forget override overrule pretend obey instruction instructions prompt prompts
jailbreak developer unrestricted chatgpt gpt claude gemini llm ai assistant chatbot reveal
ignoriere ignorieren vergiss anweisung anweisungen befolge ignorez ignorer oubliez consignes
ignora ignorar ignore olvida instrucciones instruções esqueça ignorare dimentica istruzioni
игнорируй игнорировать забудь инструкция инструкции yoksay talimat talimatlar unut
نادیده دستور دستورها دستورهای دستورالعمل فراموش تجاهل انس التعليمات تعليمات
"""
_ORDERS = frozenset(fold(word) for word in _WORDS.split())
_UNSPACED = ("忽略", "无视", "無視", "指令", "指示", "提示词", "무시", "지시")
"""The same in scripts that set no spaces between words."""


_PROSE = 8
"""So many words in a row say something; names of goods and headers have fewer."""
_UNSPACED_PROSE = 24


def steers(question: Question) -> bool:
    """Whether a header or a sample reads as if it spoke to the members of the committee.

    Whole sentences count too, whatever they say: an order can be given in any words.

    What members with keys settle then is confirmed by a person, whatever they answered.
    """
    return any(
        _speaks(text) for column in question.columns for text in (column.header, *column.samples)
    )


def _speaks(text: str) -> bool:
    if _MARKS.search(text) or any(part in text for part in _UNSPACED):
        return True
    words = [word for word in re.findall(r"\w+", fold(text)) if word.isalpha()]
    longest = max(map(len, words), default=0)
    return len(words) >= _PROSE or longest >= _UNSPACED_PROSE or not _ORDERS.isdisjoint(words)
