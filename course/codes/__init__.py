"""The codes of the lint: what each means, how grave it is, and the one rule that finds it."""

from course.codes.code import Code, Severity
from course.codes.listed import CODES, code_of
from course.codes.rule import Rule, gathered, rule

__all__ = ["CODES", "Code", "Rule", "Severity", "code_of", "gathered", "rule"]
