/** The colours and the font of the page around us. */

const pen = document.createElement("canvas").getContext("2d");

function rgb(colour) {
  pen.fillStyle = "#ffffff";
  pen.fillStyle = colour;
  const hex = pen.fillStyle.startsWith("#") ? pen.fillStyle : "#ffffff";
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

const isDark = (colour) => {
  const [red, green, blue] = rgb(colour);
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
};

/** Reads Streamlit's variables from the host of our shadow root. */
export function readTheme(parent) {
  const styles = getComputedStyle(parent.host ?? parent);
  const read = (name, fallback) => styles.getPropertyValue(name).trim() || fallback;
  const paper = read("--st-background-color", "#ffffff");
  const dark = isDark(paper);
  return {
    dark,
    paper,
    ink: read("--st-text-color", dark ? "#fafafa" : "#262730"),
    accent: dark ? "#ffd24d" : "#d6006c",
    line: dark ? "#77828e" : "#858f9b",
    font: read("--st-font", "sans-serif").replace(/[^\w\s",-]/g, ""),
  };
}
