"""The simulated customer: definition, state, play, survey, exploration."""

from course.scenarios.coefficients import DEFAULT, Coefficients
from course.scenarios.conversation.engine import ChoiceError, choices, start, step
from course.scenarios.conversation.mood import MOODS, mood_word
from course.scenarios.conversation.play import play
from course.scenarios.conversation.puzzled import puzzled
from course.scenarios.conversation.state import State
from course.scenarios.conversation.trail import reached
from course.scenarios.conversation.transcript import Effect, Offered, Prompt, Transcript, Turn
from course.scenarios.debrief import (
    Debrief,
    LineSaid,
    Marked,
    MoodPoint,
    Road,
    StepTaken,
    debrief,
)
from course.scenarios.definition import Scenario
from course.scenarios.diagnosis.diagnose import diagnose
from course.scenarios.diagnosis.diagnostic import Diagnostic
from course.scenarios.exploration.explore import EndingFound, Exploration, Lost, explore
from course.scenarios.exploration.policies import PolicyResult, policies
from course.scenarios.exploration.properties import Report, Violation, check_properties, variations
from course.scenarios.handling.mark import Criterion, Handled, Handling, handled, handling
from course.scenarios.house_rules import HouseRuleError, HouseRules, apply_rules
from course.scenarios.small import SMALL, SMALL_RULES
from course.scenarios.survey.answers import Survey, survey

__all__ = [
    "DEFAULT",
    "MOODS",
    "SMALL",
    "SMALL_RULES",
    "ChoiceError",
    "Coefficients",
    "Criterion",
    "Debrief",
    "Diagnostic",
    "Effect",
    "EndingFound",
    "Exploration",
    "Handled",
    "Handling",
    "HouseRuleError",
    "HouseRules",
    "LineSaid",
    "Lost",
    "Marked",
    "MoodPoint",
    "Offered",
    "PolicyResult",
    "Prompt",
    "Report",
    "Road",
    "Scenario",
    "State",
    "StepTaken",
    "Survey",
    "Transcript",
    "Turn",
    "Violation",
    "apply_rules",
    "check_properties",
    "choices",
    "debrief",
    "diagnose",
    "explore",
    "handled",
    "handling",
    "mood_word",
    "play",
    "policies",
    "puzzled",
    "reached",
    "start",
    "step",
    "survey",
    "variations",
]
