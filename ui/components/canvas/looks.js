/** How each type and each direction looks; never by colour alone. */
import { NODE_ICONS } from "./icons.js";

/** Colours by [light theme, dark theme]: 3:1 or more against the page and against the icon. */
const NODE_LOOKS = {
  Company: { shape: "ellipse", colours: ["#1d5fae", "#79b0f2"] },
  Partner: { shape: "round-hexagon", colours: ["#0b7a75", "#4fc4bc"] },
  Intervention: { shape: "round-rectangle", colours: ["#b3540e", "#f0a35c"] },
  Country: { shape: "cut-rectangle", colours: ["#566472", "#a9b7c6"] },
  Site: { shape: "round-diamond", colours: ["#8c5a3c", "#d3a585"] },
  StrategyArea: { shape: "round-octagon", colours: ["#4b3f9e", "#a69cf5"] },
  Strategy: { shape: "round-pentagon", colours: ["#7a46b8", "#c79bf2"] },
  Outcome: { shape: "round-heptagon", colours: ["#44752a", "#97cc74"] },
  Factor: { shape: "bottom-round-rectangle", colours: ["#8f6b00", "#dcb948"] },
  Lesson: { shape: "round-tag", colours: ["#a13d6b", "#ee95bd"] },
  Source: { shape: "rectangle", colours: ["#3c5870", "#8fb4d1"] },
  Passage: { shape: "tag", colours: ["#6a625a", "#bdb4aa"] },
  Year: { shape: "ellipse", colours: ["#6b6f76", "#b4b8bf"] },
  Setback: { shape: "round-triangle", colours: ["#a8372c", "#f28b7d"] },
  Note: { shape: "right-rhomboid", colours: ["#c0267f", "#ff8cc9"] },
};
const SAME_LOOK = { CaseStudy: "Source", Interview: "Source", Report: "Source", Page: "Source" };
const PLAIN_LOOK = { shape: "ellipse", colours: ["#667079", "#aab3bc"] };

export const DIRECTIONS = {
  improved: { sign: "+", colours: ["#0a7d62", "#3fcfa5"], dashes: null },
  mixed: { sign: "±", colours: ["#7a4fc0", "#bfa0f5"], dashes: [12, 4, 3, 4] },
  unchanged: { sign: "=", colours: ["#5c6875", "#b1bcc8"], dashes: [3, 4] },
  worsened: { sign: "−", colours: ["#c0391b", "#ff8a66"], dashes: [10, 6] },
  unknown: { sign: "?", colours: ["#6b7580", "#98a3ae"], dashes: [2, 8] },
};

export function nodeLook(type, dark) {
  const look = NODE_LOOKS[type] ?? NODE_LOOKS[SAME_LOOK[type]] ?? PLAIN_LOOK;
  const icon = NODE_ICONS[type] ?? NODE_ICONS[SAME_LOOK[type]];
  return { shape: look.shape, colour: look.colours[dark ? 1 : 0], icon };
}

export function directionLook(direction, dark) {
  const look = DIRECTIONS[direction];
  return look && { sign: look.sign, colour: look.colours[dark ? 1 : 0], dashes: look.dashes };
}

export const signOf = (direction) => DIRECTIONS[direction]?.sign ?? "";
export const nodeSize = (links) => Math.min(34 + 3 * Math.sqrt(links), 58);
export const linkWidth = (sources) => (sources < 1 ? 1.2 : Math.min(0.8 + 1.1 * sources, 6.3));
