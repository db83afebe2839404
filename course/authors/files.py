"""Writing files of content: never over what is there, and never half of one."""

from pathlib import Path


def write_new(files: dict[Path, str]) -> None:
    """Writes files that are not there yet; where one cannot be written, none is left.

    Raises:
        OSError: where one is there already, or cannot be written.
    """
    made: list[Path] = []
    try:
        for path, text in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise


def replace(path: Path, text: str) -> None:
    """Puts another text in a file in one step, so that no half of one is ever there."""
    other = path.with_name(f"{path.name}.new")
    other.write_text(text, encoding="utf-8", newline="\n")
    other.replace(path)
