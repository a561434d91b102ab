// The server as a process: how soon it is ready, and what it holds in memory.
import { ask } from './ask.mjs';
import { memoryOf } from './measure.mjs';

const row = (ours, unit, goal, holds) => ({ ours, limit: null, ratio: null, unit, goal, holds });
const pause = (ms) => new Promise((later) => setTimeout(later, ms));

/** From the start of the process until `/isready` answers 200, the best of three. */
export async function start(place) {
  let best = Infinity;
  for (let turn = 0; turn < 3; turn++) {
    const server = await place.startServer();
    best = Math.min(best, server.readyAfterMs / 1000);
    await server.stop();
  }
  return row(best, 's', 'at most 3', best <= 3);
}

/** A server that nobody asks anything, and one while it renders: the renderer is a process of its own that ends again. */
export async function memory(place) {
  const server = await place.startServer();
  await pause(5000);
  const idle = memoryOf(server.pid);
  let peak = idle;
  const pages = ['/', '/nn/', '/en/', '/arkiv', '/arkiv/2021', '/kommuner', '/direkte'];
  const rendering = Promise.all(pages.map((page) => ask(server.base, page)));
  let going = true;
  void rendering.finally(() => (going = false));
  while (going) {
    peak = Math.max(peak, memoryOf(server.pid));
    await pause(50);
  }
  await rendering;
  peak = Math.max(peak, memoryOf(server.pid));
  await server.stop();
  return [
    { job: 'memory-idle', ...row(idle, 'MB', 'at most 250', idle <= 250) },
    { job: 'memory-rendering', ...row(peak, 'MB', 'as measured, with the renderer', true) },
  ];
}
