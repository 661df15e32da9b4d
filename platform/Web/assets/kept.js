// Documents kept on this device because their holder asked for it, and whose they are. Kept is a copy that the server draws for this purpose, under the
// address of the document without its language, with the styles it needs. All words stand on the pages: this file has none of its own.
const name = "kept-documents";
const mark = "/kept-for";
const { holder } = document.body.dataset;

const keptFor = async () => (await (await caches.match(mark, { cacheName: name }))?.text()) ?? null;
const withoutLanguage = path => path.replace(/^\/[^/]+/, "");

// Whether all came. What is not listed or not there any more goes; what could not be fetched stays as it was kept before.
const keep = async paths => {
  const cache = await caches.open(name);
  await cache.put(mark, new Response(holder));
  await cache.addAll([...document.querySelectorAll("link[rel=stylesheet]")].map(link => link.href));
  const fetched = await Promise.all(paths.map(async path => {
    const answer = await fetch(`${path}/kept`).catch(() => Response.error());
    if (answer.ok && !answer.redirected) {
      await cache.put(withoutLanguage(path), answer);
      return true;
    }
    return answer.status === 404 && await cache.delete(withoutLanguage(path));
  }));
  const listed = paths.map(withoutLanguage);
  const gone = (await cache.keys()).filter(({ url }) => /^\/my\//.test(new URL(url).pathname) && !listed.includes(new URL(url).pathname));
  await Promise.all(gone.map(one => cache.delete(one)));
  return fetched.every(came => came);
};

// The page of one's documents: a button to keep them, or one to remove them. Kept ones are fetched anew with each visit.
const offer = async (section, kept) => {
  const [start, end] = ["start", "end"].map(which => section.querySelector(`[data-keep-${which}]`));
  const paths = [...document.querySelectorAll("[data-document]")].map(one => one.dataset.document);
  const show = (state, said) => {
    [start.hidden, end.hidden] = [state, !state];
    section.querySelectorAll("[data-keep-said]").forEach(one => one.hidden = one.dataset.keepSaid !== said);
  };
  const fetchAll = async () => show(true, await keep(paths).catch(() => false) ? "all" : "some");

  start.addEventListener("click", async () => {
    await fetchAll();
    end.focus();
  });
  end.addEventListener("click", async () => {
    await caches.delete(name);
    show(false, "none");
    start.focus();
  });
  show(kept);
  section.hidden = false;
  if (kept) {
    await fetchAll();
  }
};

// The page without network lists what is kept, and its links to other languages lead to what was asked for.
const list = async section => {
  for (const link of document.querySelectorAll("a[hreflang]")) {
    link.pathname = `/${link.hreflang}${withoutLanguage(location.pathname)}`;
  }
  if (!await caches.has(name)) {
    return;
  }
  const cache = await caches.open(name);
  for (const one of (await cache.keys()).filter(({ url }) => /^\/my\//.test(new URL(url).pathname))) {
    const copy = new DOMParser().parseFromString(await (await cache.match(one)).text(), "text/html");
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = `/${document.documentElement.lang}${new URL(one.url).pathname}`;
    link.lang = copy.querySelector("article").lang;
    link.textContent = copy.querySelector("h1").textContent;
    const item = document.createElement("li");
    item.append(link);
    section.querySelector("ul").append(item);
    section.hidden = false;
  }
};

const owner = await keptFor();
if (holder && owner !== null && owner !== holder) {
  // Somebody else uses this device now.
  await caches.delete(name);
}
const [offered, listed] = ["[data-keep]", "[data-kept]"].map(one => document.querySelector(one));
if (offered && navigator.serviceWorker) {
  await offer(offered, owner === holder);
}
if (listed) {
  await list(listed);
}
