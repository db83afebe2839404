"""What the notebooks cost beside kernels that only import.

Run it by hand: ``python -m tests.benchmarks.notebook_suite``. nbval runs all lessons, and as many
notebooks of one cell, which imports what the lesson of that name had imported when it was through.
Both in turns in one run, least of three; what kernels take is counted. Prints both, in seconds of
CPU, and the ratio.
"""

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import v4

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


def bare(into: Path) -> Path:
    """A folder of notebooks that only import."""
    for path in notebooks_folder().glob("*.ipynb"):
        cell = v4.new_code_cell(imports_of(path), execution_count=1)
        notebook = v4.new_notebook(cells=[cell])
        nbformat.write(notebook, into / path.name)
    return into


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
    """Prints what both take, and the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        floor = bare(Path(folder))
        rounds = [(seconds(notebooks_folder()), seconds(floor)) for _ in range(ROUNDS)]
    lessons, bare_ones = (min(both) for both in zip(*rounds, strict=True))
    print(f"notebooks: {lessons:.1f} s of CPU; kernels that only import: {bare_ones:.1f} s")
    print(f"ratio: {lessons / bare_ones:.2f}")


if __name__ == "__main__":
    main()
