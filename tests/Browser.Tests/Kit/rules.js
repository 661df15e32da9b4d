// One line for each rule that the page breaks. axe has been loaded into the page before.
async ({ lang, dir }) => {
  const root = document.documentElement;
  const broken = [];
  const complain = (really, about) => really && broken.push(about);

  complain(root.lang !== lang, `the page says it is in '${root.lang}'`);
  complain(root.dir !== dir, `the page runs '${root.dir}'`);
  const headings = document.querySelectorAll("h1").length;
  complain(headings !== 1, `${headings} first headings`);

  complain(root.scrollWidth > root.clientWidth, `scrolls sideways: ${root.scrollWidth} of ${root.clientWidth} px`);
  if (root.scrollWidth > root.clientWidth) {
    const outside = [...document.body.querySelectorAll("*")].filter((e) => {
      const box = e.getBoundingClientRect();
      return box.width > 1 && (box.right > root.clientWidth + 1 || box.left < -1);
    });
    outside.slice(0, 3).forEach((e) => broken.push(`too wide: <${e.tagName.toLowerCase()} class="${e.className}"> ${Math.round(e.getBoundingClientRect().right)} px`));
  }

  [...document.querySelectorAll(".p-menu [aria-current]")].slice(1).forEach((e) => broken.push(`also current in the menu: ${e.innerText}`));
  [...document.querySelectorAll(".govuk-summary-list__value")]
    .filter((e) => e.innerText.trim() === "" && !e.querySelector("img, svg"))
    .forEach((e) => broken.push(`no answer beside: ${e.previousElementSibling?.innerText}`));

  const { violations } = await axe.run(document, {
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    resultTypes: ["violations"],
    // The list that it compares with does not know languages for private use; the exact tag is compared above.
    rules: { "html-lang-valid": { enabled: false } },
    elementRef: false,
  });
  violations.forEach((rule) => rule.nodes.forEach((node) => broken.push(`${rule.id}: ${rule.help}: ${node.html}`)));
  return broken;
}
