"""Real modules become the one that a widget carries: each keeps its scope, runs once, in order."""

import pytest

from course.page import modules
from course.page.source import module
from course.page.views.kinds import KINDS


def forget():
    """Nothing is known of any file any more."""
    for one in vars(modules).values():
        if hasattr(one, "cache_clear"):
            one.cache_clear()


@pytest.fixture
def written(monkeypatch):
    """Joins files that are given as text."""

    def bundle(**texts):
        forget()
        named = {f"page/static/{name}.js": text for name, text in texts.items()}
        monkeypatch.setattr(modules, "asset", named.__getitem__)
        return modules.bundle("page/static/main.js")

    yield bundle
    monkeypatch.undo()
    forget()


def run(page, text):
    """What a joined module gives by default, as a browser runs it."""
    return page.evaluate(
        "async (text) => (await import(URL.createObjectURL("
        "new Blob([text], { type: 'text/javascript' })))).default",
        text,
    )


@pytest.mark.browser
def test_names_that_two_files_share_do_not_meet(written, stage):
    joined = written(
        one="const secret = 1;\nexport function get() { return secret; }\n",
        two="const secret = 2;\nexport const get = () => secret;\n",
        main='import { get as a } from "./one.js";\nimport { get } from "./two.js";\n'
        "const secret = 3;\nexport default [a(), get(), secret];\n",
    )
    assert run(stage().page, joined) == [1, 2, 3]


@pytest.mark.browser
def test_a_file_that_several_import_runs_once_and_before_them(written, stage):
    joined = written(
        counter="let n = 0;\nexport function next() { n += 1; return n; }\n",
        left='import { next } from "./counter.js";\nexport const left = next();\n',
        right='import {\n  next,\n} from "./counter.js";\nexport const right = next();\n',
        both='export { left } from "./left.js";\nexport { right as second } from "./right.js";\n',
        main='import { left, second } from "./both.js";\nexport default [left, second];\n',
    )
    assert joined.count("let n = 0") == 1
    assert run(stage().page, joined) == [1, 2]


@pytest.mark.browser
def test_a_file_runs_once_on_a_page_until_it_or_what_it_imports_changes(written, stage):
    page = stage().page
    page.evaluate("window.ran = []")

    def main(n, deep):
        return written(
            deep=f"export const deep = {deep};\n",
            one='import { deep } from "./deep.js";\nwindow.ran.push(deep);\n'
            "export const x = deep;\n",
            main=f'import {{ x }} from "./one.js";\nexport default [{n}, x];\n',
        )

    assert run(page, main(1, deep=7)) == [1, 7]
    assert run(page, main(2, deep=7)) == [2, 7]
    assert page.evaluate("window.ran") == [7]
    assert run(page, main(3, deep=8)) == [3, 8]
    assert page.evaluate("window.ran") == [7, 8]


@pytest.mark.browser
def test_a_file_without_line_breaks_is_understood(written, stage):
    joined = written(
        small="const a=1;class B{}export{a as one,B as Two};\n//# sourceMappingURL=small.js.map",
        main='import{one as x}from"./small.js";import{Two}from"./small.js";export default x;',
    )
    assert run(stage().page, joined) == 1


def test_files_that_import_each_other_are_refused(written):
    with pytest.raises(ValueError, match=r"imports itself: .*main\.js -> .*one\.js -> .*main\.js"):
        written(main='import { x } from "./one.js";', one='import { y } from "./main.js";')


@pytest.mark.parametrize(
    "line",
    ['import * as all from "./other.js";', 'import "./other.js";', "export default 1;",
     "export let x = 1;", 'export * from "./other.js";'],
)  # fmt: skip
def test_what_cannot_be_joined_is_refused(written, line):
    with pytest.raises(ValueError, match="only named imports and exports can be joined"):
        written(main='import { x } from "./one.js";', one=f"{line}\n", other="")


@pytest.mark.parametrize("kind", [*KINDS, "crossword"])
def test_every_kind_has_a_page(kind):
    made = module(kind)
    assert made.count("export default { render:") == 1
    assert made.count("litHtmlVersions??=") == 1
