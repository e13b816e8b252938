/** The same picture as a list: exactly what is drawn, by type. */
import { element, walkWithArrows } from "./elements.js";
import { countTypes } from "./legend.js";
import { pick } from "./selection.js";
import { say, typeName } from "./text.js";

export function listen(view) {
  const { sheet, paper } = view.shell;
  walkWithArrows(sheet, "button");
  sheet.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    toggleList(view);
    paper.focus();
  });
}

export function toggleList(view) {
  const { sheet, tools } = view.shell;
  sheet.hidden = !sheet.hidden;
  tools.list.setAttribute("aria-pressed", String(!sheet.hidden));
  fillList(view);
  if (!sheet.hidden) (sheet.querySelector("[aria-current]") ?? sheet.querySelector("button"))?.focus();
}

/** Fills the list anew, keeping the place and the focus of the reader. */
export function fillList(view) {
  const { sheet } = view.shell;
  if (sheet.hidden) return;
  const focused = sheet.getRootNode().activeElement?.dataset?.id;
  const top = sheet.scrollTop;
  sheet.replaceChildren(...nodeGroups(view), ...linkGroups(view));
  const entries = [...sheet.querySelectorAll("button")];
  const kept = entries.find((entry) => entry.dataset.id === focused);
  for (const entry of entries) entry.tabIndex = -1;
  const first = kept ?? entries.find((entry) => entry.hasAttribute("aria-current")) ?? entries[0];
  if (first) first.tabIndex = 0;
  sheet.scrollTop = top;
  kept?.focus({ preventScroll: true });
}

function nodeGroups(view) {
  const shown = view.cy.nodes().not(".gone").toArray();
  return [...countTypes(view.cy).keys()].flatMap((type) => {
    const nodes = shown.filter((node) => node.data("type") === type).sort(byName);
    return nodes.length ? [section(view, typeName(view.words, type), nodes.map((node) => nodeEntry(view, node)))] : [];
  });
}

const byName = (a, b) => a.data("name").localeCompare(b.data("name"));

function linkGroups(view) {
  const groups = new Map();
  for (const link of view.cy.edges().toArray()) {
    if (link.connectedNodes(".gone").nonempty()) continue;
    const name = link.data("caption") || link.data("type");
    groups.set(name, [...(groups.get(name) ?? []), linkEntry(view, link)]);
  }
  return [...groups].map(([name, entries]) => section(view, say(view.words, "links.of", { name }), entries));
}

function section(view, title, entries) {
  const heading = element("h3", {}, title, " ", element("b", {}, String(entries.length)));
  return element("section", {}, heading, element("ul", {}, ...entries));
}

function nodeEntry(view, node) {
  const about = say(view.words, "node.links", { links: node.data("links"), drawn: node.connectedEdges().length });
  return entry(view, node, node.data("name"), about);
}

function linkEntry(view, link) {
  const { sign, direction, sources } = link.data();
  const ends = `${link.source().data("name")} → ${link.target().data("name")}`;
  const about = [direction && `${sign} ${view.words[`direction.${direction}`]}`, sources && say(view.words, "link.sources", { sources })];
  return entry(view, link, ends, about.filter(Boolean).join(", "));
}

function entry(view, item, title, about) {
  const current = item.hasClass("picked") ? "true" : null;
  const button = element("button", { type: "button", "data-id": item.id(), "aria-current": current });
  button.append(element("span", { dir: "auto" }, title), element("small", {}, about));
  button.onclick = () => pick(view, item.id());
  return element("li", {}, button);
}
