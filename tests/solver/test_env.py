"""Names on ways that part and meet again."""

from __future__ import annotations

import pytest

from migrate_ext.solver.env import Env
from migrate_ext.solver.values import External, Values, one

A, B = one(External("a")), one(External("b"))


@pytest.fixture
def env() -> Env:
    bound = Env()
    bound["x"] = A
    bound["x.field"] = A
    return bound


def after(env: Env, name: str, values: Values) -> dict[str, Values | None]:
    start = env.mark()
    env[name] = values
    return env.back(start)


def test_a_way_that_is_taken_back_leaves_no_trace(env: Env) -> None:
    before = dict(env)
    start = env.mark()
    env["x"] = B
    env["y"] = B
    env.forget_attributes("x")
    assert env.back(start) == {"x": B, "y": B, "x.field": None}
    assert env == before


def test_a_name_may_hold_what_either_way_binds(env: Env) -> None:
    env.join(after(env, "x", B), after(env, "y", B))
    assert env["x"] == A | B
    assert env["y"] == B


def test_a_single_way_is_gone_on_with(env: Env) -> None:
    env.join(after(env, "x", B))
    assert env["x"] == B


@pytest.mark.parametrize(("values", "kept"), [(A, True), (B, False)])
def test_an_attribute_is_known_only_where_all_ways_agree(env: Env, values: Values, kept: bool) -> None:  # noqa: FBT001
    env.join({}, after(env, "x.field", values))
    assert ("x.field" in env) is kept


def test_an_attribute_is_forgotten_even_after_a_way_that_forgot_it_was_taken_back(env: Env) -> None:
    start = env.mark()
    env.forget_attributes("x")
    env.back(start)
    env.forget_attributes("x")
    assert "x.field" not in env


def test_marks_nest(env: Env) -> None:
    outer = env.mark()
    env["x"] = B
    inner = env.mark()
    env["y"] = B
    assert env.back(inner) == {"y": B}
    assert env.back(outer) == {"x": B}
