// Pages work without this. It only adds what a browser can do better: components of govuk-frontend
// where a page has one, smaller photos where one is asked for, printing, and pages without network. The names of the other files get their fingerprints at build.
document.body.classList.add("js-enabled", "govuk-frontend-supported");

// What buttons need is said here: most pages have one, and nothing else of the components.
const once = 1000;
let pressed = -once;
addEventListener("click", event => {
  if (event.target.closest("[data-prevent-double-click]")) {
    event.timeStamp - pressed < once ? event.preventDefault() : pressed = event.timeStamp;
  }
});
addEventListener("keydown", event => {
  if (event.key === " " && event.target.matches("a[role='button']")) {
    event.preventDefault();
    event.target.click();
  }
});

const components = {
  "govuk-checkboxes": async () => (await import("./checkboxes.js")).Checkboxes,
  "govuk-error-summary": async () => (await import("./error-summary.js")).ErrorSummary,
  "govuk-notification-banner": async () => (await import("./notification-banner.js")).NotificationBanner,
  "govuk-radios": async () => (await import("./radios.js")).Radios,
};
for (const part of document.querySelectorAll("[data-module]")) {
  const Component = await components[part.dataset.module]?.();
  Component && new Component(part);
}

if (document.querySelector("input[type='file'][accept*='image/jpeg']")) {
  import("./photos.js");
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Documents are only looked after where there may be any: on the page that keeps them, the one that shows them, and wherever another may have signed in.
if (window.caches && (document.querySelector("[data-keep], [data-kept]") || document.body.dataset.holder && await caches.has("kept-documents"))) {
  import("./kept.js");
}

for (const field of document.querySelectorAll("[data-suggestions]")) {
  const { suggest } = await import("./suggestions.js");
  suggest(field);
}

// After everything the page itself needs; without it pages are as they were.
const register = () => navigator.serviceWorker?.register("/service-worker.js").catch(() => {});
document.readyState === "complete" ? register() : addEventListener("load", register);
