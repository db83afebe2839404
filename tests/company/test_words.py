"""What people wrote reads as people write, and fits what the records say."""

from __future__ import annotations

import re
from typing import Any

from course.company.settings import baseline, parsed

from .finding import Tables

SLOTS = {"product", "order", "ordered", "promised", "name", "agent"}


def every_line(node: Any) -> list[str]:
    if isinstance(node, str):
        return [node]
    if isinstance(node, dict) and "say" in node:
        return [node["say"], *node.get("answer", ())]
    children = node.values() if isinstance(node, dict) else node
    return [line for child in children for line in every_line(child)]


def test_lines_are_short_and_plain():
    lines = every_line(parsed("words.yaml")) + every_line(parsed("reviews.yaml"))
    assert len(lines) > 250
    assert len(set(lines)) == len(lines)
    for line in lines:
        assert "!" not in line, line
        assert len(line.split()) < 40, line
        assert set(re.findall(r"{(\w+)}", line)) <= SLOTS, line


def test_conditions_name_what_there_is():
    kinds = {product.kind for product in baseline().products}

    def check(node: Any) -> None:
        if isinstance(node, dict):
            if "say" in node:
                assert set(node) <= {"say", "for", "about", "age", "answer"}, node
                assert set(node.get("for", ())) <= kinds, node
                assert set(node.get("about", ())) <= set(baseline().topics), node
                assert set(node.get("age", ())) <= set(baseline().ages), node
            for child in node.values():
                check(child)
        elif isinstance(node, list):
            for child in node:
                check(child)

    check(parsed("words.yaml"))
    check(parsed("reviews.yaml"))


def test_messages_are_filled_and_not_too_long(table: Tables):
    texts = table("messages").text
    assert not texts.str.contains(r"[{}]").any()
    assert not texts.str.contains("  ").any()
    assert max(len(text.split()) for text in texts) < 60
    assert texts.nunique() > 1500


def test_people_are_many():
    names = parsed("people.yaml")
    for part in ("first", "family"):
        assert len(names[part]) == len(set(names[part])) > 100
