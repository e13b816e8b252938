/** Places a whole graph; the same graph gets the same picture. */
import { boxOf, FONT } from "./boxes.js";

const SPRINGS = {
  name: "fcose",
  animate: false,
  fit: false,
  randomize: true,
  packComponents: false,
  nodeDimensionsIncludeLabels: true,
  nodeSeparation: 120,
  idealEdgeLength: 95,
  nodeRepulsion: 9000,
  edgeElasticity: 0.4,
  gravity: 0.3,
};

const FINE = { quality: "proof", numIter: 2500 };
const FAST = { quality: "default", numIter: 1200 };
const WIDE = 1.7;
const MANY = 70;
const CAPTION = 14;
const ROOMY = FONT * 1.4;

/** A small random generator (mulberry32), so that chance repeats itself. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function withoutChance(work) {
  const chance = Math.random;
  Math.random = seeded(1);
  try {
    work();
  } finally {
    Math.random = chance;
  }
}

/** Turns the picture so that its long side lies along the long side of a screen. */
function turn(nodes) {
  const points = nodes.map((node) => ({ ...node.position() }));
  const middle = { x: mean(points, "x"), y: mean(points, "y") };
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y } of points) {
    xx += (x - middle.x) ** 2;
    yy += (y - middle.y) ** 2;
    xy += (x - middle.x) * (y - middle.y);
  }
  const angle = -0.5 * Math.atan2(2 * xy, xx - yy);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  nodes.positions((node) => {
    const [x, y] = [node.position("x") - middle.x, node.position("y") - middle.y];
    return { x: x * cos - y * sin, y: x * sin + y * cos };
  });
}

/** Captions are wide and so are screens: gives the picture room to the sides. */
function widen(nodes) {
  const points = nodes.map((node) => node.position());
  const span = (axis) => Math.max(...points.map((point) => point[axis])) - Math.min(...points.map((point) => point[axis]));
  const factor = Math.min(Math.max((WIDE * span("y")) / (span("x") || 1), 1), WIDE);
  nodes.positions((node) => ({ x: node.position("x") * factor, y: node.position("y") }));
}

const mean = (points, axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;

/** Pushes nodes apart until no caption lies on another node or caption. */
function separate(nodes, font, rounds = 120) {
  const all = nodes.toArray();
  for (let round = 0; round < rounds; round += 1) {
    const boxes = all.map((node) => boxOf(node, font));
    let calm = true;
    for (let i = 0; i < all.length; i += 1)
      for (let j = i + 1; j < all.length; j += 1) if (push(all, boxes, i, j)) calm = false;
    if (calm) return;
  }
}

function push(all, boxes, i, j) {
  const [a, b] = [boxes[i], boxes[j]];
  const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (across <= 0 || down <= 0) return false;
  const flat = across < 1.6 * down;
  const step = (flat ? across : down) / 2 + 0.5;
  const sign = flat ? Math.sign(a.left + a.right - b.left - b.right) : Math.sign(a.top + a.bottom - b.top - b.bottom);
  shift(all[i], a, flat, step * (sign || 1));
  shift(all[j], b, flat, -step * (sign || 1));
  return true;
}

function shift(node, box, flat, by) {
  const { x, y } = node.position();
  node.position(flat ? { x: x + by, y } : { x, y: y + by });
  const [low, high] = flat ? ["left", "right"] : ["top", "bottom"];
  box[low] += by;
  box[high] += by;
}

/** In a small picture no node lies on a link that is not its own. */
function clearLinks(nodes, links, rounds = 30) {
  const spots = new Map(nodes.map((node) => [node.id(), { ...node.position(), wanted: node.data("size") / 2 + 24 }]));
  const lines = links.map((link) => [link.data("source"), link.data("target")]);
  for (let round = 0; round < rounds; round += 1) {
    let calm = true;
    for (const [id, spot] of spots)
      for (const [from, to] of lines)
        if (id !== from && id !== to && stepAside(spot, spots.get(from), spots.get(to))) calm = false;
    if (calm) break;
  }
  nodes.positions((node) => ({ x: spots.get(node.id()).x, y: spots.get(node.id()).y }));
}

function stepAside(spot, from, to) {
  const [x, y] = [to.x - from.x, to.y - from.y];
  const long = Math.hypot(x, y) || 1;
  const along = ((spot.x - from.x) * x + (spot.y + CAPTION - from.y) * y) / long ** 2;
  const off = ((spot.x - from.x) * y - (spot.y + CAPTION - from.y) * x) / long;
  if (along < 0.05 || along > 0.95 || Math.abs(off) >= spot.wanted) return false;
  const step = ((off < 0 ? -1 : 1) * (spot.wanted - Math.abs(off))) / long;
  spot.x += y * step;
  spot.y -= x * step;
  return true;
}

/** Arranges everything drawn anew. */
export function arrange(cy) {
  const nodes = cy.nodes();
  if (nodes.length < 2) {
    nodes.positions(() => ({ x: 0, y: 0 }));
    return;
  }
  const many = nodes.length > MANY;
  withoutChance(() => cy.layout({ ...SPRINGS, ...(many ? FAST : FINE) }).run());
  cy.batch(() => {
    turn(nodes);
    widen(nodes);
    if (!many) clearLinks(nodes, cy.edges());
    separate(nodes, many ? FONT : ROOMY);
  });
}
