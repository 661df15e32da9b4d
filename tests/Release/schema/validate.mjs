// node validate.mjs sbom.cdx.json: says how many components it has, or what is wrong with it.
import { readFileSync } from "node:fs";
import { Spec, Validation } from "@cyclonedx/cyclonedx-library";

const text = readFileSync(process.argv[2], "utf8");
const bill = JSON.parse(text);
const wrong = await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(text);
if (bill.specVersion !== "1.6" || wrong) {
  console.error(bill.specVersion, JSON.stringify(wrong, null, 1));
  process.exit(1);
}
const files = bill.components.filter(component => component.type === "file").length;
console.log(`CycloneDX ${bill.specVersion} holds: ${bill.components.length - files} packages, ${files} files`);
