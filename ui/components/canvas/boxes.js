/** Room on the plane: the rectangle that a node takes with its caption, in model units at zoom 1. */

export const FONT = 13;
const LETTER = 0.53;
const ROW = 1.25;
const MARGIN = 7;

/** Half of the width, and how far the node reaches up and down from its centre. */
export function extent(node, font = FONT) {
  const lines = node.data("lines");
  const letters = Math.max(...lines.map((line) => line.length));
  const half = node.data("size") / 2;
  return {
    half: Math.max(half, (letters * font * LETTER) / 2) + MARGIN,
    up: half + MARGIN,
    down: half + lines.length * font * ROW + MARGIN,
  };
}

export const boxAt = (room, x, y) => ({ left: x - room.half, right: x + room.half, top: y - room.up, bottom: y + room.down });
export const boxOf = (node, font = FONT) => boxAt(extent(node, font), node.position("x"), node.position("y"));
export const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The box around all boxes; null when there is none. */
export function around(boxes) {
  if (!boxes.length) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    right: Math.max(...boxes.map((box) => box.right)),
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

const side = (p, q, r) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);

/** Whether the lines a-b and c-d cross between their ends. */
export const cross = (a, b, c, d) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

/** Whether the line a-b runs through a box. */
export function runsThrough(a, b, box) {
  const inside = (p) => p.x > box.left && p.x < box.right && p.y > box.top && p.y < box.bottom;
  if (inside(a) || inside(b)) return true;
  const corners = [
    { x: box.left, y: box.top },
    { x: box.right, y: box.top },
    { x: box.right, y: box.bottom },
    { x: box.left, y: box.bottom },
  ];
  return cross(a, b, corners[0], corners[2]) || cross(a, b, corners[1], corners[3]);
}
