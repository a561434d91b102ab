import type { IncomingHttpHeaders } from 'node:http';

/** A GET or POST; a GET that a kept connection has lost is asked again. */
export function ask(
  base: string,
  target: string,
  options?: { method?: string; headers?: Record<string, string>; body?: object },
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }>;
