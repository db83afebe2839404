"""What a trainee can do and what slips, over first tries, with the first mistake of each."""

from collections.abc import Callable

from course.grading import cohort, outlook
from course.grading.abilities import Outlook
from course.lessons import Course
from course.progress import slips
from tests.trainees import BEST, REPLY, Trainee

Enrol = Callable[[str], Trainee]


def seen(course: Course, trainee: Trainee) -> Outlook:
    [one] = cohort(course, [trainee.hands_in()]).trainees
    found = {item.id: item for item in course.items()}
    return outlook(one.exercises, found, course.objectives)


def test_what_was_always_right_is_said_and_nothing_slips(course: Course, enrol: Enrol) -> None:
    made = seen(course, enrol("Asha").answers(BEST))
    assert {one.objective for one in made.can} == {"ONE-1", "ONE-2"}
    assert made.slips == ()


def test_the_weakest_slips_with_its_first_mistake(course: Course, enrol: Enrol) -> None:
    trainee = enrol("Asha").answers({**BEST, "how-many": 55.6})
    made = seen(course, trainee)
    [slip] = made.slips
    assert slip.ability.objective == "ONE-2"
    assert slip.example is not None
    assert slip.example.part.reason == "You counted passives as promoters."
    assert made.practise[0].id == "how-many"


def test_a_later_right_try_mends_no_first_one_and_is_practised_after_what_is_wrong(
    course: Course, enrol: Enrol
) -> None:
    trainee = enrol("Asha").answers({"how-many": 55.6, "pick-one": ["refund"]})
    trainee.answers({"how-many": 22.2})
    made = seen(course, trainee)
    assert {one.ability.objective for one in made.slips} == {"ONE-1", "ONE-2"}
    assert made.practise[0].id == "pick-one"


def test_it_agrees_with_what_the_trainee_reads_on_their_own_page(
    course: Course, enrol: Enrol
) -> None:
    trainee = enrol("Asha").answers(
        {**BEST, "pick-one": ["sorry"], "in-order": ["ask", "heard", "offer", "check"]}
    )
    theirs = [(one.ability.objective, str(one.ability.tries)) for one in slips(trainee.session)]
    made = seen(course, trainee).slips
    assert [(one.ability.objective, str(one.ability.tries)) for one in made] == theirs


def test_where_a_person_has_yet_to_read_nothing_slips_and_there_is_something_to_begin_with(
    course: Course, enrol: Enrol
) -> None:
    made = seen(course, enrol("Ben").answers({"in-your-words": REPLY}))
    assert (made.can, made.slips) == ((), ())
    assert len(made.practise) == 3
