"""The program that prints every two lines that can follow each other: it leaves none out."""

from random import Random

import pytest

from course.scenarios import play
from course.scenarios.exploration.pairs import entered, printed
from tests.scenarios.loading import own_names, scenario


@pytest.mark.parametrize("name", own_names())
def test_every_pair_of_any_conversation_is_there(name: str) -> None:
    case = scenario(name)
    listed = {(one.way.line, following) for one in entered(case) for following in (*one.after, "")}
    for seed in range(40):
        dice, said = Random(seed), list[str]()
        while prompt := play(case, said).prompt:
            said.append(dice.choice(prompt.options).id)
        assert set(zip(["", *said], [*said, ""], strict=True)) <= listed


def test_a_way_in_is_printed_with_all_that_is_said_around_it() -> None:
    told = "\n".join(printed(scenario("broken-mug")))
    before, line = "‘I have a mug here in two pieces.", "[own-it]"
    answer = "“Saturday. It's Dad's seventieth.” … “So what can you do?”"
    at = told.index(answer)
    assert told.rindex(before, 0, at) < told.rindex(line, 0, at)
    assert told[at:].split("\n")[1].strip() == "then: new-mug, form"
