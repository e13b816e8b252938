/** Our own icons, each one path in a box of 24 by 24, filled by the even-odd rule. */

export const NODE_ICONS = {
  Company: "M3 20V9l6 4V9l6 4V4h6v16zM6 15v2.5h2.5V15zM11 15v2.5h2.5V15zM16 15v2.5h2.5V15z",
  Partner:
    "M8 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM16.5 10.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6z" +
    "M1.5 19c0-4 3-6.5 6.5-6.5 1.8 0 3.2.6 4.2 1.5 1.1-.9 2.5-1.5 4.3-1.5 3.5 0 6 2.5 6 6.5z",
  Intervention: "M3.5 18.8l8.9-8.9-2.2-2.2L12 6l2.1 2.1 1.7 1.7L18 12l-1.7 1.7-2.2-2.1-8.9 8.9zM7.5 4.2C13.5 2.2 21.8 10.5 19.8 16.5l-1.5-.4C17.8 11.8 12.2 6.2 7.9 5.7z",
  Country: "M5 3h2v18H5zM8 4h12l-3.5 4.5L20 13H8z",
  Site: "M12 2.5c4 0 7 3 7 6.8 0 4.7-7 12.2-7 12.2S5 14 5 9.3c0-3.8 3-6.8 7-6.8zM9.5 9.3a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0z",
  StrategyArea: "M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z",
  Strategy: "M3 10.5h10V5l8 7-8 7v-5.5H3z",
  Outcome: "M4 13h4v7H4zM10 9h4v11h-4zM16 4h4v16h-4z",
  Factor: "M7 18.5a4.3 4.3 0 0 1-.6-8.5A6 6 0 0 1 18 9.4a4.6 4.6 0 0 1-.6 9.1z",
  Lesson: "M12 2.5a6.5 6.5 0 0 1 3.5 12V17h-7v-2.5a6.5 6.5 0 0 1 3.5-12zM9 18.3h6V20H9zM10.3 21h3.4v1.3h-3.4z",
  Source: "M5.5 2.5h8.5l4.5 4.5v14.5h-13zM8 10v1.7h8V10zM8 13.5v1.7h8v-1.7zM8 17v1.7h5V17z",
  Interview: "M3 4h18v12.5h-9L7 21v-4.5H3zM6.5 8v1.7h11V8zM6.5 11.3V13h7v-1.7z",
  Passage: "M4 6.5h6.5V13l-3 5.5H5L6.5 13H4zM13.5 6.5H20V13l-3 5.5h-2.5L16 13h-2.5z",
  Year: "M4 5h16v16H4zM7 2.5h2V5H7zM15 2.5h2V5h-2zM6.5 10v8.5h11V10zM9 12h2.5v2.5H9z",
  Setback: "M12 3l10 18H2zM11 9.5v6h2v-6zM11 17v2h2v-2z",
  Note: "M4 4h16v10.5L14.5 20H4zM13.3 18.5V13.3H18.5z",
};

export const TOOL_ICONS = {
  fit: "M3 3h7v2H5v5H3zM14 3h7v7h-2V5h-5zM3 14h2v5h5v2H3zM19 14h2v7h-7v-2h5z",
  undo: "M9 4v4h4.5a6 6 0 0 1 0 12H7v-2.3h6.5a3.7 3.7 0 0 0 0-7.4H9v4L3 9.2z",
  captions: "M3 5h18v11h-8l-4 4v-4H3zM6.5 8.3V10h11V8.3zM6.5 11.5v1.7h7v-1.7z",
  arrange: "M9.5 3h5v5h-5zM3 16h5v5H3zM16 16h5v5h-5zM11.2 8h1.6v4h6.5v4h-1.6v-2.4H6.3V16H4.7v-4h6.5z",
  list: "M3 5h3v3H3zM8 5.6h13v1.8H8zM3 10.5h3v3H3zM8 11.1h13v1.8H8zM3 16h3v3H3zM8 16.6h13v1.8H8z",
  save: "M10.9 3h2.2v9.2l3.4-3.4 1.5 1.5-6 6-6-6 1.5-1.5 3.4 3.4zM4 18.5h16v2.3H4z",
  present: "M2.5 4h19v13h-19zM4.7 6.2v8.6h14.6V6.2zM8 19h8v1.8H8z",
  legend: "M4 5h4v4H4zM10 6h10v2H10zM4 10.5h4v4H4zM10 11.5h10v2H10zM4 16h4v4H4zM10 17h10v2H10z",
};

const SVG = "http://www.w3.org/2000/svg";

/** An icon as an element that takes the colour of the text beside it. */
export function iconElement(path) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  shape.setAttribute("fill", "currentColor");
  shape.setAttribute("fill-rule", "evenodd");
  svg.append(shape);
  return svg;
}

/** An icon as an image address that needs no request. */
export function iconAddress(path, colour) {
  const body = `<path d="${path}" fill="${colour}" fill-rule="evenodd"/>`;
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="${SVG}" width="48" height="48" viewBox="0 0 24 24">${body}</svg>`)}`;
}

export const tagWidth = (text) => 16 + 11 * text.length;

/** A small round tag with a number: how many links are not drawn yet. */
export function tagAddress(text, { ink, line, paper }) {
  const width = tagWidth(text);
  const body =
    `<rect x="2" y="2" width="${width - 4}" height="28" rx="14" fill="${paper}" stroke="${line}" stroke-width="2"/>` +
    `<text x="${width / 2}" y="22" text-anchor="middle" font-family="sans-serif" font-size="18" font-weight="600" fill="${ink}">${text}</text>`;
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="${SVG}" width="${width}" height="32" viewBox="0 0 ${width} 32">${body}</svg>`)}`;
}
