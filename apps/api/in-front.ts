import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { NextFunction, Request, Response } from 'express';

export type FrontHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

const failures = new WeakMap<IncomingMessage, unknown>();

/**
 * Puts a plain handler before the framework, which costs several times what a page from memory does.
 * A host that is not ours goes to the framework too, which refuses it.
 */
export function putInFront(
  server: Server,
  isOurs: (host: string | undefined) => boolean,
  handler: FrontHandler,
): void {
  const [framework] = server.listeners('request') as ((
    request: IncomingMessage,
    response: ServerResponse,
  ) => void)[];
  if (framework === undefined) throw new Error('The server answers no requests yet.');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (!isOurs(request.headers.host)) return framework(request, response);
    handler(request, response, (error) => {
      if (error !== undefined) failures.set(request, error);
      framework(request, response);
    });
  });
}

/** What failed in front is told by the framework as any failure of its own is. */
export function failedInFront(request: Request, _response: Response, next: NextFunction): void {
  next(failures.get(request));
}
