/** Which captions can be read at the present zoom: the important ones first, none over another. */
import { boxAt, FONT, meet } from "./boxes.js";
import { styleSheet } from "./style.js";

const SMALLEST = 0.28;
const LARGEST = 1.1;
const SIGNS_FROM = 0.5;
const TAGS_FROM = 0.55;

/** Type keeps its size on the screen while the picture shrinks or grows within limits. */
export function sizes(zoom, large) {
  const size = FONT * (large ? 1.45 : 1);
  const font = size / Math.min(Math.max(zoom, SMALLEST), LARGEST);
  return { font, sign: size / Math.min(Math.max(zoom, SIGNS_FROM), LARGEST), tags: zoom >= TAGS_FROM };
}

/** Applies the style for the zoom, then hides the captions that have no room. */
export function refreshCaptions(view, zoom = view.cy.zoom()) {
  const type = sizes(zoom, view.large);
  const { font } = type;
  const key = `${font.toFixed(1)} ${type.tags} ${JSON.stringify(view.theme)}`;
  if (key !== view.styled) view.cy.style(styleSheet(view.theme, type));
  view.styled = key;
  view.cy.batch(() => {
    const taken = nodeCaptions(view, font);
    linkCaptions(view, font, taken);
  });
}

function weight(node) {
  if (node.hasClass("picked")) return 1e9;
  if (node.hasClass("hit")) return 1e8;
  return (node.hasClass("faded") ? 0 : 1e6) + node.data("links") + 100 * node.degree();
}

function nodeCaptions(view, font) {
  const nodes = view.cy.nodes().not(".gone").toArray();
  const clear = nodes.filter((node) => !node.hasClass("faded"));
  const bodies = (clear.length ? clear : nodes).map((node) => bodyOf(node));
  const taken = [];
  nodes.sort((a, b) => weight(b) - weight(a));
  const isFree = (box, own) => !taken.some((other) => meet(box, other)) && !bodies.some((body) => body.id !== own && meet(box, body));
  for (const node of nodes) {
    const long = captionBox(node, node.data("lines"), font);
    const short = captionBox(node, [node.data("short")], font);
    const box = [long, short].find((one) => isFree(one, node.id()));
    const picked = node.hasClass("picked");
    node.toggleClass("quiet", !box && !picked);
    node.toggleClass("short", box === short && !picked);
    if (box || picked) taken.push(picked ? long : box);
  }
  return [...taken, ...bodies];
}

function bodyOf(node) {
  const half = node.data("size") / 2;
  const { x, y } = node.position();
  return { id: node.id(), ...boxAt({ half, up: half, down: half }, x, y) };
}

function captionBox(node, lines, font) {
  const half = node.data("size") / 2;
  const letters = Math.max(...lines.map((line) => line.length));
  const room = { half: letters * font * 0.25, up: -half - 2, down: half + 2 + lines.length * font * 1.15 };
  return boxAt(room, node.position("x"), node.position("y"));
}

/** Captions of links: of what is picked always; of the others when asked for and where there is room. */
function linkCaptions(view, font, taken) {
  const near = view.cy.$(".picked").union(view.cy.$("node.picked").connectedEdges());
  view.cy.edges().forEach((link) => {
    const wanted = near.contains(link) || (view.captions && !link.hasClass("faded"));
    const box = wanted && linkBox(link, font);
    const free = wanted && longEnough(link, box) && !taken.some((other) => meet(box, other));
    link.toggleClass("captioned", Boolean(free) || link.hasClass("picked"));
    if (free) taken.push(box);
  });
}

function linkBox(link, font) {
  const [from, to] = [link.source().position(), link.target().position()];
  const length = link.data("full").length * font * 0.45;
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const half = (Math.abs(Math.cos(angle)) * length) / 2 + font / 3;
  const tall = (Math.abs(Math.sin(angle)) * length) / 2 + font / 3;
  return { ...boxAt({ half, up: tall, down: tall }, (from.x + to.x) / 2, (from.y + to.y) / 2), length };
}

function longEnough(link, box) {
  const [from, to] = [link.source(), link.target()];
  const apart = Math.hypot(to.position("x") - from.position("x"), to.position("y") - from.position("y"));
  return apart - (from.data("size") + to.data("size")) / 2 > box.length;
}
