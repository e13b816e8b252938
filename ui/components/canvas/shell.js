/** The frame around the drawing: tools above, list beside, legend and status below. */
import css from "./shell.css";
import { element } from "./elements.js";
import { iconElement, TOOL_ICONS } from "./icons.js";

const TOOLS = ["fit", "undo", "arrange", "captions", "list", "png", "svg", "present"];
const ICON_OF = { png: "save", svg: "save" };
const SWITCHES = ["captions", "list"];

function toolButton(name) {
  const button = element("button", { type: "button", class: `tool ${name}` }, iconElement(TOOL_ICONS[ICON_OF[name] ?? name]), element("span"));
  if (SWITCHES.includes(name)) button.setAttribute("aria-pressed", "false");
  return button;
}

/** Builds the frame once; words are set by `wordShell`. */
export function buildShell(parent) {
  const search = element("input", { type: "search", class: "search", autocomplete: "off", spellcheck: "false" });
  const found = element("output", { class: "found" });
  const tools = Object.fromEntries(TOOLS.map((name) => [name, toolButton(name)]));
  const bar = element("div", { class: "bar", role: "toolbar" }, element("span", { class: "seek" }, search, found), ...Object.values(tools));
  const paper = element("div", { class: "paper", tabindex: "0", role: "application" });
  const hint = element("div", { class: "hint", "aria-hidden": "true" });
  const tip = element("div", { class: "tip", "aria-hidden": "true" });
  const empty = element("p", { class: "empty" });
  const stage = element("div", { class: "stage" }, paper, hint, tip, empty);
  const sheet = element("div", { class: "sheet", role: "region", hidden: "" });
  const legend = element("div", { class: "legend" });
  const status = element("div", { class: "status", role: "status", "aria-live": "polite" });
  const body = element("div", { class: "body" }, stage, sheet);
  const root = element("section", { class: "seam", "data-testid": "seam-canvas" }, bar, body, legend, status);
  const style = element("style");
  style.textContent = css;
  parent.append(style, root);
  return { root, style, bar, search, found, tools, paper, hint, tip, empty, stage, sheet, legend, status };
}

export function wordShell(shell, words) {
  const { root, bar, search, tools, paper, hint, empty, sheet } = shell;
  root.setAttribute("aria-label", words.canvas);
  bar.setAttribute("aria-label", words.tools);
  search.setAttribute("aria-label", words.search);
  search.placeholder = words.search;
  for (const [name, button] of Object.entries(tools)) {
    button.lastChild.textContent = words[name];
    button.title = words[`${name}.help`];
  }
  paper.setAttribute("aria-label", `${words.canvas}. ${words.keys}`);
  hint.textContent = words.keys;
  empty.textContent = words.empty;
  sheet.setAttribute("aria-label", words["list.help"]);
}

/** Full screen with larger type, for a projector. */
export function present(view) {
  const { root } = view.shell;
  if (root.getRootNode().fullscreenElement) document.exitFullscreen();
  else root.requestFullscreen().catch(() => view.announce("present.refused"));
}
