"""The arrays a model becomes: what the kernel reads, each with its shape and unit."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from simcase.declare.initiatives import Initiative
from simcase.vocabulary import Bools, Floats, Ints, Positions


class Clockwork(NamedTuple):
    """Everything that moves a citizen, as arrays.

    S states, X exits (all transitions in the order of their states), G segments, A age bands, C calendar periods,
    L layers (effects that reach only part of a state), R rules, M months, B parts of months. Times are days since the model's start.
    """

    first_day: float
    horizon: float
    calendar: Floats  # C + 1 edges
    period_of_day: Positions  # calendar period of each whole day since first_day
    month_edge: Floats  # M + 1 edges
    month_of_day: Positions  # month of each whole day since first_day
    book_edge: Floats  # B + 1 edges of what days are booked in: months, cut where a price changes inside them or a programme's window ends
    book_of_day: Positions  # the same by whole day since first_day

    exit_first: Positions  # S + 1: exits of state s are exit_first[s] .. exit_first[s + 1]
    exit_to: Positions  # X: state entered
    absorbing: Bools  # S
    duration_group: Ints  # S: states of one group keep the elapsed duration on a move; -1 none

    door_first: Positions  # S + 1: times in which nobody enters state s
    door_from: Floats
    door_until: Floats
    door_to: Positions  # the state that they come to instead
    door_ends: Bools  # whether those in the state move on as the time begins

    band_first: Positions  # X + 1: duration bands of exit x
    band_edge: Floats  # days since the duration's origin at which a band begins
    band_rate: Floats  # events a day in the band, all other factors 1
    segment_factor: Floats  # X, G
    age_edge: Floats  # A + 1: days of age at which a band begins, and infinity
    age_factor: Floats  # X, A
    age_varies: Bools  # X
    calendar_row: Ints  # X: row of calendar_factor, -1 none
    calendar_factor: Floats  # rows, C
    calendar_sum: Floats  # rows, C + 1: days weighted by their factors, up to each edge
    duration_edge: Floats  # D: every day since the duration's origin at which a band of any exit begins
    duration_ceiling: Floats  # D, X: largest rate from a duration on, times the largest calendar factor and product of layers
    person_ceiling: Floats  # G, A, X: segment factor times the largest age factor that one of an age band comes to within the run

    layer_first: Positions  # X + 1
    layer_key: Ints  # L: key of the initiative's share draw
    layer_share: Floats  # L: share of the target that is reached
    layer_segments: Bools  # L, G
    layer_ages: Bools  # L, A
    layer_days: Floats  # L: least days in the state
    layer_factor: Floats  # L, C

    counter_runs: Bools  # K, S: whether counter k runs in a state
    counter_earns: Bools  # K, S: whether time in a state earns a new right
    counter_within: Ints  # K: latest weeks that it counts, 0 where it counts days of a right
    counter_earn_weeks: Ints  # K
    counter_window: Ints  # K: latest weeks in which they are earned
    frozen_first: Positions  # K + 1: times in which the counter of a right stands still
    frozen_from: Floats
    frozen_until: Floats

    rule_first: Positions  # S + 1: rules of state s, as entries
    rule_id: Positions  # entries: the rule's number, which keys its decision
    rule_days: Floats  # entries: days since the duration's origin, or -1 where the birth date decides
    rule_counter: Ints  # entries: the counter by which it falls, -1 the duration of the spell
    rule_frame: Floats  # entries: days a right lasts at the most, infinity where nothing is said
    rule_stays: Bools  # entries: to stay is an outcome, so it may lie behind
    rule_row: Ints  # entries: row of birth_day, or -1
    rule_month_end: Bools  # entries
    pause_first: Positions  # entries + 1: times in which the rule is suspended
    pause_from: Floats
    pause_until: Floats
    outcome_first: Positions  # entries + 1
    outcome_to: Ints  # state entered, or -1: stay
    outcome_until: Floats  # cumulated shares
    birth_day: npt.NDArray[np.int32]  # rows, births: day of the decision by birth date
    birth_origin: int  # the first birth day of birth_day

    week_offset: int
    counts_from: int  # first week that the refusion counter counts
    reset_weeks: int
    window_weeks: int
    step_edge: Ints  # last week of each step but the last
    ladder: Ints  # S: 0 neutral, 1 benefit, 2 self-support
    grant: Ints  # S: scheme whose date of grant is kept, -1 none
    cohort_first: Positions  # S + 1
    cohort_granted: Floats  # granted before this day
    cohort_spell: Floats  # and in a spell begun before this day
    cohort_counter: Ints  # and while this counter of latest weeks, -1 none,
    cohort_weeks: Ints  # exceeds so many

    cell_first: Positions  # S + 1: cells of state s, as column x class
    class_count: Positions  # S: classes, those with reduced benefit included
    class_base: Positions  # S: classes without them
    rate_class: Positions  # S, G, A
    class_varies: Bools  # S: the class depends on age
    interacts: Bools  # S: whether the conductor looks at those in a state before the horizon
    programme_key: Ints  # P: key of the draws of programme p, in the order of their ids
    programme_states: Bools  # P, S: target
    programme_segments: Bools  # P, G
    programme_from: Floats  # P: least age in days
    programme_to: Floats  # P: age in days from which it is not for a citizen
    programme_least: Floats  # P: least days in the state
    programme_share: Floats  # P: share of the target that is reached
    programme_queue: Ints  # P: 0 longest in the state first, 1 newest, 2 random
    programme_days: Floats  # P: how long it lasts
    programme_drop: Floats  # P: drop-outs a day
    programme_again: Floats  # P: days after its end before the same citizen may come again
    programme_variant: Ints  # P, S: rate class with reduced benefit, from 1, 0 none
    programme_places: Ints  # P, C: places, -1 where slots arrive from employers
    phase_first: Positions  # P + 1: phases of programme p, the one during it first
    phase_days: Floats  # phases
    phase_factor: Floats  # phases, X: hazard ratio on each exit

    long_term: float  # days in a state from which a citizen counts as long-term


class Source(NamedTuple):
    """Where citizens come from, as arrays.

    N0 citizens at the start by state; arrivals follow in the order of their streams, numbered before the run.
    """

    headcount: Ints  # S: citizens in each state at the start
    step_group: Ints  # S, steps: the group whose share of a line's citizens on the ladder is stated, -1 none
    step_line: Ints  # groups: the line
    step_share: Floats  # groups
    segment_edge: Floats  # days of age at which the shares change
    segment_until: Floats  # edges, G: cumulated shares
    cohort_birth: Floats  # cohorts + 1: birth days between which a cohort of the population was born
    cohort_size: Ints  # cohorts
    cohort_present: Floats  # cohorts: of these, those of simulated age at the model's start
    stock_birth: Floats  # cohorts + 1: birth days between which these were born
    stock_until: Floats  # cohorts: and their cumulated shares
    turning_days: float  # age in days at which the young arrive, infinity where none do
    turning_until: Floats  # S: cumulated shares of the states the young enter
    turning_segments: Floats  # G: cumulated shares, or zero: by age
    stream_rate: Floats  # streams: arrivals a day
    stream_key: Ints  # streams: key of its draws
    stream_until: Floats  # streams, S: cumulated shares of states
    stream_segments: Floats  # streams, G: cumulated shares, or zero: by age
    stream_age: Floats  # streams, ages: edge in days of age
    stream_age_until: Floats  # streams, ages: cumulated shares


class Names(NamedTuple):
    """What the integers mean."""

    start: date
    """The date of time 0."""
    states: tuple[str, ...]
    segments: tuple[str, ...]
    months: tuple[date, ...]
    periods: tuple[date, ...]
    """The first day of each time in which prices stay as they are: calendar years, cut where a price changes inside them."""
    weeks: tuple[date, ...]
    """The Mondays of the calendar weeks."""
    classes: tuple[tuple[str, ...], ...]
    """Rate classes of each state, in the order of its cells; one empty name where it pays nothing."""
    columns: tuple[tuple[str, ...], ...]
    """Refusion columns of each state: the ladder's steps, then its cohorts; one empty name outside the ladder."""
    exits: tuple[tuple[str, str], ...]
    rules: tuple[str, ...]
    programmes: tuple[str, ...]
    unknowns: tuple[str, ...]
    """What may be drawn: unknowns of the fit and effects with a range."""
    processes: tuple[str, ...]
    """Processes of the economy, which may be drawn too."""


class Plan(NamedTuple):
    """What the conductor knows of a programme besides the kernel's arrays."""

    initiative: str
    first: float
    """Day of the first intake."""
    until: float
    """No intake from this day on."""
    every: int
    """Days between intakes."""
    slot_rate: Floats  # C: slots that arrive from employers, a day
    open_days: float
    """Days that an unfilled slot stays open."""
    pool: int
    """The pool of staff, -1 none."""
    hours: float
    """Staff hours a week for each participant."""


class Dynamic(NamedTuple):
    """An initiative whose dose is set while the world runs: by staff, or by an installed function."""

    initiative: Initiative
    layers: tuple[int, ...]
    """Rows of the layers through which it acts."""
    ratio: tuple[float, ...]
    """Hazard ratio of each layer at full dose."""
    dose: Floats  # C: planned dose in each calendar period
    states: tuple[int, ...]
    """States of its target."""
    pool: int
    """The pool of staff, -1 none."""


class Staffing(NamedTuple):
    """Initiatives whose dose is set while the world runs, and the pools of staff hours that limit initiatives."""

    pools: tuple[str, ...]
    hours: Floats  # M, pools: hours a week from each month's first day on, those that initiatives add included
    dynamic: tuple[Dynamic, ...]


class Tables(NamedTuple):
    """A model as arrays, with the names of its integers, and what the conductor does on dates."""

    clockwork: Clockwork
    source: Source
    names: Names
    plans: tuple[Plan, ...]
    staffing: Staffing
