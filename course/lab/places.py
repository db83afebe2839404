"""Where everything of one run lives: all of it under ``FOLDER/.course``, none of it elsewhere."""

from dataclasses import dataclass
from pathlib import Path

from course import serving


@dataclass(frozen=True)
class Places:
    """The paths of one trainee's folder, worked out once.

    >>> Places(Path("mine")).answers.as_posix()
    'mine/.course/answers'
    """

    folder: Path

    @property
    def hidden(self) -> Path:
        """What the course keeps for itself; Jupyter shows no hidden folders."""
        return self.folder / serving.MARK

    @property
    def answers(self) -> Path:
        """Where the trainee's answers are kept."""
        return self.hidden / "answers"

    @property
    def run(self) -> Path:
        """Settings, extension, logs: everything JupyterLab needs for this folder alone."""
        return self.hidden / "lab"

    @property
    def shipped(self) -> Path:
        """The record of which notebooks were put here, and how they read then."""
        return self.run / "shipped.json"

    @property
    def pages(self) -> Path:
        """The lessons of this folder in their order, with what is on them, and its other pages."""
        return self.folder / serving.PAGES

    @property
    def runtime(self) -> Path:
        """Where a running server says that it is running."""
        return self.run / "runtime"

    @property
    def log(self) -> Path:
        """What the server had to say, for whoever has to find a fault."""
        return self.run / "server.log"

    @property
    def workspaces(self) -> Path:
        """Where the course view remembers the last lesson."""
        return self.run / "workspaces"
