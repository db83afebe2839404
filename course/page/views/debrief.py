"""What is looked at together once a conversation is over. Words before figures."""

from itertools import groupby

from course import scenarios
from course.charts.mood import STEPS, MoodStory
from course.exercises import Item
from course.exercises.dialogue import keyed
from course.page.views.base import View, figure
from course.page.views.gauge import gauge
from course.page.views.story import steps_taken, story
from course.scenarios import Debrief, Handling, Road, Survey, Transcript
from course.scenarios.conversation.reasons import first_name


def told(item: Item, transcript: Transcript) -> MoodStory:
    """The mood of a conversation, ready to draw."""
    back = scenarios.debrief(keyed(item.exercise, item.key), transcript)
    return story(first_name(item.exercise.scenario), transcript, back)


def debrief(item: Item, transcript: Transcript, typed: dict[str, str]) -> View | None:
    """Everything for the page; None where the key is not here and the instructor marks."""
    if item.key is None:
        return None
    name = first_name(item.exercise.scenario)
    back = scenarios.debrief(keyed(item.exercise, item.key), transcript)
    line = story(name, transcript, back)
    return {
        "finding": line.finding,
        "table": [
            {"turn": one.turn, "line": one.text, "then": one.then, "mood": gauge(one.settled)}
            for one in line.rows
        ],
        "steps": _steps(back),
        "survey": _survey(back.survey, name),
        "roads": [_road(one, typed) for one in sorted(back.roads, key=lambda road: road.turn)],
        "handling": _handling(back.handling),
        "best": _is_best(item, back),
    }


def _is_best(item: Item, back: Debrief) -> bool:
    return any(one.best and one.title == back.ending for one in item.exercise.scenario.endings)


def _steps(back: Debrief) -> list[View]:
    """The steps of the chain, those of one line together; why each missing one is missing."""
    reasons = {one.id: one.reason for one in back.handling.criteria}
    made: list[View] = []
    for turn, group in groupby(steps_taken(back), key=lambda one: one.turn):
        steps = list(group)
        if turn is None:
            made += [
                {
                    "name": STEPS[one.step].capitalize(),
                    "found": False,
                    "line": "",
                    "why": reasons[one.step],
                }
                for one in steps
            ]
        else:
            names = [STEPS[one.step] for one in steps]
            made.append({"name": _listed(names), "found": True, "line": steps[0].line, "why": ""})
    return made


def _listed(names: list[str]) -> str:
    """Names as one phrase.

    >>> _listed(["listened", "acknowledged", "took it on"])
    'Listened, acknowledged and took it on'
    """
    most, last = ", ".join(names[:-1]), names[-1]
    return f"{most} and {last}".capitalize() if most else last.capitalize()


def _road(road: Road, typed: dict[str, str]) -> View:
    """Your line, what the customer heard, a better line, why; what it would have changed."""
    note = road.note
    better = note.better if note else ""
    return {
        "turn": road.turn,
        "line": road.line,
        "typed": typed.get(road.choice, ""),
        "heard": note.heard if note else "",
        "better": better or road.better_line,
        "why": note.why if note and better else "",
        "change": road.change,
    }


def _handling(handling: Handling) -> View:
    return {
        "mark": figure(handling.mark),
        "fatal": list(handling.fatal),
        "parts": [
            {
                "title": one.title,
                "score": f"{figure(one.earned)} of {figure(one.total)}",
                "why": one.reason,
            }
            for one in handling.criteria
        ],
    }


def _survey(survey: Survey, name: str) -> View:
    """The customer's answers, question by question, and why they came out so."""
    made: View = {
        "answered": survey.answered,
        "comment": survey.comment,
        "why": list(survey.reasons),
        "facts": [],
        "none": "" if survey.answered else f"{name} did not answer. Many people do not.",
    }
    if survey.answered:
        believed = "Yes" if survey.resolved else "No"
        if survey.resolved != survey.resolved_in_fact:
            believed += ", though it was" if survey.resolved_in_fact else ", though it was not"
        made["facts"] = [
            {"ask": "How satisfied were you?", "said": f"{survey.satisfaction} of 5"},
            {"ask": "Was it made easy for you?", "said": f"{survey.effort} of 7"},
            {"ask": "Would you recommend us?", "said": f"{survey.recommend} of 10"},
            {"ask": "Was it resolved?", "said": believed},
        ]
    return made
