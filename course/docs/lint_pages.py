"""The pages about the codes of the lint, one each and an index.

``python -m course.docs.lint_pages`` writes them afresh.
"""

from pathlib import Path
from textwrap import dedent

from course.codes import CODES, Code
from course.docs.examples import Example, example

FOLDER = Path(__file__).parent / "lint"
GRAVE = {
    "error": "An **error**: it stops a release.",
    "warning": "A **warning**: the author weighs it, and it may stay.",
}
SECTIONS = (
    ("CC001", "Files and how they hang together"),
    ("CC040", "Options, words and reading ease"),
    ("CC060", "House rules and rights"),
    ("CC070", "The trade that the lessons live in"),
    ("CC101", "Scenarios: ids"),
    ("CC110", "Scenarios: what is said and written"),
    ("CC130", "Scenarios: lines that give themselves away"),
    ("CC140", "Scenarios: the whole walk"),
    ("CC150", "Scenarios: plans and play"),
)
"""Where each part of the index begins."""


def pages() -> dict[str, str]:
    """Every page by the name of its file."""
    made = {f"{code}.md": page(CODES[code], example(code)) for code in CODES}
    return {"README.md": index(), **made}


def page(code: Code, shown: Example) -> str:
    """The page of one code."""
    return "\n".join(
        (
            f"# {code.code}: {code.title}",
            "",
            GRAVE[code.severity],
            "",
            code.why,
            "",
            f"**To mend it:** {code.mend[:1].lower()}{code.mend[1:]}",
            "",
            *_besides(shown),
            "## Wrong",
            "",
            *_side(shown.file, shown.bad),
            "",
            "## Right",
            "",
            *_side(shown.file, shown.side("good")),
            "",
            "[All codes](README.md)",
            "",
        )
    )


def index() -> str:
    """The list of all codes."""
    lines = [
        "# What `course lint` finds",
        "",
        "A code keeps its meaning for ever. An error stops a release; a warning is for the author",
        "to weigh. Each code has a page with an example of wrong and right.",
    ]
    sections = dict(SECTIONS)
    heading = ""
    for name, code in CODES.items():
        first = max(begin for begin in sections if begin <= name)
        if sections[first] != heading:
            heading = sections[first]
            lines += ["", f"## {heading}", "", "| code | what is wrong | |", "|---|---|---|"]
        lines.append(f"| [{name}]({name}.md) | {code.title} | {code.severity} |")
    return "\n".join([*lines, ""])


def write(folder: Path = FOLDER) -> None:
    """Writes every page, and takes away those of codes that are no more."""
    made = pages()
    for path in folder.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def _besides(shown: Example) -> list[str]:
    """What else of the same files both examples change."""
    listed: list[str] = []
    for one in shown.besides:
        if one.passage:
            listed += ["Wrong and right alike:", "", *_side(one.file, one.text), ""]
    return listed


def _side(file: str, text: str | None) -> list[str]:
    if text is None:
        return [f"Without `{file}`."]
    language = "markdown" if file.endswith(".md") else "yaml"
    snippet = dedent(text).rstrip("\n")
    return [f"In `{file}`:", "", f"```{language}", snippet, "```"]


if __name__ == "__main__":
    write()
