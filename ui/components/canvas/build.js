/** Bundles the canvas into ui/static, with the licences of what it contains. */
import { build } from "esbuild";
import { readFile, writeFile } from "node:fs/promises";

const STATIC = new URL("../../static/", import.meta.url);
const PARTS = ["cytoscape", "cytoscape-fcose", "cose-base", "layout-base", "lodash", "heap"];

const result = await build({
  entryPoints: ["index.js"],
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  loader: { ".css": "text" },
  legalComments: "external",
  outfile: "canvas.js",
  write: false,
  banner: { js: "/* Built from ui/components/canvas by `npm run build`; licences in canvas.LICENSES.txt. */" },
});

const text = (ending) => result.outputFiles.find((file) => file.path.endsWith(ending))?.text ?? "";

/** cytoscape's way to the global object of old browsers; Seam's page needs no eval. */
const script = text("canvas.js").replace('Function("return this")()', "globalThis");
if (/\beval\(|\bFunction\(["'`]/.test(script)) throw new Error("The bundle makes code from text.");

async function licence(name) {
  const home = new URL(`node_modules/${name}/`, import.meta.url);
  const { version } = JSON.parse(await readFile(new URL("package.json", home), "utf8"));
  return `${name} ${version}\n\n${(await readFile(new URL("LICENSE", home), "utf8")).trim()}\n`;
}

const notices = await Promise.all(PARTS.map(licence));
notices.push(`Notices inside these packages\n\n${text(".LEGAL.txt").trim()}\n`);
notices.push("The icons and everything else in canvas.js are Seam's own, under Seam's licence (MIT).\n");
await writeFile(new URL("canvas.js", STATIC), script);
await writeFile(new URL("canvas.LICENSES.txt", STATIC), notices.join(`\n${"-".repeat(72)}\n\n`));
