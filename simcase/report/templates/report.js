"use strict";
const embed = JSON.parse(document.getElementById("embed").textContent);
const figures = [...document.querySelectorAll("figure[data-kind]")];
const read = (figure, name) => JSON.parse(figure.querySelector("script." + name).textContent);
function save(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob); link.download = name; link.click();
}
async function draw(figure) {
  if (figure.view) return figure.view;
  const result = await vegaEmbed(figure.querySelector(".chart"), read(figure, "spec"), embed);
  asPicture(figure);
  figure.dataset.drawn = "yes";
  return (figure.view = result.view);
}
for (const figure of figures) {
  const name = figure.id;
  figure.querySelector(".csv").onclick = () => save(name + ".csv", new Blob(["\ufeff", read(figure, "figures")], { type: "text/csv" }));
  figure.querySelector(".svg").onclick = async () => save(name + ".svg", new Blob([await (await draw(figure)).toSVG()], { type: "image/svg+xml" }));
  figure.querySelector(".png").onclick = async () => (await (await draw(figure)).toCanvas(2)).toBlob((blob) => save(name + ".png", blob));
}
(async () => {
  for (const figure of figures) { await draw(figure); await new Promise((next) => setTimeout(next)); }
  document.documentElement.dataset.drawn = "all";
})().catch(console.error);
