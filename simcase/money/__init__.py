"""Tables -> kroner."""

from simcase.money.accounts import TOTAL, Accounts, accounts
from simcase.money.measures import Spending, investment, measures
from simcase.money.prices import Prices, prices_of

__all__ = ["TOTAL", "Accounts", "Prices", "Spending", "accounts", "investment", "measures", "prices_of"]
