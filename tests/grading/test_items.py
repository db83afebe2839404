"""Item analysis over a made cohort in which one exercise does not work."""

from course.exercises import Part, Scored
from course.grading import ExerciseMarks, TraineeMarks, items


def marks(name: str, share: float, kind: str = "choice") -> ExerciseMarks:
    part = Part(id="x", label=f"Chose {share:g}", earned=share, total=1.0, reason="Because.")
    result = Scored(earned=share, total=1.0, parts=(part,))
    return ExerciseMarks(
        id=name, lesson="first", kind=kind, title=name, prompt="?", points=1, state="scored",
        attempts=1, first=share, best=1.0, first_result=result, result=result,
    )  # fmt: skip


def trainee(number: int, shares: dict[str, float]) -> TraineeMarks:
    done = tuple(marks(name, share) for name, share in shares.items())
    return TraineeMarks(trainee=f"t{number}", name="", files=(), exercises=done)


def a_cohort(size: int) -> list[TraineeMarks]:
    return [
        trainee(
            n,
            {
                "tells": float(n >= size / 2),
                "also-tells": n / size,
                "upside-down": 0.5 * (1 - n / size),
                "too-easy": 1.0,
                "too-hard": 0.0,
            },
        )
        for n in range(size)
    ]


def test_exercises_that_do_not_work_are_named() -> None:
    found = {one.id: one for one in items(a_cohort(20))}
    assert (found["tells"].discrimination or 0) > 0.5
    assert (found["upside-down"].discrimination or 0) < 0
    assert "no better here" in found["upside-down"].remarks[0]
    assert "too easy" in found["too-easy"].remarks[0]
    assert "Check the key" in found["too-hard"].remarks[0]
    assert found["tells"].remarks == ()
    assert found["too-easy"].discrimination is None


def test_the_commonest_slip_is_counted_on_first_tries() -> None:
    found = {one.id: one for one in items(a_cohort(20))}
    assert (found["tells"].slip, found["tells"].slips) == ("Chose 0", 10)
    assert (found["too-easy"].slip, found["too-easy"].slips) == ("", 0)
    assert (found["tells"].n, found["tells"].first, found["tells"].best) == (20, 0.5, 1.0)


def test_little_is_said_about_few() -> None:
    for one in items(a_cohort(9)):
        assert one.remarks == ()
        assert one.discrimination is None
    assert items([]) == []
