/** Search by name, without regard to accents; Enter goes from one to the next. */
import { reveal } from "./camera.js";
import { refreshCaptions } from "./captions.js";
import { mark, pick, picked } from "./selection.js";
import { plain, say } from "./text.js";

export function listen(view) {
  const { search } = view.shell;
  search.addEventListener("input", () => find(view));
  search.addEventListener("keydown", (event) => {
    if (event.key === "Enter") jump(view, event.shiftKey ? -1 : 1);
    if (event.key === "Escape") leave(view);
  });
}

function leave(view) {
  view.shell.search.value = "";
  find(view);
  view.shell.paper.focus();
}

function hits(view) {
  const wanted = plain(view.shell.search.value.trim());
  return wanted ? view.cy.nodes().not(".gone").filter((node) => plain(node.data("name")).includes(wanted)) : view.cy.collection();
}

function find(view) {
  const { cy, shell, words } = view;
  if (!shell.search.value.trim()) {
    shell.found.textContent = "";
    mark(view, picked(view).id());
    return;
  }
  const found = hits(view);
  cy.batch(() => {
    cy.elements().removeClass("hit").addClass("faded");
    found.removeClass("faded").addClass("hit");
  });
  shell.found.textContent = say(words, "found", { count: found.length });
  refreshCaptions(view);
}

function jump(view, step) {
  const found = hits(view);
  if (found.empty()) return;
  const at = found.toArray().findIndex((node) => node.hasClass("picked"));
  const next = found[at < 0 ? 0 : (at + step + found.length) % found.length];
  pick(view, next.id());
  found.addClass("hit").removeClass("faded");
  refreshCaptions(view);
  reveal(view, next);
  view.shell.found.textContent = say(view.words, "found.at", { at: found.toArray().indexOf(next) + 1, count: found.length });
}
