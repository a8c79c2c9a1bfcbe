"""Days become kroner, shared between the state and the municipality."""

from simcase.money.accounts import TOTAL, WITH, Accounts, accounts, full_year_persons, is_total, total_with, totals
from simcase.money.apart import Part, Source, sources, taken_apart
from simcase.money.declared import Price, price_of
from simcase.money.deviation import Deviation, deviation
from simcase.money.followup import Followed, conditioned, followed
from simcase.money.measures import Spending, days_of, measures, summed
from simcase.money.prices import Prices, prices_of

__all__ = [
    "TOTAL",
    "WITH",
    "Accounts",
    "Deviation",
    "Followed",
    "Part",
    "Price",
    "Prices",
    "Source",
    "Spending",
    "accounts",
    "conditioned",
    "days_of",
    "deviation",
    "followed",
    "full_year_persons",
    "is_total",
    "measures",
    "price_of",
    "prices_of",
    "sources",
    "summed",
    "taken_apart",
    "total_with",
    "totals",
]
