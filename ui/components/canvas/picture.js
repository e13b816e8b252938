/** The drawing as a file: PNG by cytoscape, SVG by us (cytoscape has none). */
import { around, boxOf, FONT } from "./boxes.js";
import { refreshCaptions } from "./captions.js";
import { element } from "./elements.js";
import { nodeLook } from "./looks.js";
import { drawShape, make } from "./shapes.js";

const EDGE = 24;
const ZOOM = 0.85;

function save(view, blob, ending) {
  const address = URL.createObjectURL(blob);
  const link = element("a", { href: address, download: `${view.words.file}.${ending}` });
  view.shell.root.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export function savePng(view) {
  refreshCaptions(view, ZOOM);
  const blob = view.cy.png({ output: "blob", full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: view.theme.paper });
  refreshCaptions(view);
  save(view, blob, "png");
}

export function saveSvg(view) {
  save(view, new Blob([svgText(view)], { type: "image/svg+xml" }), "svg");
}

/** What is drawn, as the text of an SVG file; names are escaped by the serialiser. */
export function svgText(view) {
  const { cy, theme } = view;
  const nodes = cy.nodes().not(".gone");
  const frame = around(nodes.map((node) => boxOf(node))) ?? { left: 0, right: 200, top: 0, bottom: 100 };
  const [width, height] = [frame.right - frame.left + 2 * EDGE, frame.bottom - frame.top + 2 * EDGE];
  const box = `${frame.left - EDGE} ${frame.top - EDGE} ${width} ${height}`;
  const svg = make("svg", { viewBox: box, width, height, "font-family": theme.font, "font-size": FONT });
  svg.append(make("rect", { x: frame.left - EDGE, y: frame.top - EDGE, width, height, fill: theme.paper }));
  svg.append(...cy.edges(":visible").map((link) => linkGroup(link, view)));
  svg.append(...nodes.map((node) => nodeGroup(node, view)));
  return new XMLSerializer().serializeToString(svg);
}

function titled(tag, attributes, title) {
  const group = make(tag, attributes);
  const label = make("title", {});
  label.textContent = title;
  group.append(label);
  return group;
}

function nodeGroup(node, view) {
  const { x, y } = node.position();
  const look = nodeLook(node.data("type"), view.theme.dark);
  const size = node.data("size");
  const group = titled("g", { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})`, opacity: node.hasClass("faded") ? 0.16 : 1 }, node.data("name"));
  group.append(drawShape(look.shape, size / 2, look.colour));
  if (look.icon) group.append(nodeIcon(look.icon, size, view.theme));
  node.data("lines").forEach((line, at) => group.append(words(line, 0, size / 2 + 16 + at * 15, view.theme)));
  return group;
}

function nodeIcon(icon, size, theme) {
  const scale = (size * 0.56) / 24;
  const transform = `translate(${-12 * scale} ${-12 * scale}) scale(${scale})`;
  return make("path", { d: icon, fill: theme.dark ? "#10141a" : "#ffffff", "fill-rule": "evenodd", transform });
}

function words(line, x, y, theme) {
  const text = make("text", { x, y, "text-anchor": "middle", fill: theme.ink, stroke: theme.paper, "stroke-width": 3, "paint-order": "stroke" });
  text.textContent = line;
  return text;
}

function linkGroup(link, view) {
  const name = `${link.source().data("name")} ${link.data("full")} ${link.target().data("name")}`;
  const colour = link.style("line-color");
  const group = titled("g", { opacity: link.hasClass("faded") ? 0.16 : 1, stroke: colour, fill: "none" }, name);
  const dashes = link.style("line-style") === "dashed" ? { "stroke-dasharray": link.style("line-dash-pattern") } : {};
  group.append(make("path", { d: route(link), "stroke-width": Number.parseFloat(link.style("width")), ...dashes }));
  group.append(arrow(link, colour));
  const caption = link.hasClass("captioned") ? link.data("full") : link.data("sign");
  if (caption) group.append(sign(link, caption, colour, view.theme));
  return group;
}

const at = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;

function route(link) {
  const bends = (link.controlPoints() ?? []).map(at);
  const [from, to] = [at(link.sourceEndpoint()), at(link.targetEndpoint())];
  return bends.length ? `M${from} Q${bends[0]} ${to}` : `M${from} L${to}`;
}

function arrow(link, colour) {
  const tip = link.targetEndpoint();
  const from = link.controlPoints()?.at(-1) ?? link.sourceEndpoint();
  const angle = (Math.atan2(tip.y - from.y, tip.x - from.x) * 180) / Math.PI;
  return make("path", { d: "M1 0 L-9 4.5 L-9 -4.5 Z", fill: colour, stroke: "none", transform: `translate(${at(tip)}) rotate(${angle.toFixed(1)})` });
}

function sign(link, caption, colour, theme) {
  const middle = link.midpoint();
  const strong = Boolean(link.data("sign"));
  const half = caption.length * 3.4 + 5;
  const group = make("g", { transform: `translate(${at(middle)})`, stroke: "none" });
  group.append(make("rect", { x: -half, y: -9, width: 2 * half, height: 18, rx: 5, fill: strong ? colour : theme.paper }));
  const text = make("text", { y: 4.5, "text-anchor": "middle", fill: strong ? (theme.dark ? "#10141a" : "#ffffff") : theme.ink });
  text.textContent = caption;
  group.append(text);
  return group;
}
