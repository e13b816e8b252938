/** The legend: node types are switches with counts; directions are explained. */
import { element } from "./elements.js";
import { iconElement, NODE_ICONS, TOOL_ICONS } from "./icons.js";
import { DIRECTIONS, directionLook, nodeLook } from "./looks.js";
import { drawShape } from "./shapes.js";
import { refreshCaptions } from "./captions.js";
import { pick, picked } from "./selection.js";
import { say, typeName } from "./text.js";

const SVG = "http://www.w3.org/2000/svg";

export function countTypes(cy) {
  const counts = new Map();
  for (const node of cy.nodes().toArray()) counts.set(node.data("type"), (counts.get(node.data("type")) ?? 0) + 1);
  return new Map([...counts].sort(([a], [b]) => order(a) - order(b) || a.localeCompare(b)));
}

const KNOWN = Object.keys(NODE_ICONS);
const order = (type) => (KNOWN.includes(type) ? KNOWN.indexOf(type) : KNOWN.length);

/** Fills the legend for what is drawn. */
export function fillLegend(view) {
  const { shell, words, cy } = view;
  const focused = shell.legend.getRootNode().activeElement?.dataset?.type;
  const types = [...countTypes(cy)].map(([type, count]) => typeSwitch(view, type, count));
  const signs = Object.keys(DIRECTIONS).filter((direction) => cy.edges(`[direction = "${direction}"]`).nonempty());
  const box = element("div", { class: "keys" }, group(words.types, types), group(words.directions, signs.map((direction) => signKey(view, direction))));
  box.hidden = view.legendClosed;
  shell.legend.replaceChildren(...(types.length ? [opener(view, box), box] : []));
  shell.legend.querySelector(`[data-type="${CSS.escape(focused ?? "")}"]`)?.focus();
}

function group(label, items) {
  const box = element("div", { role: "group", "aria-label": label, class: "group" }, ...items);
  box.hidden = !items.length;
  return box;
}

function opener(view, box) {
  const button = element("button", { type: "button", class: "opener", "aria-expanded": String(!view.legendClosed), title: view.words["legend.help"] });
  button.append(iconElement(TOOL_ICONS.legend), element("span", {}, view.words.legend));
  button.onclick = () => {
    view.legendClosed = !view.legendClosed;
    box.hidden = view.legendClosed;
    button.setAttribute("aria-expanded", String(!view.legendClosed));
  };
  return button;
}

function typeSwitch(view, type, count) {
  const button = element("button", { type: "button", class: "type", "aria-pressed": String(!view.hidden.has(type)), "data-type": type });
  button.append(badge(type, view.theme), element("span", {}, typeName(view.words, type)), element("b", {}, String(count)));
  button.title = say(view.words, "filter.help", { type: typeName(view.words, type) });
  button.onclick = () => toggleType(view, type);
  return button;
}

function toggleType(view, type) {
  if (!view.hidden.delete(type)) view.hidden.add(type);
  applyFilter(view);
  view.refresh();
}

/** Hides the types that are switched off, and their links with them. */
export function applyFilter(view) {
  view.cy.batch(() => view.cy.nodes().forEach((node) => node.toggleClass("gone", view.hidden.has(node.data("type")))));
  if (picked(view).hasClass("gone")) pick(view, null);
  refreshCaptions(view);
}

function badge(type, theme) {
  const look = nodeLook(type, theme.dark);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "-13 -13 26 26");
  svg.setAttribute("aria-hidden", "true");
  svg.append(drawShape(look.shape, 12, look.colour));
  if (!look.icon) return svg;
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", look.icon);
  path.setAttribute("fill", theme.dark ? "#10141a" : "#ffffff");
  path.setAttribute("fill-rule", "evenodd");
  path.setAttribute("transform", "translate(-6.6 -6.6) scale(0.55)");
  svg.append(path);
  return svg;
}

function signKey(view, direction) {
  const look = directionLook(direction, view.theme.dark);
  const sign = element("i", {}, look.sign);
  sign.style.background = look.colour;
  sign.style.color = view.theme.dark ? "#10141a" : "#ffffff";
  return element("span", { class: "sign" }, sign, view.words[`direction.${direction}`]);
}
