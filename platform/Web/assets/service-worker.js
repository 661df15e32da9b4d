// Stands between pages and network. Pages come from the network; without it a document that its holder keeps on this device (kept.js), else the page
// that says there is no network, in the language of the page asked for. Nothing else is kept: no page of a person, and no record of what was read.
// A form that cannot be sent is left to the browser, which holds what was typed. The server writes the constant `site` before this.
const name = `site-${site.version}`;
const kept = "kept-documents";

const languageOf = path => {
  const wanted = [path.split("/")[1], ...navigator.languages.flatMap(tag => [tag, tag.split("-")[0]])];
  return wanted.find(tag => site.languages.includes(tag)) ?? site.languages[0];
};

const install = async () => {
  const cache = await caches.open(name);
  await cache.addAll([...site.files, ...site.languages.map(tag => `/${tag}/offline`)]);
  await skipWaiting();
};

const activate = async () => {
  const old = (await caches.keys()).filter(one => one !== name && one !== kept);
  await Promise.all(old.map(one => caches.delete(one)));
  // The request of a page goes out while this program starts.
  await registration.navigationPreload?.enable();
  await clients.claim();
};

const page = async event => {
  try {
    return await event.preloadResponse ?? await fetch(event.request);
  } catch {
    const { pathname } = new URL(event.request.url);
    const document = pathname.replace(/^\/[^/]+/, "");
    return await caches.match(document, { cacheName: kept }) ?? await caches.match(`/${languageOf(pathname)}/offline`, { cacheName: name }) ?? Response.error();
  }
};

addEventListener("install", event => event.waitUntil(install()));
addEventListener("activate", event => event.waitUntil(activate()));
addEventListener("fetch", event => {
  const { method, mode, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (origin !== location.origin) {
    return;
  }
  if (method === "POST" && pathname.endsWith("/sign-out")) {
    event.waitUntil(caches.delete(kept));
  } else if (method === "GET" && mode === "navigate") {
    event.respondWith(page(event));
  } else if (method === "GET" && /^\/(assets|theme)\//.test(pathname)) {
    // Their names change with their content.
    event.respondWith(caches.match(event.request).then(known => known ?? fetch(event.request)));
  }
});
