// Pages work without this. It only adds what a browser can do better: components of govuk-frontend
// where a page has one, and printing. `./components.js` becomes the fingerprinted name at build.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

if (document.querySelector("[data-module]:not([data-module='govuk-skip-link'])")) {
  const { initAll } = await import("./components.js");
  initAll();
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
