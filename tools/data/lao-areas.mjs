// Writes the areas.csv of e-laos from two source files:
//
//   node tools/data/lao-areas.mjs <la-province-district.csv> <la-villages.csv> > templates/packs/e-laos/areas.csv
//
// Source: npm @lailao10x/lao-address (MIT); province names in Lao: CLDR (Unicode-3.0).
// Codes are the source's own. Invisible characters (U+00AD, U+200B) and doubled
// spaces are taken out of names, because a search would miss them; nothing else
// changes. Villages whose district does not exist stay in the file: the pack
// check reports them, so the gap is seen until someone closes it.
import { readRows, writeRow } from "./csv.mjs";

const [areasFile, villagesFile] = process.argv.slice(2);
if (!villagesFile) {
  console.error("usage: node tools/data/lao-areas.mjs <la-province-district.csv> <la-villages.csv>");
  process.exit(1);
}

const clean = name => name.replace(/[\u00AD\u200B]/g, "").replace(/\s+/g, " ").trim();

writeRow("code", "parent", "level", "name_lo", "name_en", "iso_3166_2", "remove");
// The invented areas of the starter pack go away.
for (const code of ["XA", "XB", "XA01", "XA02", "XB01", "XA0101", "XA0102", "XA0103", "XA0201", "XA0202", "XB0101", "XB0102"])
  writeRow(code, "", "", "", "", "", "true");
for (const row of readRows(areasFile))
  writeRow(row.code, row.parent_code, row.type, clean(row.name_lo_cldr || row.name_lo), clean(row.name_en), row.iso_3166_2, "");
for (const row of readRows(villagesFile))
  writeRow(row.village_id, row.district_code, "village", clean(row.name_lo), clean(row.name_en), "", "");
