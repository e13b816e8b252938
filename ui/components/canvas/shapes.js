/** The outlines of nodes as SVG, for the legend and for exported pictures. */

const SVG = "http://www.w3.org/2000/svg";

function regular(corners, from = -Math.PI / 2) {
  return Array.from({ length: corners }, (_, at) => {
    const angle = from + (2 * Math.PI * at) / corners;
    return [Math.cos(angle), Math.sin(angle)];
  });
}

const OUTLINES = {
  "round-hexagon": regular(6, 0),
  "round-diamond": regular(4),
  "round-octagon": regular(8, Math.PI / 8),
  "round-pentagon": regular(5),
  "round-heptagon": regular(7),
  "bottom-round-rectangle": [[-0.95, -0.95], [0.95, -0.95], [0.95, 0.6], [0.6, 0.95], [-0.6, 0.95], [-0.95, 0.6]],
  "cut-rectangle": [[-0.7, -0.95], [0.7, -0.95], [0.95, -0.7], [0.95, 0.7], [0.7, 0.95], [-0.7, 0.95], [-0.95, 0.7], [-0.95, -0.7]],
  "round-tag": [[-0.95, -0.95], [0.35, -0.95], [0.95, 0], [0.35, 0.95], [-0.95, 0.95]],
  "round-triangle": [[0, -1], [1, 0.95], [-1, 0.95]],
  tag: [[-0.95, -0.95], [0.35, -0.95], [0.95, 0], [0.35, 0.95], [-0.95, 0.95]],
  "right-rhomboid": [[-0.35, -0.95], [0.95, -0.95], [0.35, 0.95], [-0.95, 0.95]],
  rectangle: [[-0.93, -0.93], [0.93, -0.93], [0.93, 0.93], [-0.93, 0.93]],
};
const CORNERS = { "round-rectangle": 0.25 };

/** One outline around (0, 0) with this radius. */
export function drawShape(shape, radius, colour) {
  const made = outline(shape, radius);
  made.setAttribute("fill", colour);
  return made;
}

function outline(shape, radius) {
  if (OUTLINES[shape]) {
    const points = OUTLINES[shape].map(([x, y]) => `${(x * radius).toFixed(1)},${(y * radius).toFixed(1)}`);
    return make("polygon", { points: points.join(" "), "stroke-linejoin": "round" });
  }
  if (!(shape in CORNERS)) return make("circle", { r: radius });
  const side = radius * 0.95;
  return make("rect", { x: -side, y: -side, width: 2 * side, height: 2 * side, rx: radius * CORNERS[shape] });
}

export function make(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
