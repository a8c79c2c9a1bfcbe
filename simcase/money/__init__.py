"""Tables -> kroner."""

from simcase.money.accounts import TOTAL, Accounts, accounts, full_year_persons
from simcase.money.measures import Spending, investment, measures
from simcase.money.prices import Prices, prices_of

__all__ = ["TOTAL", "Accounts", "Prices", "Spending", "accounts", "full_year_persons", "investment", "measures", "prices_of"]
