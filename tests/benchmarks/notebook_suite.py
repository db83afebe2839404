"""What the notebooks cost beside kernels that only import.

Run it by hand: ``python -m tests.benchmarks.notebook_suite [ROUNDS]``. nbval runs all lessons; as
many notebooks of one cell, which imports what the lesson of that name had imported when it was
through; and the same with as many cells as the lesson has, each of which shows a number. All three
in turns in one run, the least of the rounds; what kernels take is counted. Prints seconds of CPU
and the ratios to both floors: a cell costs Jupyter and nbval something, whatever stands in it.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode, v4

from course.lessons import notebooks_folder

ROOT = Path(__file__).parents[2]
ROUNDS = 3
LOADED = (
    "import json, sys; print(json.dumps(sorted(name for name, module in sys.modules.items()"
    " if getattr(module, '__spec__', None))))"
)


def imports_of(notebook: Path) -> str:
    """A cell that imports what a notebook has imported by its end, shown as it is in a kernel."""
    run = nbformat.read(notebook, as_version=4)
    run.cells.append(v4.new_code_cell(LOADED))
    where = {"metadata": {"path": str(notebook.parent)}}
    quiet = ["--IPKernelApp.log_level=40"]
    NotebookClient(run, resources=where, extra_arguments=quiet).execute()
    names = json.loads(run.cells[-1].outputs[0].text)
    # A module that another one brings with it may not be importable by its name alone.
    return (
        "import contextlib, importlib\n"
        f"for name in {names}:\n"
        "    with contextlib.suppress(Exception):\n"
        "        importlib.import_module(name)"
    )


def bare(into: Path, *, cells: bool) -> Path:
    """A folder of notebooks that only import; with cells, each has as many as its lesson."""
    into.mkdir()
    for path in notebooks_folder().glob("*.ipynb"):
        lesson = nbformat.read(path, as_version=4)
        shows = sum(one.cell_type == "code" for one in lesson.cells) - 1 if cells else 0
        made = [v4.new_code_cell(imports_of(path), execution_count=1), *map(_shows, range(shows))]
        nbformat.write(v4.new_notebook(cells=made), into / path.name)
    return into


def _shows(number: int) -> NotebookNode:
    shown = v4.new_output("execute_result", {"text/plain": str(number)}, execution_count=number + 2)
    cell: NotebookNode = v4.new_code_cell(str(number), execution_count=number + 2, outputs=[shown])
    return cell


def seconds(folder: Path) -> float:
    """CPU that nbval and its kernels take for the notebooks of a folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    files = sorted(map(str, folder.glob("*.ipynb")))
    quiet = ["-m", "pytest", "-q", "-p", "no:xdist", "-p", "no:cacheprovider"]
    subprocess.run(
        [
            sys.executable, *quiet, "-c", "/dev/null", "--rootdir", str(folder),
            "--nbval", "--nbval-current-env", *files,
        ],
        cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Prints what all three take, and the ratios."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    with tempfile.TemporaryDirectory() as folder:
        imports = bare(Path(folder) / "imports", cells=False)
        cells = bare(Path(folder) / "cells", cells=True)
        took = [
            [seconds(one) for one in (notebooks_folder(), imports, cells)] for _ in range(rounds)
        ]
    lessons, only_import, with_cells = (min(each) for each in zip(*took, strict=True))
    print(f"notebooks: {lessons:.1f} s of CPU")
    for name, floor in (("only import", only_import), ("have as many cells", with_cells)):
        print(f"kernels that {name}: {floor:.1f} s, ratio {lessons / floor:.2f}")


if __name__ == "__main__":
    main()
