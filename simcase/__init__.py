"""simcase: how many citizens live on each benefit, what it costs, and what an initiative changes."""

__version__ = "0.1.0"
