/** What part of the plane is seen. */
import { around, boxOf } from "./boxes.js";
import { sizes } from "./captions.js";

const PADDING = 18;
const NEAREST = 1.2;

export const calmMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

/** The box around everything shown, with captions as large as they are at this zoom. */
function frameAt({ cy, large }, zoom, nodes = cy.nodes().not(".gone")) {
  const { font } = sizes(zoom, large);
  return around(nodes.map((node) => boxOf(node, font)));
}

function zoomFor(cy, frame) {
  const wide = (cy.width() - 2 * PADDING) / (frame.right - frame.left);
  const high = (cy.height() - 2 * PADDING) / (frame.bottom - frame.top);
  return Math.max(Math.min(wide, high, NEAREST), 0.05);
}

/** Shows everything; never larger than life. */
export function fit(view, quick = false) {
  const { cy } = view;
  let frame = frameAt(view, 1);
  if (!frame || !cy.width() || !cy.height()) return;
  let zoom = 1;
  for (let round = 0; round < 4; round += 1) {
    zoom = zoomFor(cy, frame);
    frame = frameAt(view, zoom);
  }
  zoom = Math.min(zoom, zoomFor(cy, frame));
  const pan = {
    x: cy.width() / 2 - (zoom * (frame.left + frame.right)) / 2,
    y: cy.height() / 2 - (zoom * (frame.top + frame.bottom)) / 2,
  };
  move(view, { zoom, pan }, quick);
}

/** Whether these nodes lie within a window of this size. */
export function within(view, { wide, high }, nodes) {
  const [zoom, pan] = [view.cy.zoom(), view.cy.pan()];
  const frame = frameAt(view, zoom, nodes);
  if (!frame) return true;
  const inSight = (low, top, offset, size) => low * zoom + offset >= -2 && top * zoom + offset <= size + 2;
  return inSight(frame.left, frame.right, pan.x, wide) && inSight(frame.top, frame.bottom, pan.y, high);
}

/** Shows everything only if one of these nodes lies outside of what is seen. */
export function fitIfOutside(view, nodes) {
  if (!within(view, { wide: view.cy.width(), high: view.cy.height() }, nodes)) fit(view);
}

/** Brings one element into sight without changing the zoom, if it is not there. */
export function reveal(view, element) {
  const { cy } = view;
  const { x, y } = element.isNode() ? element.renderedPosition() : element.renderedMidpoint();
  const inside = x > 60 && y > 40 && x < cy.width() - 60 && y < cy.height() - 60;
  if (!inside) move(view, { pan: { x: cy.pan().x + cy.width() / 2 - x, y: cy.pan().y + cy.height() / 2 - y } });
}

export function zoomBy(view, factor) {
  const { cy } = view;
  cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

function move(view, aim, quick = false) {
  view.cy.stop(true);
  if (quick || calmMotion()) view.cy.viewport({ zoom: view.cy.zoom(), ...aim });
  else view.cy.animate({ ...aim, duration: 260, easing: "ease-in-out-cubic" });
}
