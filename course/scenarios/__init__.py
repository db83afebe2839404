"""The simulated customer: definition, state, play, survey, exploration."""

from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.definition import Scenario
from course.scenarios.engine import ChoiceError, choices, start, step
from course.scenarios.handling import Criterion, Handling, handling
from course.scenarios.house_rules import HouseRuleError, HouseRules, apply_rules
from course.scenarios.mood import MOODS, mood_word
from course.scenarios.play import play
from course.scenarios.small import SMALL, SMALL_RULES
from course.scenarios.state import State
from course.scenarios.survey import Survey, survey
from course.scenarios.transcript import Effect, Option, Prompt, Transcript, Turn

__all__ = [
    "DEFAULT",
    "MOODS",
    "SMALL",
    "SMALL_RULES",
    "ChoiceError",
    "Coefficients",
    "Criterion",
    "Effect",
    "Handling",
    "HouseRuleError",
    "HouseRules",
    "Option",
    "Prompt",
    "Scenario",
    "State",
    "Survey",
    "Transcript",
    "Turn",
    "apply_rules",
    "choices",
    "handling",
    "mood_word",
    "play",
    "start",
    "step",
    "survey",
]
