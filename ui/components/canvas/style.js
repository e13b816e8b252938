/** The drawing's style for cytoscape, from the theme and the size of the type. */
import { iconAddress, tagAddress, tagWidth } from "./icons.js";
import { DIRECTIONS, directionLook, linkWidth, nodeLook } from "./looks.js";

const remembered = new Map();

function once(key, make) {
  if (!remembered.has(key)) remembered.set(key, make());
  return remembered.get(key);
}

function icon(type, theme) {
  const look = nodeLook(type, theme.dark);
  return look.icon ? once(`${type} ${theme.dark}`, () => iconAddress(look.icon, theme.dark ? "#10141a" : "#ffffff")) : "none";
}

const more = (node) => (node.data("more") > 999 ? "+1k" : `+${node.data("more")}`);
const tag = (node, theme) => once(`${more(node)} ${theme.ink} ${theme.paper}`, () => tagAddress(more(node), theme));

function nodeStyle(theme, font) {
  return {
    shape: (node) => nodeLook(node.data("type"), theme.dark).shape,
    width: "data(size)",
    height: "data(size)",
    "background-color": (node) => nodeLook(node.data("type"), theme.dark).colour,
    "background-image": (node) => icon(node.data("type"), theme),
    "background-width": "56%",
    "background-height": "56%",
    label: (node) => node.data("lines").join("\n"),
    color: theme.ink,
    "font-family": theme.font,
    "font-size": font,
    "font-weight": 500,
    "line-height": 1.15,
    "text-wrap": "wrap",
    "text-max-width": 1000,
    "text-valign": "bottom",
    "text-margin-y": 4,
    "text-outline-color": theme.paper,
    "text-outline-width": font / 5,
    "text-events": "yes",
  };
}

function tagStyle(theme, font) {
  const high = font * 1.25;
  return {
    "background-image": (node) => [icon(node.data("type"), theme), tag(node, theme)],
    "background-width": (node) => ["56%", `${(tagWidth(more(node)) * high) / 32}px`],
    "background-height": ["56%", `${high}px`],
    "background-offset-x": (node) => ["0px", `${node.data("size") * 0.46 + high * 0.3}px`],
    "background-offset-y": (node) => ["0px", `${node.data("size") * -0.46 - high * 0.2}px`],
    "background-clip": ["node", "none"],
    "background-image-containment": ["inside", "over"],
    "bounds-expansion": 2 * high,
  };
}

function linkStyle(theme, font) {
  return {
    width: (link) => linkWidth(link.data("sources")),
    "line-color": theme.line,
    "target-arrow-color": theme.line,
    "target-arrow-shape": "triangle",
    "arrow-scale": 0.9,
    "curve-style": "bezier",
    "control-point-step-size": 46,
    label: "data(sign)",
    color: theme.ink,
    "font-family": theme.font,
    "font-size": font * 0.86,
    "text-rotation": "none",
    "text-background-color": theme.paper,
    "text-background-opacity": 0.92,
    "text-background-padding": 2,
    "text-background-shape": "round-rectangle",
  };
}

function directionStyle(direction, theme, sign) {
  const look = directionLook(direction, theme.dark);
  return {
    selector: `edge[direction = "${direction}"]`,
    style: {
      "line-color": look.colour,
      "target-arrow-color": look.colour,
      "line-style": look.dashes ? "dashed" : "solid",
      ...(look.dashes && { "line-dash-pattern": look.dashes }),
      "font-size": sign,
      "min-zoomed-font-size": 9,
      "font-weight": 700,
      color: theme.dark ? "#10141a" : "#ffffff",
      "text-background-color": look.colour,
      "text-background-opacity": 1,
      "text-background-padding": 3,
    },
  };
}

const halo = (colour, width) => ({ "outline-width": width, "outline-offset": 3, "outline-color": colour });

/** The whole style sheet; sizes of type are in model units. */
export function styleSheet(theme, { font, sign, tags }) {
  return [
    { selector: "node", style: nodeStyle(theme, font) },
    ...(tags ? [{ selector: "node[more > 0]", style: tagStyle(theme, font * 0.92) }] : []),
    { selector: "edge", style: linkStyle(theme, font) },
    ...Object.keys(DIRECTIONS).map((direction) => directionStyle(direction, theme, sign)),
    { selector: "edge.captioned", style: { label: "data(full)", "text-rotation": "autorotate" } },
    { selector: "node.short", style: { label: "data(short)" } },
    { selector: "node.quiet", style: { label: "" } },
    { selector: ".faded", style: { opacity: 0.16 } },
    { selector: "node.new", style: { ...halo(theme.accent, 2), "outline-style": "dashed" } },
    { selector: "node.hit", style: halo(theme.accent, 3) },
    { selector: "node.picked", style: { ...halo(theme.accent, 4), "font-weight": 700, "z-index": 9 } },
    { selector: "edge.picked", style: { "underlay-color": theme.accent, "underlay-opacity": 0.55, "underlay-padding": 4, "z-index": 9 } },
    { selector: "node.busy", style: { "overlay-color": theme.accent, "overlay-opacity": 0.2 } },
    { selector: ".gone", style: { display: "none" } },
    { selector: "core", style: { "active-bg-opacity": 0, "selection-box-opacity": 0 } },
  ];
}
