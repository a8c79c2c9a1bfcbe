"""Days become kroner, shared between the state and the municipality."""

from simcase.money.accounts import TOTAL, Accounts, accounts, full_year_persons, totals
from simcase.money.apart import Part, Source, sources, taken_apart
from simcase.money.declared import Price, price_of
from simcase.money.deviation import Deviation, deviation
from simcase.money.followup import Followed, conditioned, followed
from simcase.money.measures import Spending, days_of, measures, summed
from simcase.money.prices import Prices, prices_of

__all__ = [
    "TOTAL",
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
    "measures",
    "price_of",
    "prices_of",
    "sources",
    "summed",
    "taken_apart",
    "totals",
]
