/** Words, numbers and names as they are shown; nothing here knows of the graph. */

/** A phrase with its {places} filled; numbers in the manner of the language. */
export function say(words, key, values = {}) {
  const numbers = new Intl.NumberFormat(words.locale || "en");
  return (words[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? numbers.format(value) : value;
  });
}

export const typeName = (words, type) => words[`type.${type}`] ?? type;
export const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/;
const widthOf = (text) => [...text].reduce((sum, letter) => sum + (WIDE.test(letter) ? 1.9 : 1), 0);

function pieces(text, most) {
  const words = text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim().split(" ");
  return words.flatMap((word) => (widthOf(word) <= most ? [word] : cut(word, most)));
}

function cut(word, most) {
  const parts = [""];
  for (const letter of word) {
    if (widthOf(parts.at(-1) + letter) > most) parts.push("");
    parts[parts.length - 1] += letter;
  }
  return parts;
}

/** A name on one line. */
export function brief(text, most = 18) {
  const letters = [...text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim()];
  if (widthOf(letters.join("")) <= most) return letters.join("");
  while (widthOf(letters.join("")) > most - 1) letters.pop();
  return `${letters.join("").trimEnd()}…`;
}

/** A name on at most three lines of about twenty letters; what is longer ends in "…". */
export function wrap(text, most = 20, rows = 3) {
  const lines = [""];
  for (const piece of pieces(text, most)) {
    const longer = lines.at(-1) ? `${lines.at(-1)} ${piece}` : piece;
    if (widthOf(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(piece);
  }
  if (lines.length <= rows) return lines;
  const last = [...lines[rows - 1]];
  while (widthOf(last.join("")) > most - 1) last.pop();
  return [...lines.slice(0, rows - 1), `${last.join("").trimEnd()}…`];
}
