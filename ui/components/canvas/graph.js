/** Brings what is drawn into line with the data, without moving what stays. */
import { arrange } from "./arrange.js";
import { fit, fitIfOutside } from "./camera.js";
import { nodeSize, signOf } from "./looks.js";
import { place } from "./place.js";
import { brief, wrap } from "./text.js";

/** Where the nodes of each canvas stood, by the key of the canvas: kept while the page is open. */
const memories = new Map();

export function memoryOf(key) {
  if (!memories.has(key)) memories.set(key, { spots: new Map(), drawn: new Set(), frame: null });
  return memories.get(key);
}

export function remember(view) {
  const { cy, memory } = view;
  for (const node of cy.nodes().toArray()) memory.spots.set(node.id(), { ...node.position() });
  memory.frame = { zoom: cy.zoom(), pan: { ...cy.pan() } };
}

function nodeData(node) {
  return { ...node, lines: wrap(node.name), short: brief(node.name), size: nodeSize(node.links) };
}

function linkData(link) {
  const sign = signOf(link.direction);
  return { ...link, sign, full: [sign, brief(link.caption, 30)].filter(Boolean).join(" ") };
}

/** Makes the elements those of the data; returns the nodes that were not drawn before. */
function match(cy, data) {
  const wanted = new Set([...data.nodes, ...data.links].map((item) => item.id));
  cy.elements().filter((element) => !wanted.has(element.id())).remove();
  const fresh = [];
  for (const item of data.nodes) {
    const node = cy.getElementById(item.id);
    if (node.nonempty()) node.data(nodeData(item));
    else fresh.push({ group: "nodes", data: nodeData(item) });
  }
  const added = cy.add(fresh);
  for (const item of data.links) {
    const link = cy.getElementById(item.id);
    if (link.nonempty()) link.data(linkData(item));
    else cy.add({ group: "edges", data: linkData(item) });
  }
  return added;
}

function countMore(cy) {
  cy.nodes().forEach((node) => {
    node.data("more", Math.max(0, node.data("links") - node.connectedEdges().length));
  });
}

/** Draws the data: a new picture is arranged, a picture that continues keeps every node where it is. */
export function show(view, data) {
  const { cy, memory } = view;
  const opening = cy.nodes().empty();
  if (!opening) remember(view);
  const goes = data.nodes.some((node) => memory.drawn.has(node.id));
  let fresh = cy.collection();
  cy.batch(() => {
    cy.elements().removeClass("new busy");
    const added = match(cy, data);
    countMore(cy);
    fresh = added.filter((node) => !(goes && memory.spots.has(node.id())));
    added.not(fresh).positions((node) => ({ ...memory.spots.get(node.id()) }));
  });
  memory.drawn = new Set(data.nodes.map((node) => node.id));
  if (goes) continueWith(view, fresh, opening);
  else begin(view);
}

function begin(view) {
  arrange(view.cy);
  fit(view, true);
}

function continueWith(view, fresh, opening) {
  const { cy, memory } = view;
  place(cy, fresh);
  if (opening && memory.frame) cy.viewport(memory.frame);
  if (fresh.empty()) {
    if (!opening && nothingSeen(cy)) fit(view);
    return;
  }
  fresh.addClass("new");
  setTimeout(() => cy.destroyed() || fresh.removeClass("new"), 4000);
  fitIfOutside(view, fresh);
}

function nothingSeen(cy) {
  const seen = cy.extent();
  return !cy.nodes().toArray().some((node) => inside(node.position(), seen));
}

const inside = ({ x, y }, seen) => x > seen.x1 && x < seen.x2 && y > seen.y1 && y < seen.y2;
