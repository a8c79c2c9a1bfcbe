"""The mix of initiatives that meets goals most surely, or has the best net result, within a budget."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from simcase import __version__
from simcase.compare.mixes import Mix, explore
from simcase.compare.selection import Ranked, allocate, rank
from simcase.engine import Progress, staying
from simcase.errors import Issue, UserError
from simcase.model import Model
from simcase.study.contest import Contest
from simcase.study.identity import resolved
from simcase.study.inner_band import parts_moving
from simcase.study.menu import menu
from simcase.study.request import Request
from simcase.study.results import ChoiceRow, MixRow, PortfolioResult, Setting
from simcase.study.solve import goal_of
from simcase.vocabulary import Floats
from simcase.words import said

FIRST: Final = 40
"""Replications that every mix is given."""
MOST: Final = 640
"""Replications that a mix is given at the most, unless a number is asked for."""
LEAST: Final = 8
"""Replications that tell a spread at all, where two share a draw."""
STEP: Final = 400
"""Replications that are spent at a time where they tell most."""
SHARED: Final = 10
"""Times the most that are spent so on all mixes together."""
SURE: Final = 0.95
"""The probability of being the best that is enough."""
ALIKE: Final = 0.01
"""Probabilities of goals that differ by no more are as good as each other: a percentage point."""
ROUNDING: Final = 0.5
"""Kroner beyond a budget that are none: sums of shares have their last digits from the processor."""
NEXT: Final = 5
"""The next best mixes that get as many replications as the best."""
GAIN: Final = 0.1
"""How much better a dearer mix of the frontier is at the least, as a share of what the whole frontier gains."""


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What is asked: initiatives to choose from, as they are written; goals, none for the net result; kroner a year at the most."""

    choose: tuple[str, ...]
    goals: tuple[str, ...] = ()
    budget: float | None = None


def portfolio(request: Request, asked: Portfolio, progress: Progress) -> PortfolioResult:
    """Return the best mix of initiatives beside a request's scenario, how surely it is the best of those tried, and the others.

    Every mix plays the same luck and draws. Each is given some replications; further ones go where they tell most which is best, until
    that is sure or as many are spent as may be. Raises UserError, before anything is run, for what the user can mend.
    """
    baseline = resolved(request)
    _check(request, asked, baseline)
    offered = menu(request, asked.choose, baseline)
    least = offered.least
    budget = np.inf if asked.budget is None else asked.budget + ROUNDING
    if offered.declared_cost(least) > budget:
        found = said("error.portfolio.declared", budget=asked.budget, declared_cost=offered.declared_cost(least))
        raise UserError([Issue("", 0, "--budget", found, said("error.portfolio.as_much"))])
    contest = Contest(request, offered, baseline, tuple(goal_of(baseline, name) for name in asked.goals), _verb(request, asked), progress)
    first = min(FIRST * request.lucks, _most(request))

    def worth(mixes: Sequence[Mix]) -> list[float]:
        contest.play(dict.fromkeys(mixes, first))
        return [contest.worth(mix, budget) for mix in mixes]

    with staying():
        explore(offered.sizes, least, offered.declared_cost, budget, worth, request.seed)
        mixes = contest.distinct(budget)
        if not mixes:
            cheapest = min(each.kroner_a_year for each in contest.scores.values())
            found = said("error.portfolio.tried", budget=asked.budget, cheapest=cheapest)
            raise UserError([Issue("", 0, "--budget", found, said("error.portfolio.as_much"))])
        ranking = _settle(contest, mixes, _most(request), request.seed)
    return _result(request, asked, contest, mixes, ranking)


def _check(request: Request, asked: Portfolio, baseline: Model) -> None:
    """Refuse what cannot be told apart, or has no price."""
    issues = []
    if request.uncertainty == "none":
        issues.append(Issue("", 0, "--uncertainty", f"'{request.uncertainty}'", said("error.portfolio.vary")))
    elif _most(request) < LEAST * request.lucks:
        issues.append(Issue("", 0, "--replications", f"{_most(request)}", said("error.portfolio.at_least", least=LEAST * request.lucks)))
    if not baseline.lines:
        found = said("error.portfolio.no_lines", calibration=baseline.calibration)
        issues.append(Issue("", 0, "--calibration", found, said("error.portfolio.with_prices")))
    if len(set(asked.goals)) < len(asked.goals):
        issues.append(Issue("", 0, "--goal", said("error.portfolio.goal_again"), said("error.portfolio.goal_once")))
    if issues:
        raise UserError(issues)


def _most(request: Request) -> int:
    """Return how many replications a mix is given at the most."""
    return request.replications or MOST * request.lucks


def _verb(request: Request, asked: Portfolio) -> tuple[str, ...]:
    """Return the words of the command that asks for it."""
    choices = (word for text in asked.choose for word in ("--choose", text))
    goals = (word for name in asked.goals for word in ("--goal", name)) if asked.goals else ("--by", "net")
    return ("portfolio", request.scenario, *choices, *(("--budget", f"{asked.budget:.15g}") if asked.budget is not None else ()), *goals)


def _settle(contest: Contest, mixes: Sequence[Mix], most: int, seed: int) -> Ranked:
    """Spend replications where they tell most which mix is the best; those that are told get as many as the best. Return the ranking."""
    alike = ALIKE if contest.goals else 0.0

    def ranking() -> Ranked:
        scores = [contest.scores[mix].values for mix in mixes]
        kroner = np.array([contest.scores[mix].kroner_a_year for mix in mixes])
        return rank(scores, kroner, alike, paired=contest.paired, seed=seed)

    found, left = ranking(), SHARED * most
    while found.chances[found.best] < SURE and left > 0:
        counts = np.array([contest.counts[mix] for mix in mixes])
        more = _deserving(found, counts, most)
        if not more:
            break
        contest.play({mixes[at]: min(2 * int(counts[at]), most) for at in more})
        left -= sum(contest.counts[mixes[at]] - int(counts[at]) for at in more)
        found = ranking()
    for _ in range(NEXT):
        longest = max(contest.counts[mix] for mix in mixes)
        short = [mixes[at] for at in _told(found, contest, mixes) if contest.counts[mixes[at]] < longest]
        if not short:
            break
        contest.play(dict.fromkeys(short, longest))
        found = ranking()
    return found


def _deserving(found: Ranked, counts: Floats, most: int) -> list[int]:
    """Return the mixes that get twice as many replications: those that deserve about that, the neediest at least."""
    share = allocate(found, float(found.counts.sum()) * (1.0 + STEP / float(counts.sum()))) / found.counts
    open_ = [at for at in range(len(counts)) if counts[at] < most and found.chances[at] > 0.0]
    wanting = [at for at in open_ if share[at] > np.sqrt(2.0)]
    return wanting or sorted(open_, key=lambda at: -share[at])[:1]


def _told(found: Ranked, contest: Contest, mixes: Sequence[Mix]) -> list[int]:
    """Return the mixes that are told with as many replications as the best: it, the next best ones, and the frontier."""
    order = sorted(range(len(mixes)), key=lambda at: (at != found.best, -found.chances[at]))
    kroner = [contest.scores[mix].kroner_a_year for mix in mixes]
    return list(dict.fromkeys([*order[: 1 + NEXT], *frontier(scores_of(found, contest, mixes), kroner)]))


def scores_of(found: Ranked, contest: Contest, mixes: Sequence[Mix]) -> Floats:
    """Return the mean score of each mix, as it is told against the leader on common luck."""
    return np.asarray(contest.scores[mixes[found.leader]].values.mean() + found.lead)


def frontier(scores: Floats, kroner: Sequence[float]) -> list[int]:
    """Return the mixes that are better than all that cost no more, by something, from the cheapest on.

    >>> frontier(np.array([0.0, 0.5, 0.4, 0.501, 1.0]), [0.0, 1.0, 2.0, 3.0, 4.0])
    [0, 1, 4]
    """
    order = sorted(range(len(kroner)), key=lambda at: (kroner[at], -scores[at]))
    found = order[:1]
    for at in order[1:]:
        if scores[at] > scores[found[-1]] + GAIN * (scores.max() - scores[order[0]]):
            found.append(at)
    return found


def _result(request: Request, asked: Portfolio, contest: Contest, mixes: Sequence[Mix], found: Ranked) -> PortfolioResult:
    """Return the result, the mix taken for the best first."""
    scores = scores_of(found, contest, mixes)
    longest = max(contest.counts.values())
    kroner = [contest.scores[mix].kroner_a_year for mix in mixes]
    whole = [at for at, mix in enumerate(mixes) if contest.counts[mix] == longest]
    line = {found.best, *(whole[at] for at in frontier(scores[whole], [kroner[at] for at in whole]))}
    order = sorted(range(len(mixes)), key=lambda at: (at != found.best, -found.chances[at], -scores[at], kroner[at]))
    model = contest.baseline
    choices = (
        ChoiceRow(each.initiative, each.unit, each.declared, each.now, each.levels[0], each.levels[-1]) for each in contest.menu.choices
    )
    return PortfolioResult(
        simcase=__version__,
        baseline=model.scenario,
        calibration=model.calibration,
        fit=model.fit,
        first=model.start,
        last=model.end,
        seed=request.seed,
        replications=longest,
        discount=request.discount,
        prices=request.prices,
        budget=asked.budget,
        goals=asked.goals,
        alike=ALIKE if asked.goals else 0.0,
        choices=tuple(choices),
        possible=int(np.prod(contest.menu.sizes)),
        tried=len(contest.scores),
        mixes=tuple(_row(contest, mixes[at], float(scores[at]), float(found.chances[at]), at in line) for at in order),
        varying=parts_moving(request.uncertainty, contest.bases[longest].outcome, model.end),
    )


def _row(contest: Contest, mix: Mix, score: float, best: float, on: bool) -> MixRow:  # noqa: FBT001 - a figure of the row
    """Return the row of a mix."""
    told = contest.scores[mix]
    settings = (Setting(each.initiative, each.unit, each.levels[at]) for each, at in zip(contest.menu.choices, mix, strict=True))
    return MixRow(tuple(settings), told.kroner_a_year, told.kroner, told.chance, told.net, score, best, contest.counts[mix], on)
