"""What came of one fault: what was told, counted against what is there."""

from collections import Counter
from pathlib import Path

from tests.faults.worker import found

Said = tuple[str, str]


class Row:
    """What came of one fault."""

    def __init__(self, fault: str) -> None:
        self.fault, self.tried = fault, 0
        self.kept = self.lost = self.saved = self.wrong = 0
        self.refused: Counter[str] = Counter()
        self.unanswered: Counter[bool] = Counter()
        self.notes: list[str] = []

    def count(self, folder: Path, said: list[Said]) -> None:
        """Compares what was told with what is there, once each."""
        there = found(folder)
        for how, what in said:
            match how:
                case "refused":
                    self.refused[what] += 1
                case "asked" if what:
                    # Nobody was told anything, so it may be there or not, and never twice.
                    self.unanswered[bool(there[what])] += 1
                    self.wrong += there[what] > 1
                case "saved":
                    self.saved += 1
                    self.lost += there[what] != 1
                    self.wrong += there[what] != 1
                case "kept":
                    self.kept += 1
                    self.lost += there[what] != 1

    def __str__(self) -> str:
        told = [what for what, _ in self.refused.most_common(1)] + self.notes
        if self.unanswered:
            there, not_there = self.unanswered[True], self.unanswered[False]
            told.append(f"unanswered at the kill: {there} there, {not_there} not")
        counts = (self.tried, self.kept + self.saved, self.lost, self.saved, self.wrong)
        cells = "".join(f"{one:>9,}" for one in counts)
        return f"{self.fault:<22}{cells}{self.refused.total():>9,}  {'; '.join(told)}"


HEAD = f"{'fault':<22}" + "".join(
    f"{one:>9}" for one in ("tried", "acknow.", "lost", "saved", "wrongly", "refused")
)
