"""Days become kroner, shared between the state and the municipality."""

from simcase.money.accounts import TOTAL, WITH, Accounts, accounts, full_year_persons, is_total, total_with, totals
from simcase.money.declared_cost import Price, frames_by_year, places_by_year, price_of
from simcase.money.decomposition import Part, Source, decompose, sources
from simcase.money.deviation import Deviation, deviation
from simcase.money.followup import Followed, conditioned, followed
from simcase.money.measures import Spending, days_of, measures, summed
from simcase.money.monthly import MONTHLY, Pricing, by_month, monthly, pricing
from simcase.money.prices import Prices, prices_of

__all__ = [
    "MONTHLY",
    "TOTAL",
    "WITH",
    "Accounts",
    "Deviation",
    "Followed",
    "Part",
    "Price",
    "Prices",
    "Pricing",
    "Source",
    "Spending",
    "accounts",
    "by_month",
    "conditioned",
    "days_of",
    "decompose",
    "deviation",
    "followed",
    "frames_by_year",
    "full_year_persons",
    "is_total",
    "measures",
    "monthly",
    "places_by_year",
    "price_of",
    "prices_of",
    "pricing",
    "sources",
    "summed",
    "total_with",
    "totals",
]
