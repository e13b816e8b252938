/** Finds free space, outward from what is there, for nodes that were not drawn before. Nothing else moves. */
import { around, boxAt, boxOf, cross, extent, meet, runsThrough } from "./boxes.js";

const ANGLES = 28;
const FIRST_RING = 105;
const RING = 38;
const RINGS = 16;

/** Places every fresh node, those with most neighbours in place first. */
export function place(cy, fresh) {
  const plane = new Plane(cy, fresh);
  let waiting = fresh.toArray();
  while (waiting.length) {
    const next = waiting.reduce((best, node) => (plane.anchors(node).length > plane.anchors(best).length ? node : best));
    plane.put(next);
    waiting = waiting.filter((node) => node !== next);
  }
}

class Plane {
  constructor(cy, fresh) {
    this.placed = cy.collection();
    this.boxes = [];
    this.lines = [];
    for (const node of cy.nodes().not(fresh).toArray()) this.take(node);
  }

  anchors(node) {
    return node.neighborhood("node").intersection(this.placed);
  }

  take(node) {
    for (const other of this.anchors(node).toArray()) this.lines.push([{ ...node.position() }, { ...other.position() }]);
    this.placed = this.placed.union(node);
    this.boxes.push(boxOf(node));
  }

  put(node) {
    const anchors = this.anchors(node);
    const spots = anchors.length ? this.spotsNear(anchors) : this.spotsBelow();
    const room = extent(node);
    const ends = anchors.map((anchor) => anchor.position());
    let [best, least] = [spots[0], Infinity];
    for (const spot of spots) {
      const cost = this.cost(spot, room, ends, least);
      if (cost < least) [best, least] = [spot, cost];
    }
    node.position({ x: best.x, y: best.y });
    this.take(node);
  }

  /** What speaks against a spot, in model units of distance. */
  cost(spot, room, ends, enough) {
    const { x, y } = spot;
    let sum = spot.turned * 45;
    for (const end of ends) sum += Math.hypot(end.x - x, end.y - y) / ends.length;
    if (sum >= enough) return sum;
    const box = boxAt(room, x, y);
    for (const other of this.boxes) if (meet(box, other)) sum += 900;
    if (sum >= enough) return sum;
    for (const [from, to] of this.lines) {
      if (runsThrough(from, to, box)) sum += 90;
      for (const end of ends) if (cross(spot, end, from, to)) sum += 70;
    }
    return sum;
  }

  /** Rings around the nodes it hangs on; `turned` is 0 for straight outward, 1 for straight back. */
  spotsNear(anchors) {
    const centre = middle(anchors);
    const outward = this.outward(anchors, centre);
    const spots = [];
    for (let ring = 0; ring < RINGS; ring += 1)
      for (let step = 0; step < ANGLES; step += 1) {
        const off = ((step + (ring % 2) / 2) / ANGLES) * 2 * Math.PI;
        const radius = FIRST_RING + ring * RING;
        const turned = Math.min(off, 2 * Math.PI - off) / Math.PI;
        spots.push({ x: centre.x + 1.25 * radius * Math.cos(outward + off), y: centre.y + radius * Math.sin(outward + off), turned });
      }
    return spots;
  }

  outward(anchors, centre) {
    const behind = anchors.neighborhood("node").intersection(this.placed).not(anchors);
    const back = middle(behind.length ? behind : this.placed);
    return Math.atan2(centre.y - back.y, centre.x - back.x || 1e-9);
  }

  /** For a node that hangs on nothing drawn: rows below the picture. */
  spotsBelow() {
    const frame = around(this.boxes) ?? { left: 0, right: 0, bottom: 0 };
    const spots = [];
    for (let row = 0; row < 6; row += 1)
      for (let x = frame.left + 60; x <= Math.max(frame.right, frame.left + 900); x += 40)
        spots.push({ x, y: frame.bottom + 60 + row * 60, turned: row });
    return spots;
  }
}

function middle(nodes) {
  const points = nodes.map((node) => node.position());
  return {
    x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
    y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
  };
}
