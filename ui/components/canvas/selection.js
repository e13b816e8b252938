/** What is picked, and how the rest steps back. */
import { refreshCaptions } from "./captions.js";
import { reveal } from "./camera.js";

export const picked = (view) => view.cy.$(".picked");

/** Marks one element, or none, and fades what is not beside it. */
export function mark(view, id) {
  const { cy } = view;
  const chosen = id ? cy.getElementById(id) : cy.collection();
  cy.batch(() => {
    cy.elements().removeClass("picked faded hit");
    chosen.addClass("picked");
    if (chosen.nonempty()) cy.elements().not(beside(chosen)).addClass("faded");
  });
  refreshCaptions(view);
  view.tell();
}

const beside = (chosen) => (chosen.isNode() ? chosen.closedNeighborhood() : chosen.union(chosen.connectedNodes()));

/** A person picks: marks, brings into sight and tells Python. */
export function pick(view, id, { look = true } = {}) {
  mark(view, id);
  if (id && look) reveal(view, view.cy.getElementById(id));
  view.turn += 1;
  view.send("selected", { id: id ?? null, turn: view.turn });
}

export function expand(view, node) {
  node.addClass("busy");
  setTimeout(() => view.cy.destroyed() || node.removeClass("busy"), 2500);
  view.ask("expand", node.id());
}
