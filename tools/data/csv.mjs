// Reads and writes CSV as RFC 4180 says: quoted fields may hold commas, quotes and line breaks.
import { readFileSync } from "node:fs";

const quote = value => /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

/** The rows of a file with a header, each an object of its columns. */
export function readRows(file) {
  const text = readFileSync(file, "utf8");
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r?\n|$)/gy;
  for (let match; cell.lastIndex < text.length && (match = cell.exec(text));) {
    const raw = match[1];
    rows.at(-1).push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (match[2] !== ",") rows.push([]);
  }
  const [header, ...body] = rows.filter(row => row.length > 0);
  return body.map(row => Object.fromEntries(header.map((name, n) => [name, row[n] ?? ""])));
}

export const writeRow = (...cells) => console.log(cells.map(quote).join(","));
