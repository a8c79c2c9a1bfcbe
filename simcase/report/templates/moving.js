"use strict";
// Figures are trees of numbers, one for each point that was simulated; where the sliders stand they are read off linearly between them.
function blended(trees, shares) {
  const first = trees[0];
  if (typeof first === "number" || first === null) return trees.includes(null) ? null : trees.reduce((sum, each, at) => sum + shares[at] * each, 0);
  if (Array.isArray(first)) return first.map((_, at) => blended(trees.map((each) => each[at]), shares));
  return Object.fromEntries(Object.keys(first).map((name) => [name, blended(trees.map((each) => each[name]), shares)]));
}
function around(grid, at) {
  let corners = [[0, 1]];
  for (const { name, low, step, count } of grid.levers) {
    const place = (at[name] - low) / step, below = Math.min(Math.floor(place + 1e-9), count - 2), above = place - below;
    corners = corners.flatMap(([number, share]) => [[number * count + below, share * (1 - above)], [number * count + below + 1, share * above]]);
  }
  return corners.filter(([, share]) => share > 1e-9);
}
function readOff(grid, at) {
  const corners = around(grid, at);
  const found = blended(corners.map(([number]) => grid.points[number]), corners.map(([, share]) => share));
  const more = found.spent.map((spent) => (at.cost - 1) * spent);
  found.cumulated = found.cumulated.map((figures, year) => figures.map((kroner) => kroner - more[year]));
  found.net = found.net.map((kroner) => kroner - (at.cost - 1) * found.cost);
  found.spent = found.spent.map((spent) => at.cost * spent);
  found.cost *= at.cost;
  return { ...found, simulated: corners.length === 1 };
}
function wording(say, lang) {
  const filled = (key, values = {}) => say[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const number = (value, digits = 0) => (Number(value.toFixed(digits)) + 0).toLocaleString(lang === "da" ? "da-DK" : "en-GB",
    { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const change = (value, digits = 0) => (Number(value.toFixed(digits)) > 0 ? "+" : "") + number(value, digits);
  const between = (low, high, digits) => filled("range.signed", { low: change(low, digits), high: change(high, digits) });
  const ofRuns = (share) => share <= 0 ? say["runs.none"] : share >= 1 ? say["runs.all"] : share <= 0.05 ? say["runs.few"] :
    share >= 0.95 ? say["runs.most"] : filled("runs.some", { n: number(10 * share) });
  return { filled, number, change, between, ofRuns };
}
function tables(grid, found, { ofRuns }) {
  const names = ["mean", "p05", "p95", "inner05", "inner95"];
  const short = (figures, unit = 1) => Object.fromEntries(figures.map((figure, at) => [names[at], figure / unit]));
  const goals = (shares, world) => grid.goals.map(({ id, goal }) => {
    const [probability, low, high] = shares[id];
    return { goal, world, probability: 100 * probability, low: 100 * low, high: 100 * high, said: ofRuns(probability) };
  });
  return {
    payback: grid.years.map((year, at) => ({ year, ...short(found.cumulated[at], 1e6) })),
    persons: grid.months.map((month, at) => ({ month, ...short(found.persons[at]), base: grid.base[at] })),
    goals: [...goals(found.goals, grid.worlds[1]), ...goals(grid.before, grid.worlds[0])],
  };
}
function keys(grid, found, { filled, number, change, between }) {
  const [mean, least, most] = found.lines[grid.line], [net, worst, best] = found.net.map((kroner) => kroner / 1e6);
  const millions = (value) => filled("kroner.millions", { value });
  const nine = (...ends) => filled("report.nine_of_ten", { interval: between(...ends) });
  const by = (end) => grid.years.find((_, at) => found.cumulated[at][end] >= 0 && found.spent[at] > 0), last = grid.years.at(-1);
  const [earned, late, early] = [0, 1, 2].map(by), spent = Number(found.spent.at(-1).toFixed(2));
  const back = spent < 0 ? "payback.word.less" : spent === 0 ? "payback.word.none" : earned ? "moving.key.earned_by" : "moving.key.not_earned";
  const [low, high] = [early, late].map((year) => year ?? filled("moving.key.later", { year: last }));
  const band = filled("report.nine_of_ten", { interval: low === high ? low : filled("range.signed", { low, high }) });
  return [
    [change(mean), nine(least, most, 0)],
    [millions(change(net, 1)), nine(worst, best, 1)],
    [millions(number(found.cost / 1e6, 1)), ""],
    [filled(back, { year: earned ?? last }), spent > 0 ? band : ""],
  ];
}
function answer(grid, found, stand, { filled, change, between }) {
  const [mean, low, high, least] = found.lines[grid.line], [net, worst, best] = found.net.map((kroner) => kroner / 1e6);
  return filled("moving.answer", {
    ...grid.about, stand: filled(stand), net: filled("kroner.millions", { value: change(net, 1) }), net_range: between(worst, best, 1),
    persons: marked(mean, least) + change(mean), persons_range: between(low, high, 0),
  });
}
function marked(mean, least) { return least !== null && mean !== 0 && Math.abs(mean) < least ? "~" : ""; }
function show(section, grid, words, at, stand) {
  const found = readOff(grid, at);
  section.querySelector(".answer").textContent = answer(grid, found, stand, words);
  const state = section.querySelector(".state"), said = words.filled(found.simulated ? "moving.simulated" : "moving.read_off", { points: grid.points.length });
  if (state.textContent !== said) state.textContent = said;
  state.classList.toggle("off", !found.simulated);
  keys(grid, found, words).forEach(([value, more], number) => {
    const [figure, remark] = section.querySelectorAll(`.keys div:nth-child(${number + 1}) dd`);
    figure.textContent = value;
    if (remark) remark.textContent = more;
  });
  for (const [at, row] of [...section.querySelector("table").tBodies[0].rows].entries()) {
    const [mean, low, high, least] = found.lines[grid.lines[at]];
    row.cells[1].textContent = marked(mean, least) + words.change(mean);
    row.cells[2].textContent = words.between(low, high, 0);
  }
  return tables(grid, found, words);
}
async function redraw(section, grid, drawn) {
  for (const [kind, rows] of Object.entries(drawn)) {
    const figure = section.querySelector(`figure[data-kind="moving-${kind}"]`);
    if (!figure) continue;
    const heads = Object.keys(rows[0]), text = (value) => typeof value === "string" ? `"${/^[=+@\t\r\n\uff0b\uff0d\uff1d\uff20-]/.test(value) ? "'" : ""}${value.replaceAll('"', '""')}"` : value;
    figure.querySelector("script.figures").textContent = JSON.stringify([heads, ...rows.map((row) => heads.map((head) => row[head]))].map((cells) => cells.map(text).join(",")).join("\n"));
    await (await draw(figure)).data(grid.names[kind], rows).runAsync();
  }
}
// While a chart is not yet drawn as the sliders stand it says so.
function busy(section, yes) { for (const figure of section.querySelectorAll("figure[data-kind]")) figure.ariaBusy = String(yes); }
// The address keeps where the sliders stand, as `#part-1.strength=1.5`, so that a link opens the page there; what is as assumed is left out.
const parts = [];
const movedAway = (slider) => slider.valueAsNumber !== Number(slider.defaultValue);
function remember() {
  const moved = new URLSearchParams();
  for (const { id, sliders } of parts) for (const slider of sliders) if (movedAway(slider)) moved.set(`${id}.${slider.name}`, slider.value);
  if (String(moved) || location.hash.includes("=")) history.replaceState(null, "", `${location.pathname}${location.search}#${moved}`);
}
function recall() {
  const asked = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
  for (const { id, sliders, move } of parts) {
    for (const slider of sliders) {
      const text = asked.get(`${id}.${slider.name}`) ?? slider.defaultValue, value = text.trim() ? Number(text) : NaN;
      if (Number.isFinite(value)) slider.value = value;
      if (Math.abs(slider.valueAsNumber - value) < 1e-9) asked.delete(`${id}.${slider.name}`); else slider.value = slider.defaultValue;
    }
    move();
  }
  parts[0].lost.hidden = !String(asked);
  parts[0].lost.querySelector("code").textContent = asked;
}
for (const section of document.querySelectorAll("section.moving")) {
  const grid = JSON.parse(section.querySelector("script.grid").textContent), words = wording(grid.say, grid.lang);
  const sliders = [...section.querySelectorAll("input[type=range]")];
  let drawing = Promise.resolve(), waiting = null;
  const move = () => {
    for (const slider of sliders) {
      const said = words.filled(slider.name === "delay" ? "moving.months" : "moving.of_assumed",
        { value: words.number(slider.name === "delay" ? slider.valueAsNumber : 100 * slider.valueAsNumber) });
      slider.setAttribute("aria-valuetext", said);
      slider.parentElement.querySelector("output").textContent = said;
    }
    const stand = sliders.some(movedAway) ? "moving.stand.moved" : "moving.stand.assumed";
    const next = show(section, grid, words, { cost: 1, ...Object.fromEntries(sliders.map((slider) => [slider.name, slider.valueAsNumber])) }, stand);
    busy(section, true);
    if (!waiting) drawing = drawing.then(async () => {
      const rows = waiting;
      waiting = null;
      await redraw(section, grid, rows);
      busy(section, waiting !== null);
    }).catch(console.error);
    waiting = next;
  };
  for (const slider of sliders) { slider.oninput = move; slider.onchange = remember; }
  section.querySelector(".back").onclick = () => { sliders.forEach((slider) => { slider.value = slider.defaultValue; }); move(); remember(); };
  parts.push({ id: section.querySelector("h2").id, sliders, lost: section.querySelector(".lost"), move });
}
if (parts.length) {
  recall();
  addEventListener("hashchange", () => (location.hash.includes("=") ? recall() : remember()));
}
