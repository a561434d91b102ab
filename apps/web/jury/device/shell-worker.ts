const JURY_WORKER = '/jury-worker.js';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string | null },
  ): { createScriptURL(address: string): string };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

const KEPT = /\.(?:js|css|woff2|svg)$/;

/** Lets the worker keep the program of the jury's pages, so that they open without a network. False: it could not. */
export async function keepShell(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false;
  const base = new URL(document.baseURI).pathname;
  const registration = await navigator.serviceWorker.register(workerAddress(), {
    scope: `${base}jury`,
  });
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (!worker) return false;
  await activated(worker);
  const channel = new MessageChannel();
  const kept = new Promise<boolean>((resolve) => {
    channel.port1.onmessage = ({ data }) => resolve(data === true);
  });
  worker.postMessage({ page: `${base}jury`, base, files: loadedFiles() }, [channel.port2]);
  return kept;
}

/** The worker goes, and with it what it has kept. */
export async function dropShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
  for (const name of await caches.keys()) await caches.delete(name);
}

/** Pages require trusted types: this one address is let through. */
function workerAddress(): string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('jury-worker', {
    createScriptURL: (address) => (address === JURY_WORKER ? address : null),
  });
  return policy?.createScriptURL(JURY_WORKER) ?? JURY_WORKER;
}

function activated(worker: ServiceWorker): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (worker.state === 'activated' || worker.state === 'redundant') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** What the page has loaded is what it needs: the names change with each release. */
function loadedFiles(): string[] {
  const addresses = performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter(({ origin, pathname }) => origin === location.origin && KEPT.test(pathname))
    .map(({ pathname }) => pathname)
    .filter((path) => path !== JURY_WORKER);
  return [...new Set(addresses)];
}
