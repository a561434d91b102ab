// Keeps the program of the jury's pages, and nothing of what they show, for those who read without a network.
const CACHE = `kaaring-shell ${self.registration.scope}`;
const NAMED_BY_CONTENT = /-[A-Za-z0-9_-]{8}\.(?:js|css)$|^\/fonts\//;
const NAMED_IN_PAGE = /(src|href)="([^":]+\.(?:js|css))"/g;
const PATIENCE = 4000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('message', (event) => {
  const { page, base, files } = event.data;
  event.waitUntil(
    keep(page, base, files)
      .catch(() => false)
      .then((kept) => event.ports[0].postMessage(kept)),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (NAMED_BY_CONTENT.test(pathname)) event.respondWith(file(request));
  else event.respondWith(fetch(request).catch(() => kept(pathname)));
});

async function keep(page, base, files) {
  const answer = await fetch(page, { cache: 'no-cache' });
  if (!answer.ok) return false;
  const named = [...(await answer.clone().text()).matchAll(NAMED_IN_PAGE)].map(
    ([, attribute, name]) => ({ attribute, path: name.startsWith('/') ? name : base + name }),
  );
  // A release came between: its page and the scripts that are loaded here do not fit together.
  if (named.some(({ attribute, path }) => attribute === 'src' && !files.includes(path)))
    return false;
  const wanted = new Set([...files, ...named.map(({ path }) => path)]);
  const cache = await caches.open(CACHE);
  for (const path of wanted) {
    if (NAMED_BY_CONTENT.test(path) && (await cache.match(path))) continue;
    const fetched = await fetch(path);
    if (!fetched.ok) return false;
    await cache.put(path, fetched);
  }
  await cache.put(page, answer);
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (pathname !== page && !wanted.has(pathname)) await cache.delete(url);
  }
  return true;
}

/** The page itself: from the server, or the kept one when the server does not answer soon. */
async function page(request) {
  const shell = await caches.match(new URL(self.registration.scope).pathname);
  if (!shell) return fetch(request);
  const late = new Promise((resolve) => setTimeout(() => resolve(shell), PATIENCE));
  return Promise.race([fetch(request).catch(() => shell), late]);
}

async function file(request) {
  return (await caches.match(request.url)) ?? fetch(request);
}

async function kept(path) {
  return (await caches.match(path)) ?? Response.error();
}
