"""Which steps of a conversation count, where several sessions may speak in it at once. No locks.

A day on the desk is kept the same way: what is said here of speaking holds for what is done in it.

Whoever wants to speak writes a `Floor` first, naming the last step they know of, and looks. They
speak under it only if no floor is greater than theirs and no step has come that they did not know.
Then they look again: the step is called saved only if every greater floor that is there by now was
taken with the step known. Somebody who keeps the floor need not take it again. When steps are read,
those under the greatest floor that was spoken under count, and before them those that it knew of.

What is called saved counts for ever after, whoever is killed or held up at whatever moment. Let a
step under floor F be called saved, and G be a greater floor that was spoken under.

- If G was there when the step was called saved, it knew of the step.
- If not, G was written after the step was. Whoever took G looked after that, saw the step, and
  spoke only if they had known of it: it counted then, by the same reasons for the floors between.

So every greater floor knows of the step, and a smaller one decides nothing. A step that was not
called saved may count or not; nobody waits for somebody who was killed. It is what E. Gafni and
L. Lamport do in 'Disk Paxos' (2003), with floors for ballots.

One line for each step could not do it. Two sessions that have read the same write a step each. One
had looked before the other wrote, and was told that its step is saved; the other is killed before
it takes its own back. The files are the same whichever of the two it was.
"""

from collections.abc import Collection, Iterable, Sequence

from course.answers.record import Act, Entry, Floor, Step, Turn, Way, chain, encode


def name(record: Entry) -> str:
    """The hash by which other lines name the line of a record."""
    return chain(encode(record))


def greatness(floor: Floor) -> tuple[int, str, str]:
    """Of two floors the greater is the one that was taken later, or one of two at once."""
    return floor.n, floor.at, floor.by


def holds(mine: Floor | None, floors: Iterable[Floor], steps: Sequence[Step]) -> bool:
    """Whether somebody may speak after these steps under the floor that they have taken.

    Args:
        mine: The floor that they took last.
        floors: All that have been taken in this conversation.
        steps: Those that count.
    """
    if mine is None or max(floors, key=greatness) != mine:
        return False
    last = steps[-1] if steps else None
    return mine.after == (name(last) if last else "") or (
        last is not None and last.floor == name(mine)
    )


def is_safe(step: Step, mine: Floor, floors: Iterable[Floor], steps: Sequence[Step]) -> bool:
    """Whether a step that was written counts from now on, whatever anybody writes.

    Args:
        step: What was said.
        mine: The floor that it was said under.
        floors: All that have been taken in this conversation.
        steps: Those that count, read after the step was written.
    """
    if step not in steps:
        return False
    known = {name(one) for one in steps[steps.index(step) :]}
    least = greatness(mine)
    return all(one.after in known for one in floors if greatness(one) > least)


def left_out(records: Iterable[Entry], void: Collection[str]) -> set[str]:
    """The names of lines that do not count.

    Args:
        records: All of them, in their order.
        void: Names of lines that were taken back. One that somebody has answered counts all the
            same: they saw it before it was taken back.
    """
    floors: dict[tuple[str, Way], dict[str, Floor]] = {}
    said: dict[str, list[str]] = {}
    for record in records:
        if isinstance(record, Floor):
            floors.setdefault((record.exercise, record.way), {})[name(record)] = record
        elif isinstance(record, Turn | Act) and record.floor:
            said.setdefault(record.floor, []).append(name(record))
    out, answered = set(void), set[str]()
    for taken in floors.values():
        steps = {floor: said.get(floor, []) for floor in taken}
        counting, known = _counting(taken, steps)
        out |= {one for several in steps.values() for one in several} - counting
        answered |= known
    return out - answered


def _counting(taken: dict[str, Floor], said: dict[str, list[str]]) -> tuple[set[str], set[str]]:
    """The steps of one conversation that count, and those that somebody has answered."""
    there = {one for steps in said.values() for one in steps}
    counting, answered = set[str](), set[str]()
    last: str | None = None
    for floor in sorted(taken, key=lambda one: greatness(taken[one]), reverse=True):
        steps = said[floor]
        if last is not None:
            steps = steps[: steps.index(last) + 1] if last in steps else []
        if not steps:
            continue
        counting.update(steps)
        after = taken[floor].after
        answered.add(after)
        # A step that is not there any more, or was said under no floor, tells nothing of others.
        last = after if not after or after in there else None
    return counting, answered
