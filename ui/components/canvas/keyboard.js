/** The keys of the drawing; every tool can be reached by Tab as well. */
import { fit, zoomBy } from "./camera.js";
import { toggleList } from "./list.js";
import { expand, pick, picked } from "./selection.js";

const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const SIDEWAYS = Math.cos((70 * Math.PI) / 180);

const KEYS = {
  Enter: (view) => picked(view).nodes().forEach((node) => expand(view, node)),
  Escape: (view) => pick(view, null),
  " ": nextLink,
  l: toggleList,
  u: (view) => view.shell.tools.undo.click(),
  f: (view) => fit(view),
  "+": (view) => zoomBy(view, 1.25),
  "=": (view) => zoomBy(view, 1.25),
  "-": (view) => zoomBy(view, 0.8),
  "/": (view) => view.shell.search.focus(),
};

export function listen(view) {
  const { root, paper } = view.shell;
  for (const kind of ["keydown", "keyup", "keypress"]) root.addEventListener(kind, keepFromPage);
  for (const kind of ["keydown", "keyup"]) root.addEventListener(kind, () => root.classList.add("keyed"));
  root.addEventListener("pointerdown", () => root.classList.remove("keyed"), { capture: true });
  paper.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act && !STEPS[event.key]) return;
    event.preventDefault();
    if (act) act(view);
    else walk(view, STEPS[event.key]);
  });
}

/** Streamlit has keys of its own (r, c) and cannot see that somebody types in our search box. */
function keepFromPage(event) {
  if (!event.ctrlKey && !event.metaKey && event.key !== "F11") event.stopPropagation();
}

function walk(view, [right, down]) {
  const from = picked(view);
  if (from.empty()) {
    start(view);
    return;
  }
  const here = from.isNode() ? from.position() : from.midpoint();
  const around = (from.isNode() ? from.neighborhood("node") : from.connectedNodes()).not(".gone");
  const best = around.toArray().map((node) => ({ node, score: score(node, here, right, down) })).sort((a, b) => b.score - a.score)[0];
  if (best && best.score > 0) pick(view, best.node.id());
}

/** How well a node lies in a direction: 0 when it does not; near ones before far ones. */
function score(node, here, right, down) {
  const [x, y] = [node.position("x") - here.x, node.position("y") - here.y];
  const apart = Math.hypot(x, y) || 1;
  const straight = (x * right + y * down) / apart;
  return straight < SIDEWAYS ? 0 : straight / (1 + apart / 2000);
}

function start(view) {
  const nodes = view.cy.nodes().not(".gone").sort((a, b) => b.degree() - a.degree());
  if (nodes.nonempty()) pick(view, nodes[0].id());
}

/** Goes through the links of the node one was at, one after the other. */
function nextLink(view) {
  const at = picked(view);
  if (at.empty()) return;
  if (at.isNode()) view.pivot = at.id();
  const pivot = view.cy.getElementById(view.pivot ?? at.source?.().id());
  const links = pivot.connectedEdges(":visible").toArray();
  const next = links[(links.findIndex((link) => link.same(at)) + 1) % links.length];
  if (next) pick(view, next.id());
}
