"""The picture of a mood: what it marks, and that its words say the same."""

from course import scenarios
from course.charts.mood import dips, draw, path
from course.charts.two_roads import draw_two
from course.page.views.debrief import told
from tests.page.samples import BROKEN_MUG


def story(*choices):
    return told(BROKEN_MUG, scenarios.play(BROKEN_MUG.exercise.scenario, choices))


def test_the_line_runs_from_the_arrival_to_the_end():
    one = story("own-it", "new-mug")
    assert path(one)[0] == (0, one.start)
    assert path(one)[-1][1] == one.rows[-1].settled


def test_a_mood_that_only_rises_has_no_lowest_point_to_mark():
    one = story("own-it", "new-mug")
    assert not dips(one)
    assert "rose from the first line on" in one.finding


def test_the_words_name_the_lowest_line():
    one = story("ask-courier")
    assert one.lowest == 1
    assert "the lowest point" in one.finding


def test_each_ground_and_width_is_its_own_picture():
    one = story("own-it", "new-mug")
    made = {draw(one, dark=dark, narrow=narrow) for dark in (0, 1) for narrow in (0, 1)}
    assert len(made) == 4
    assert draw(one) == draw(one)


def test_two_roads_are_one_picture_and_each_of_them_changes_it():
    first, now = story("sorry-only", "form"), story("own-it", "new-mug")
    made = {
        draw_two(one, other, dark=dark, narrow=narrow)
        for one, other in ((first, now), (now, first), (first, first))
        for dark in (False, True)
        for narrow in (False, True)
    }
    assert len(made) == 12
    assert draw_two(first, now) == draw_two(first, now)
