"""The house plan in CONTRIBUTING.md is the house."""

from tests.docs.plan import PAGE, drawn, plan
from tests.house import rooms


def test_the_plan_is_up_to_date() -> None:
    """Where this fails, run `python -m tests.docs.plan`."""
    text = PAGE.read_text(encoding="utf-8")
    assert text == drawn(text)


def test_the_plan_has_every_room_and_its_arrows() -> None:
    rows = {line.split("`")[1]: line for line in plan().splitlines() if line.startswith("| `")}
    assert list(rows) == list(rooms())
    assert rows["metrics"].endswith("| nothing |")
    assert "lessons" in rows["answers"].split("|")[3]
    assert all(len(row.split("|")[2].strip()) > 10 for row in rows.values())
