// Writes the areas.csv of e-mongolia:
//
//   node tools/data/mongolian-areas.mjs <mn-aimag-soum.csv> > templates/packs/e-mongolia/areas.csv
//
// Source: OCHA and the National Statistics Office, COD-AB (CC BY-IGO). Codes are those of the statistics office: two digits for an aimag
// or the capital, four for a soum or a district of the capital. Cyrillic names of soums were joined by code and wait for its confirmation.
import { readRows, writeRow } from "./csv.mjs";

const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: node tools/data/mongolian-areas.mjs <mn-aimag-soum.csv>");
  process.exit(1);
}

const rows = readRows(file);
const code = new Map(rows.map(row => [row.pcode, row.nso_code]));
writeRow("code", "parent", "level", "name_mn", "name_en", "iso_3166_2", "remove");
// The invented areas of the starter pack go away, those inside others first.
for (const invented of ["XA0101", "XA0102", "XA0103", "XA0201", "XA0202", "XB0101", "XB0102", "XA01", "XA02", "XB01", "XA", "XB"])
  writeRow(invented, "", "", "", "", "", "true");
for (const row of rows)
  writeRow(row.nso_code, code.get(row.parent_pcode) ?? "", row.parent_pcode ? "district" : "province", row.name_mn, row.name_translit, row.iso_3166_2, "");
