"""The script that Streamlit runs for each session and each move."""

from simcase.workshop.page import show

show()
