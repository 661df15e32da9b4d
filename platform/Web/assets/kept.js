// Documents kept on this device because their holder asked for it. All words stand on the pages: this file has none of its own.
// Kept are the copies that the server draws for this, under the address of the document without its language, and whose they are.
const name = "kept-documents";
const mark = "/kept-for";
const { holder } = document.body.dataset;

const keptFor = async () => (await (await caches.match(mark, { cacheName: name }))?.text()) ?? null;
const addressOf = path => path.replace(/^\/[^/]+/, "").replace(/\/kept$/, "");

// Somebody else uses this device now.
const first = await keptFor();
if (holder && first !== null && first !== holder) {
  await caches.delete(name);
}

// The page without network lists what is kept, and its links to other languages lead to what was asked for.
const list = document.querySelector("[data-kept]");
if (list) {
  const language = document.documentElement.lang;
  for (const link of document.querySelectorAll("a[hreflang]")) {
    link.pathname = location.pathname.replace(/^\/[^/]+/, `/${link.hreflang}`);
  }
  const cache = await caches.has(name) ? await caches.open(name) : null;
  for (const { url } of await cache?.keys() ?? []) {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/my/")) {
      const copy = new DOMParser().parseFromString(await (await cache.match(url)).text(), "text/html");
      const link = document.createElement("a");
      link.className = "govuk-link";
      link.href = `/${language}${pathname}`;
      link.textContent = copy.querySelector("h1").textContent;
      link.lang = copy.documentElement.lang;
      const item = document.createElement("li");
      item.append(link);
      list.querySelector("ul").append(item);
      list.hidden = false;
    }
  }
}
