// Pages work without this. It only adds what a browser can do better: components of govuk-frontend
// where a page has one, smaller photos where one is asked for, and printing. The names of the other files get their fingerprints at build.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

const plain = "[data-module='govuk-skip-link'], [data-module='govuk-button']:not([data-prevent-double-click], [role='button'])";
if (document.querySelector(`[data-module]:not(${plain})`)) {
  const { initAll } = await import("./components.js");
  initAll();
}

if (document.querySelector("input[type='file'][accept*='image/jpeg']")) {
  import("./photos.js");
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

for (const field of document.querySelectorAll("[data-suggestions]")) {
  const { suggest } = await import("./suggestions.js");
  suggest(field);
}
