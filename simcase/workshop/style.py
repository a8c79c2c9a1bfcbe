"""How the page looks, and its parts that are plain HTML; whatever a file or a visitor says is escaped."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from typing import Final, NamedTuple

STYLE: Final = """\
<style>
[data-testid="stStatusWidget"], [data-testid="stDecoration"], [data-testid="stToolbarActions"], [data-testid="stMainMenu"],
[data-testid="stAppDeployButton"], [data-testid="stElementToolbar"], [data-testid="InputInstructions"] { display: none !important; }
[data-testid="stHeader"] { background: transparent; height: 2.4rem; min-height: 0; pointer-events: none; }
[data-testid="stHeader"] button { pointer-events: auto; }
[data-stale="true"] { opacity: 1 !important; }
[data-testid="stMainBlockContainer"] { padding: 2.2rem 2rem 3rem; max-width: 1500px; }
[data-testid="stSidebarHeader"] { height: 1.5rem; min-height: 0; margin: 0; padding: 0; }
h1 { font-size: 1.6rem !important; padding: 0 !important; }
.badge { display: inline-block; border: 2px solid #A34100; color: #A34100; border-radius: .3rem; padding: 0 .5rem; font-weight: 700;
  font-size: .95rem; vertical-align: middle; margin-left: .8rem; letter-spacing: .03em; }
.note, .progress { color: #4d4d4d; margin: .2rem 0; font-size: .95rem; }
[data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] p { color: #4d4d4d !important; opacity: 1; }
.bar { height: .5rem; background: #E3E3E3; border-radius: .25rem; overflow: hidden; }
.bar > div { height: 100%; background: #0072B2; }
.cards { display: grid; grid-template-columns: repeat(auto-fit, minmax(12.5rem, 1fr)); gap: .8rem; margin: .4rem 0; }
.card { border: 1px solid #8c8c8c; border-radius: .5rem; padding: .6rem .75rem; }
.card, .numbers { padding-left: .75rem !important; }
.card :is(dt, dd), .numbers :is(dt, dd) { margin-left: 0 !important; padding-left: 0 !important; }
.card dt { font-size: .95rem; color: #4d4d4d; }
.card dd { margin: 0; font-size: .9rem; color: #4d4d4d; }
.card dd.value { font-size: 1.55rem; font-weight: 700; color: #0B3C5D; line-height: 1.25; }
.answer { font-size: 1.1rem; line-height: 1.45; margin: .3rem 0; }
table.listed { border-collapse: collapse; width: 100%; font-size: .98rem; }
table.listed caption { text-align: left; font-weight: 700; padding: .4rem 0; color: #262626; }
table.listed th, table.listed td { border: 0; border-bottom: 1px solid #b5b5b5; padding: .25rem .6rem .25rem 0; text-align: right; }
table.listed th:first-child, table.listed td:first-child { text-align: left; }
table.listed td:first-child { overflow-wrap: anywhere; }
@media (max-width: 640px) { table.listed th { overflow-wrap: anywhere; } }
table.said th, table.said td { text-align: left !important; vertical-align: top; }
[data-testid="stVegaLiteChart"] svg { max-width: 100%; height: auto; }
.failure { background: #FBE9E7; border-left: 4px solid #A34100; padding: .6rem .9rem; white-space: pre-line; overflow-wrap: anywhere; }
.named { margin: 0; overflow-wrap: anywhere; }
.region { max-height: 26rem; overflow: auto; }
#spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.answer { min-height: 8rem; }
.answer + .note { min-height: 3rem; }
h2.finding { font-size: 1.2rem !important; line-height: 1.35; min-height: 3.2rem; padding: 0 !important; margin: 0; }
.st-key-progress { min-height: 2.45rem; }
.stApp:not(:has([data-testid="stAlert"])) {
  .st-key-answer-cards:not(:has(.cards)) { min-height: 19.75rem; }
  .st-key-answer-answer:not(:has(.answer)) { min-height: 11.8rem; }
  .st-key-answer-finding:not(:has(.finding)) { min-height: 3.25rem; }
  .st-key-answer-chart:not(:has(svg)) { min-height: 33.6rem; }
  @media (min-width: 1340px) { .st-key-answer-cards:not(:has(.cards)) { min-height: 16.8rem; } }
  @media (min-width: 1600px) { .st-key-answer-cards:not(:has(.cards)) { min-height: 15.4rem; } }
  @media (max-width: 1150px) {
    .st-key-answer-cards:not(:has(.cards)) { min-height: 29.2rem; }
    .st-key-answer-answer:not(:has(.answer)) { min-height: 15rem; }
  }
  @media (max-width: 640px) {
    .st-key-answer-cards:not(:has(.cards)) { min-height: 46.7rem; }
    .st-key-answer-answer:not(:has(.answer)) { min-height: 29rem; }
    .st-key-answer-finding:not(:has(.finding)) { min-height: 9.75rem; }
    .st-key-answer-chart:not(:has(svg)) { min-height: 15rem; }
  }
}
@media (forced-colors: active) {
  .bar, .badge { border: 1px solid CanvasText; }
  .bar > div, [data-testid="stSlider"] [role="group"] > div > div:has(input) { forced-color-adjust: none; background: Highlight; }
  [data-testid="stSlider"] [role="group"] > div > div:first-child { forced-color-adjust: none; background: CanvasText; }
  [data-testid="stSliderThumbValue"] * { color: CanvasText !important; }
  [data-testid="stMain"] button[aria-checked="true"] { border: 3px solid Highlight; }
  [data-testid="stCheckbox"] label > div:not([data-testid]) { border: 1px solid CanvasText; }
  [data-testid="stCheckbox"] label > div:not([data-testid]) > div { forced-color-adjust: none; background: CanvasText; }
}
@media print {
  @page { size: A4; margin: 12mm; }
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stButton"], [data-testid="stDownloadButton"], [data-testid="stForm"],
  [data-testid="stSelectbox"], [data-testid="stTextInput"], [data-testid="stRadio"], [data-testid="stLinkButton"], [role="tablist"],
  [data-testid="stCheckbox"], .bar { display: none !important; }
  [data-testid="stVerticalBlock"], [data-testid="stHorizontalBlock"] { display: block !important; }
  [data-testid="stColumn"] { width: 100% !important; }
  h2.finding { break-after: avoid; min-height: 0; }
  [class*="st-key-answer-finding"] { break-after: avoid; }
  .region { max-height: none; }
  html, body, #root, .stApp, [data-testid="stAppViewContainer"], [data-testid="stMain"] {
    display: block !important; position: static !important; height: auto !important; overflow: visible !important; }
  [data-testid="stMainBlockContainer"] { padding: 0; max-width: none; }
  .cards { grid-template-columns: repeat(4, 1fr); }
  .card, tr, figure, [data-testid="stVegaLiteChart"], [class*="st-key-answer-"] table { break-inside: avoid; }
}
</style>
"""
LARGE: Final = """\
<style>
html { font-size: max(16px, min(1.25vw, 2.2222vh)) !important; }
[data-testid="stMainBlockContainer"] { padding: .7rem 1.5rem; max-width: none; }
[data-testid="stMainBlockContainer"] > [data-testid="stVerticalBlock"] { gap: .4rem; }
h1 { font-size: 1.5rem !important; }
.badge, .progress, .note, .named { font-size: 1rem; }
.sentence { font-size: 2.1rem; font-weight: 700; line-height: 1.2; margin: 0; min-height: 2.6rem; }
.st-key-answer-picture { min-height: 29.5rem; }
table.listed { font-size: 1.15rem; }
.numbers { margin: 0; padding: 0 !important; }
.numbers dt { font-size: 1rem; color: #262626; line-height: 1.3; }
.numbers dd { margin: 0; font-size: 1rem; color: #4d4d4d; }
.numbers dd.value { font-size: 3.1rem; font-weight: 700; color: #0B3C5D; line-height: 1.15; }
.numbers dd + dt { margin-top: 1.1rem; }
[data-testid="stFullScreenFrame"] > div, [data-testid="stVegaLiteChart"], .vega-embed { width: 100% !important; }
[data-testid="stHeader"] { display: none; }
[data-testid="stVegaLiteChart"] { overflow-x: auto; }
[data-testid="stVegaLiteChart"] svg { width: 100%; height: 29rem; min-width: 40rem; }
[data-testid="stSliderThumbValue"], [data-testid="stSliderTickBar"] *,
[data-testid="stMain"] button p, [data-testid="stWidgetLabel"] p { font-size: 1rem !important; }
[data-testid="stLayoutWrapper"]:has(> .st-key-answer-years) { display: none; }
@media (max-width: 640px) {
  [data-testid="stMainBlockContainer"] { padding: .3rem 1rem; }
  h1 { font-size: 1.15rem !important; }
  .badge { font-size: .9rem; }
  .sentence { font-size: 1.5rem; min-height: 3.6rem; }
  .numbers { display: grid; grid-auto-flow: column; grid-template-rows: repeat(3, auto); grid-template-columns: 1fr 1fr; gap: 0 .8rem; }
  .numbers dt, .numbers dd { font-size: .9rem; }
  .numbers dt { align-self: end; }
  .numbers dd + dt { margin-top: 0; }
  .numbers dd.value { font-size: 1.5rem; }
  .st-key-ways [data-testid="stColumn"] { min-width: 0 !important; flex: 1 1 0 !important; }
  .st-key-ways [data-testid="stColumn"]:first-child { flex-basis: 100% !important; }
  .st-key-ways [data-testid="stColumn"]:nth-child(2) { flex-grow: 2 !important; }
  .st-key-ways [data-testid="stHorizontalBlock"], [data-testid="stMain"] [data-testid="stHorizontalBlock"] { gap: .4rem; }
  .st-key-answer-picture { min-height: 0; }
  .st-key-answer-picture [data-testid="stVegaLiteChart"] { display: none; }
  [data-testid="stLayoutWrapper"]:has(> .st-key-answer-years) { display: flex; }
  table.narrow { font-size: 1rem; }
}
</style>
"""
LOST: Final = """\
<style>
[data-testid="stDialog"] { top: auto !important; bottom: 0; height: auto !important; }
[data-testid="stDialog"] { background: none !important; backdrop-filter: none !important; }
[data-testid="stDialog"] * { margin: 0 !important; max-width: none !important; }
[data-testid="stDialog"] > div { width: 100% !important; }
[data-testid="stDialog"] section { width: auto; padding: .8rem 2rem; white-space: normal; }
[data-testid="stDialog"] section { background: #FBE9E7; border-top: 4px solid #A34100; }
[data-testid="stDialog"] section > * { display: none; }
[data-testid="stDialog"] section::before { content: "SAID"; font-size: 1.1rem; color: #262626; }
</style>
"""
ANSWER: Final = "answer-"
"""How the keys of places begin that fade while a new answer comes."""
DANISH: Final = {
    "Choose an option": "Vælg",
    "Clear all": "Fjern alle",
    "Close": "Luk",
    "Collapse sidebar": "Skjul indstillinger",
    "Decrement": "En mindre",
    "Expand sidebar": "Vis indstillinger",
    "Help for ": "Hjælp til ",
    "Increment": "En mere",
    "No results": "Ingen passer",
    "Open": "Åbn",
    "Remove ": "Fjern ",
    "Selected values": "Valgte",
    "Sidebar": "Indstillinger",
    "You can only select up to ": "Højst så mange ad gangen: ",
    " option. Remove an option first.": ". Fjern en først.",
    " options. Remove an option first.": ". Fjern en først.",
}
"""What Streamlit's own controls say in English; what ends or begins with a blank is a part of what they say."""
SPOKEN: Final = """
const told = %s;
const said = text => {
  if (told[text]) return told[text];
  for (const [part, own] of Object.entries(told)) {
    if (part.endsWith(' ') && text.startsWith(part)) text = own + text.slice(part.length);
    if (part.startsWith(' ') && text.endsWith(part)) text = text.slice(0, -part.length) + own;
  }
  return text;
};
const names = ['aria-label', 'title', 'placeholder'];
const tell = node => {
  if (node.nodeType === 3) {
    const list = node.parentElement && node.parentElement.closest('[role=listbox], [data-baseweb=popover]');
    if (list && said(node.data) !== node.data) node.data = said(node.data);
    return;
  }
  if (node.nodeType !== 1) return;
  if (node.getAttribute('role') === 'graphics-document') {  // a chart is one picture, as in a report
    node.setAttribute('role', 'img');
    node.removeAttribute('aria-roledescription');
  }
  for (const name of names) {
    const text = node.getAttribute(name);
    if (text && said(text) !== text) node.setAttribute(name, said(text));
  }
  node.childNodes.forEach(tell);
};
const speak = () => {
  const [line, live] = ['.progress', '#spoken'].map(each => document.querySelector(each));
  const text = line?.dataset.old === 'true' ? '' : document.querySelector('.sentence, .answer')?.textContent;
  const now = !text || !live.textContent || line?.dataset.count === line?.dataset.all;
  if (text !== undefined && now && live.textContent !== text) live.textContent = text;
};
if (!window.spoken) {
  window.spoken = document.documentElement.lang;
  const live = document.createElement('div');
  live.id = 'spoken';
  live.setAttribute('role', 'status');
  document.body.append(live);
  new MutationObserver(seen => {
    seen.forEach(one => one.addedNodes.length ? one.addedNodes.forEach(tell) : tell(one.target));
    speak();
  }).observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: names});
  tell(document.body);
} else if (window.spoken !== document.documentElement.lang) location.reload();
"""
"""A script that says in the page's language what Streamlit says in English, and tells a screen reader each answer.

It is told once its first figures stand there, and again after all runs where it says something else by then.
"""
LANGUAGES: Final = {
    lang: f"<script>document.documentElement.lang = '{lang}'; {{{SPOKEN % json.dumps(told, ensure_ascii=False)}}}</script>"
    for lang, told in (("da", DANISH), ("en", {}))
}
"""What tells a browser the language of the page; the policy of the page lets these scripts run and no others that stand in it."""


def lost(text: str) -> str:
    """Return what makes Streamlit's box about a lost connection, in English and over the answer, a strip with a text of ours."""
    said = "".join(letter if letter.isalnum() or letter in " .,:;-/()" else f"\\{ord(letter):x} " for letter in text)
    return LOST.replace("SAID", said)


def heading(title: str, badge: str, note: str) -> str:
    """Return the head of the page with the label that everything is simulated."""
    return f'<h1>{html.escape(title)} <span class="badge">{html.escape(badge)}</span></h1><p class="note">{html.escape(note)}</p>'


def sentence(text: str) -> str:
    """Return the answer of the big screen."""
    return f'<p class="sentence">{html.escape(text)}</p>'


def waiting(text: str) -> str:
    """Return what stands on the big screen in place of a picture."""
    return f'<p class="sentence waiting">{html.escape(text)}</p>'


def numbers(rows: Sequence[tuple[str, str, str]]) -> str:
    """Return the large numbers: what each is, the figure, and what nine runs of ten lie between."""
    told = (
        f'<dt>{html.escape(label)}</dt><dd class="value">{html.escape(value)}</dd><dd>{html.escape(between)}</dd>'
        for label, value, between in rows
    )
    return f'<dl class="numbers">{"".join(told)}</dl>'


def lever_name(text: str) -> str:
    """Return the name of a lever as text above it, since Streamlit takes its own labels for Markdown, hidden ones too."""
    return f'<p class="named">{html.escape(text)}</p>'


def region(name: str, table: str) -> str:
    """Return a long table in a box that is scrolled, by keys too."""
    return f'<div class="region" role="region" tabindex="0" aria-label="{html.escape(name)}">{table}</div>'


def finding(text: str) -> str:
    """Return what the chart beneath it shows."""
    return f'<h2 class="finding">{html.escape(text)}</h2>'


def aside(text: str) -> str:
    """Return what stands in small letters beneath a control."""
    return f'<p class="note aside">{html.escape(text)}</p>'


def failure(text: str) -> str:
    """Return what could not be simulated, a line each, as text, since Streamlit takes its own boxes for Markdown."""
    return f'<p class="failure" role="alert">{html.escape(text)}</p>'


def progress(text: str, count: int, total: int, *, old: bool = False, told: int = 0) -> str:
    """Return how far the runs are, in words and as a bar, and of how many the answer is; one to something else is faded."""
    share = round(100 * count / total)
    fade = f'<style>[class*="st-key-{ANSWER}"] {{ opacity: .45; }}</style>' if old else ""
    return (
        f'{fade}<p class="progress" data-count="{count}" data-all="{total}" data-old="{str(old).lower()}" data-told="{told}">'
        f"{html.escape(text)}</p>"
        f'<div class="bar" aria-hidden="true"><div style="width: {share}%"></div></div>'
    )


class Card(NamedTuple):
    """A key figure: what it is, the figure, what more there is to say of it, and a drawing of it in HTML."""

    label: str
    value: str
    more: Sequence[str] = ()
    drawn: str = ""


def cards(rows: Sequence[Card]) -> str:
    """Return key figures side by side."""
    parts = []
    for label, value, more, drawn in rows:
        said = "".join(f"<dd>{html.escape(each)}</dd>" for each in more if each)
        shown = f"<dd>{drawn}</dd>" if drawn else ""
        parts.append(f'<dl class="card"><dt>{html.escape(label)}</dt><dd class="value">{html.escape(value)}</dd>{shown}{said}</dl>')
    return f'<div class="cards">{"".join(parts)}</div>'


def answer(text: str, settings: str) -> str:
    """Return the answer, and the settings that it is of."""
    return f'<p class="answer">{html.escape(text)}</p><p class="note">{html.escape(settings)}</p>'


def note(text: str) -> str:
    """Return a remark as text, since Streamlit takes its own for Markdown."""
    return f'<p class="note" role="status">{html.escape(text)}</p>'


def table_html(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]], empty: str = "", *, words: bool = False) -> str:
    """Return a table, of words or of figures, or a sentence where it has no rows."""
    if not rows:
        return f'<p class="note">{html.escape(caption)}: {html.escape(empty)}</p>'
    head = "".join(f'<th scope="col">{html.escape(each)}</th>' for each in heads)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    kind = "listed said" if words else "listed"
    return f'<table class="{kind}"><caption>{html.escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
