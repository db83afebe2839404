"""Who did best elsewhere: the trainees beside whom a line that was picked is looked at."""

from course.grading.items.answered import Answered, Taken
from course.grading.items.first_tries import ENOUGH


class Strength:
    """How well each trainee did on first tries, all in all.

    Args:
        answered: What the cohort answered.
    """

    def __init__(self, answered: Answered) -> None:
        self._sums = [0.0] * answered.trainees
        self._counts = [0] * answered.trainees
        for taken in answered.taken:
            for at, value in enumerate(taken.first):
                if value == value:
                    self._sums[at] += value
                    self._counts[at] += 1

    def best(self, taken: Taken) -> frozenset[int]:
        """The best third of those who answered an exercise, by what they did elsewhere.

        Its own mark does not count, or whoever picked a wrong line would not be among them. Nobody
        where fewer than ten answered.
        """
        means = []
        for at, said in enumerate(taken.said):
            value = taken.first[at]
            known = value == value
            others = self._counts[at] - known
            if said and others:
                means.append(((self._sums[at] - (value if known else 0.0)) / others, -at))
        if len(means) < ENOUGH:
            return frozenset()
        return frozenset(-at for _, at in sorted(means, reverse=True)[: len(means) // 3])
