// Compiles the platform's styles, fonts, scripts and icons into wwwroot/assets.
// Every file carries a hash of its content in its name, so that it can be cached for ever,
// and manifest.json maps plain names to those. Text files get .br and .gz beside them.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import rtlcss from "rtlcss";
import { compile } from "sass";

const source = import.meta.dirname;
const packages = join(source, "..", "node_modules");
const target = join(source, "..", "wwwroot", "assets");
const manifest = {};

const emit = (name, content) => {
  const bytes = Buffer.from(content);
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const file = `${basename(name, extname(name))}.${hash}${extname(name)}`;
  writeFileSync(join(target, file), bytes);
  if (extname(name) !== ".woff2") {
    const size = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(join(target, `${file}.br`), brotliCompressSync(bytes, { params: size }));
    writeFileSync(join(target, `${file}.gz`), gzipSync(bytes, { level: 9 }));
  }
  return (manifest[name] = file);
};

// [package, subsets]: a browser fetches a subset only when a page uses one of its characters.
const families = [
  ["Noto Sans Lao", "noto-sans-lao", ["lao"]],
  ["Noto Sans", "noto-sans", ["latin", "latin-ext", "cyrillic", "cyrillic-ext"]],
];

const fontFace = (family, name, subset, weight) => {
  const folder = join(packages, "@fontsource", name);
  const range = JSON.parse(readFileSync(join(folder, "unicode.json")))[subset];
  const file = `${name}-${subset}-${weight}-normal.woff2`;
  const url = emit(file, readFileSync(join(folder, "files", file)));
  return `@font-face{font-family:"${family}";font-style:normal;font-weight:${weight};font-display:swap;` +
    `src:url(${url}) format("woff2");unicode-range:${range}}`;
};

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const faces = families.flatMap(([family, name, subsets]) =>
  subsets.flatMap(subset => [400, 700].map(weight => fontFace(family, name, subset, weight)))).join("");

const style = (name, before) => {
  const { css } = compile(join(source, `${name}.scss`), { loadPaths: [packages], style: "compressed", quietDeps: true });
  emit(`${name}.css`, before + css);
  emit(`${name}.rtl.css`, before + rtlcss.process(css));
};

style("platform", faces);
style("office", "");
style("figures", "");
style("asking", "");
style("lists", "");

// What is written for people who read the program need not go over a thin line.
const plain = text => text.replace(/^\s*\/\*[\s\S]*?\*\/\n/gm, "").replace(/^\s*\/\/.*\n/gm, "");
const script = name => plain(readFileSync(join(source, name), "utf8"));
const parts = {};
// Each component by itself: a page rarely has two, and all of them weigh as much as a font.
for (const name of ["checkboxes", "error-summary", "notification-banner", "radios"]) {
  const component = readFileSync(join(packages, `govuk-frontend/dist/govuk/components/${name}/${name}.bundle.mjs`), "utf8");
  parts[`./${name}.js`] = emit(`${name}.js`, plain(component));
}
for (const name of ["suggestions.js", "photos.js", "kept.js"]) {
  parts[`./${name}`] = emit(name, script(name));
}
emit("platform.js", Object.entries(parts).reduce((text, [name, file]) => text.replaceAll(name, `./${file}`), script("platform.js")));
emit("service-worker.js", script("service-worker.js"));

// One file of all line icons by name: a pack may name any of them.
// Not the signs of currencies, whose names name countries: no country's portal shows another's.
const tags = JSON.parse(readFileSync(join(packages, "lucide-static/tags.json"), "utf8"));
const isSign = name => tags[name]?.includes("currency") && !/^(banknote|chart|receipt$)/.test(name);
const isOfCurrency = file => isSign(basename(file, ".svg")) || isSign(basename(file, ".svg").replace(/^(badge|circle|receipt)-/, ""));
const icons = {};
for (const file of readdirSync(join(packages, "lucide-static/icons")).filter(file => !isOfCurrency(file))) {
  const svg = readFileSync(join(packages, "lucide-static/icons", file), "utf8");
  icons[basename(file, ".svg")] = svg.slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>")).replace(/\s*\n\s*/g, "");
}
emit("icons.json", JSON.stringify(icons));

writeFileSync(join(target, "manifest.json"), JSON.stringify(manifest));
