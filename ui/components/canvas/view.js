/** One canvas on the page: what it holds, and what happens when somebody acts on it. */
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { arrange } from "./arrange.js";
import { fit, within } from "./camera.js";
import { refreshCaptions } from "./captions.js";
import { memoryOf, remember, show } from "./graph.js";
import * as keyboard from "./keyboard.js";
import { applyFilter, fillLegend } from "./legend.js";
import * as list from "./list.js";
import { savePng, saveSvg } from "./picture.js";
import * as pointer from "./pointer.js";
import * as search from "./search.js";
import { mark, picked } from "./selection.js";
import { buildShell, present, wordShell } from "./shell.js";
import { sayStatus } from "./status.js";
import { say } from "./text.js";
import { readTheme } from "./theme.js";

cytoscape.use(fcose);
const FEW_LINKS = 45;

export function openView(parent, { data }) {
  const shell = buildShell(parent);
  const holder = document.createElement("div");
  holder.className = "drawing";
  shell.paper.append(holder);
  const cy = cytoscape({ container: holder, style: [], boxSelectionEnabled: false, autounselectify: true, minZoom: 0.05, maxZoom: 4 });
  const view = { parent, shell, cy, run: 0, turn: data.turn, hidden: new Set(), captions: data.links.length <= FEW_LINKS, large: false };
  view.memory = memoryOf(data.key);
  view.legendClosed = shell.root.clientWidth < 560;
  view.tell = () => tell(view);
  view.refresh = () => refresh(view);
  view.announce = (key) => announce(view, key);
  connect(view);
  hooks(view);
  return view;
}

function connect(view) {
  const { shell } = view;
  for (const part of [keyboard, list, pointer, search]) part.listen(view);
  const acts = {
    fit: () => fit(view),
    undo: () => view.ask("undo", true),
    arrange: () => rearrange(view),
    captions: () => toggleCaptions(view),
    list: () => list.toggleList(view),
    png: () => savePng(view),
    svg: () => saveSvg(view),
    present: () => present(view),
  };
  for (const [name, act] of Object.entries(acts)) shell.tools[name].onclick = act;
  view.sized = new ResizeObserver(() => resized(view));
  view.sized.observe(shell.stage);
  shell.root.addEventListener("fullscreenchange", () => presented(view));
}

/** What a browser test may read: positions in the model and on the screen. */
function hooks(view) {
  const { shell, cy } = view;
  const collect = (items, point) => Object.fromEntries(items.map((item) => [item.id(), { ...point(item) }]));
  shell.root.seamPositions = () => collect(cy.nodes(), (node) => node.position());
  shell.root.seamRendered = () => {
    const { left, top } = shell.paper.getBoundingClientRect();
    const shift = ({ x, y }) => ({ x: x + left, y: y + top });
    return {
      ...collect(cy.nodes().not(".gone"), (node) => shift(node.renderedPosition())),
      ...collect(cy.edges(":visible"), (link) => shift(link.renderedMidpoint())),
    };
  };
  shell.root.seamSelected = () => picked(view).id() ?? null;
  shell.root.seamView = () => ({ zoom: cy.zoom(), pan: { ...cy.pan() } });
}

export function updateView(view, { data, parentElement, setStateValue, setTriggerValue }) {
  Object.assign(view, { words: data.words, total: data.total, send: setStateValue, ask: setTriggerValue });
  wordShell(view.shell, data.words);
  view.shell.root.style.setProperty("--height", `${data.height}px`);
  view.shell.tools.undo.disabled = !data.can_undo;
  view.theme = readTheme(parentElement);
  view.shell.root.classList.toggle("dark", view.theme.dark);
  view.shell.root.style.setProperty("--accent", view.theme.accent);
  const drawing = JSON.stringify([data.nodes, data.links]);
  if (drawing !== view.drawing) draw(view, data, drawing);
  choose(view, data);
  view.refresh();
}

function draw(view, data, drawing) {
  view.drawing = drawing;
  view.cy.resize();
  view.styled = null;
  refreshCaptions(view);
  show(view, data);
  applyFilter(view);
  view.shell.empty.hidden = data.nodes.length > 0;
  view.shell.root.dataset.drawn = String(data.nodes.length);
}

/** Python's selection counts once Python has heard of everything picked here. */
function choose(view, data) {
  const here = picked(view).id() ?? view.chosen ?? null;
  const heard = data.turn >= view.turn;
  const id = heard ? data.selected : here;
  view.chosen = id;
  mark(view, id && view.cy.getElementById(id).nonempty() ? id : null);
}

function tell(view) {
  view.chosen = picked(view).id() ?? null;
  sayStatus(view);
  list.fillList(view);
}

function refresh(view) {
  fillLegend(view);
  view.shell.tools.captions.setAttribute("aria-pressed", String(view.captions));
  refreshCaptions(view);
  tell(view);
}

function announce(view, key) {
  view.shell.status.textContent = say(view.words, key);
}

function toggleCaptions(view) {
  view.captions = !view.captions;
  view.refresh();
}

function rearrange(view) {
  arrange(view.cy);
  fit(view);
  remember(view);
}

function resized(view) {
  const { cy, memory } = view;
  const before = view.size;
  view.size = { wide: cy.container().clientWidth, high: cy.container().clientHeight };
  if (!view.size.wide || !view.size.high) return;
  cy.resize();
  if (!before?.wide && !(memory.frame && view.run > 1)) fit(view, true);
  else if (within(view, before)) fit(view, true);
  else cy.panBy({ x: (view.size.wide - before.wide) / 2, y: (view.size.high - before.high) / 2 });
  refreshCaptions(view);
}

function presented(view) {
  view.large = Boolean(view.shell.root.getRootNode().fullscreenElement);
  view.shell.root.classList.toggle("large", view.large);
  setTimeout(() => view.cy.destroyed() || fit(view, true), 120);
}

export function closeView(view) {
  remember(view);
  view.sized.disconnect();
  clearTimeout(view.soon);
  view.cy.destroy();
  view.shell.root.remove();
  view.shell.style.remove();
}
