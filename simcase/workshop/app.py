"""The script that Streamlit runs for each session and each move."""

from simcase.workshop.page import show

if __name__ == "__main__":  # as the server runs it
    show()
