/**
 * The process that turns a public page's view into HTML. It is started by the server when a page
 * has to be rendered, is handed `{ id, url, view }` and answers `{ id, html }` or `{ id, failed }`.
 * It holds the engines of the three languages, knows no database and asks no network.
 */
import { AngularAppEngine, createRequestHandler } from '@angular/ssr';
import { isMainModule } from '@angular/ssr/node';

/** A page is rendered from the view it was handed and from nothing else. */
globalThis.fetch = () => Promise.reject(new Error('a rendered page asks for nothing'));

const engine = new AngularAppEngine({ allowedHosts: ['localhost'] });

/** Renders one address; null when the application has no page there. */
async function render(url: string, view: unknown): Promise<string | null> {
  const response = await engine.handle(new Request(`http://localhost${url}`), view);
  return response?.ok ? response.text() : null;
}

interface RenderTask {
  readonly id: number;
  readonly url: string;
  readonly view: unknown;
}

if (isMainModule(import.meta.url) && process.send) {
  const answer = (message: object) => {
    if (process.connected) process.send?.(message);
  };
  process.on('message', ({ id, url, view }: RenderTask) => {
    render(url, view).then(
      (html) => answer({ id, html }),
      (error: unknown) => answer({ id, failed: error instanceof Error ? error.message : 'failed' }),
    );
  });
  process.on('disconnect', () => process.exit(0));
  process.on('error', () => process.exit(1));
  answer({ ready: true });
}

/** For the build, which looks for a handler in the server entry. */
export const reqHandler = createRequestHandler((request) => engine.handle(request));
