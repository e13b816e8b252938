/** The line below the drawing: how much is drawn, and what is picked. */
import { picked } from "./selection.js";
import { say, typeName } from "./text.js";

export function sayStatus(view) {
  const { cy, words, total, shell } = view;
  const nodes = cy.nodes().not(".gone").length;
  const links = cy.edges(":visible").length;
  const drawn = total !== null && total > nodes ? say(words, "status.some", { drawn: nodes, total }) : say(words, "status.all", { nodes });
  const text = [drawn, say(words, "status.links", { links }), describe(view, picked(view))].filter(Boolean).join(" · ");
  if (shell.status.textContent !== text) shell.status.textContent = text;
}

/** A node or a link in one line. */
export function describe({ words }, item) {
  if (item.empty()) return "";
  if (item.isNode()) {
    const drawn = item.connectedEdges().length;
    return `${typeName(words, item.data("type"))}: ${item.data("name")} (${say(words, "node.links", { links: item.data("links"), drawn })})`;
  }
  const { caption, type, direction, sign, sources } = item.data();
  const how = direction ? ` (${sign} ${words[`direction.${direction}`]})` : "";
  const ends = `${item.source().data("name")} — ${caption || type} → ${item.target().data("name")}`;
  return `${ends}${how}${sources ? `, ${say(words, "link.sources", { sources })}` : ""}`;
}
