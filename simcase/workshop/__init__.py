"""The live page on which a scenario is moved and simulated anew; its settings, runs, bets and log know nothing of a browser."""
