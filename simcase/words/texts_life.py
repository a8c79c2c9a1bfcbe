"""Texts of a synthetic citizen's life, in tables and in its chart."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "life.citizen": ("Simuleret borger nr. {n}", "Synthetic citizen no. {n}"),
    "life.age": ("{age} år", "aged {age}"),
    "life.synthetic": ("Borgeren findes ikke i virkeligheden.", "There is no such person."),
    "life.same": ("De to liv er ens i hele perioden.", "The two lives are the same throughout."),
    "life.differ": ("De to liv er forskellige fra {date}.", "The two lives differ from {date} on."),
    "life.from": ("Fra", "From"),
    "life.to": ("Til", "To"),
    "life.weeks": ("Uger i\nperioden", "Weeks in\nthe period"),
    "life.on": ("varer ved", "goes on"),
    "life.ended": ("Hvordan det endte", "How it ended"),
    "life.nowhere": ("Borgeren kommer ikke til i perioden.", "The citizen does not arrive in the period."),
    "life.about": (
        (
            "Gentagelse {replication}, tilfældigheder nr. {seed}, {first} til {last}. "
            "Alt er simuleret: intet kan læses heraf om en virkelig person."
        ),
        "Replication {replication}, seed {seed}, {first} to {last}. All of it is simulated: it says nothing about any real person.",
    ),
    "ended.completed": ("gennemført", "completed"),
    "ended.dropped_out": ("afbrudt", "dropped out"),
    "ended.left": ("forlod målgruppen", "left the target group"),
    "chart.life.subtitle": (
        "Et simuleret liv, {first} til {last}. Borgeren findes ikke i virkeligheden.",
        "A simulated life, {first} to {last}. There is no such person.",
    ),
    "chart.life.bars": (
        "Bred bjælke: tilstanden, borgeren er i. Tynd bjælke: indsats.",
        "Wide bar: the state that the citizen is in. Thin bar: initiative.",
    ),
    "chart.life.differ": (" Stiplet linje: fra {date} er de to liv forskellige.", " Dashed line: from {date} on the two lives differ."),
    "chart.life.same": (" De to liv er ens i hele perioden.", " The two lives are the same throughout."),
    "chart.life.description": (
        "{title}. Vandrette bjælker på en tidsakse, et felt for hver verden: {worlds}. {told}",
        "{title}. Horizontal bars on an axis of time, a panel for each world: {worlds}. {told}",
    ),
    "chart.life.initiative": ("{label} (indsats)", "{label} (initiative)"),
    "chart.life.lane": ("Tilstand eller indsats", "State or initiative"),
}
