/** Mouse and touch: one tap picks, two expand, hovering tells. */
import { refreshCaptions } from "./captions.js";
import { remember } from "./graph.js";
import { expand, pick, picked } from "./selection.js";
import { describe } from "./status.js";

export function listen(view) {
  const { cy } = view;
  cy.on("tap", (event) => tapped(view, event.target));
  cy.on("dbltap", "node", (event) => view.taps[0] === view.taps[1] && expand(view, event.target));
  cy.on("dragfree", "node", () => remember(view));
  cy.on("viewport", () => soon(view));
  cy.on("mouseover", "node, edge", (event) => showTip(view, event.target));
  cy.on("mouseout", "node, edge", () => hideTip(view));
  cy.on("mousemove", (event) => placeTip(view, event.renderedPosition));
  cy.on("grab viewport", () => hideTip(view));
  cy.on("dragfree", () => refreshCaptions(view));
}

function tapped(view, target) {
  view.shell.paper.focus({ preventScroll: true });
  const id = target === view.cy ? null : target.id();
  view.taps = [view.taps?.[1], id];
  if (id !== (picked(view).id() ?? null)) pick(view, id, { look: false });
}

/** Captions are sorted out when the movement rests. */
function soon(view) {
  clearTimeout(view.soon);
  view.soon = setTimeout(() => refreshCaptions(view), 90);
}

function showTip(view, target) {
  view.shell.tip.textContent = describe(view, target);
  view.shell.tip.classList.add("on");
  view.shell.paper.style.cursor = "pointer";
}

function hideTip(view) {
  view.shell.tip.classList.remove("on");
  view.shell.paper.style.cursor = "";
}

function placeTip(view, { x, y }) {
  const { tip, stage } = view.shell;
  tip.style.left = `${Math.min(x + 14, stage.clientWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > stage.clientHeight ? y - tip.offsetHeight - 10 : y + 18}px`;
}
