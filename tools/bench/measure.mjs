// CPU time of server processes per answered request, at a fixed number of connections. Loopback only; bounded in time.
import { spawn, spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import http from 'node:http';
import autocannon from 'autocannon';

const TICKS = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout || 100);
const SECONDS = Number(process.env.BENCH_SECONDS || 3);

function stat(pid) {
  try {
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return {
      parent: Number(fields[1]),
      own: Number(fields[11]) + Number(fields[12]),
      ended: Number(fields[13]) + Number(fields[14]),
    };
  } catch {
    return null;
  }
}

/** These processes and all their descendants, with their `stat`. */
function family(roots) {
  const all = fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => [Number(pid), stat(pid)])
    .filter(([, s]) => s);
  const members = new Set(roots);
  for (let size = -1; size !== members.size;) {
    size = members.size;
    for (const [pid, s] of all) if (members.has(s.parent)) members.add(pid);
  }
  return all.filter(([pid]) => members.has(pid));
}

/** Milliseconds of CPU that these processes and all their descendants have used. */
function cpuOf(roots) {
  const ticks = family(roots).reduce((sum, [, s]) => sum + s.own + s.ended, 0);
  return (ticks * 1000) / TICKS;
}

/** Resident memory in MB of a process and its descendants, or of the process alone. */
export function memoryOf(root, alone = false) {
  const pids = alone ? [root] : family([root]).map(([pid]) => pid);
  return pids.reduce((sum, pid) => {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    return sum + Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
  }, 0);
}

/**
 * One request after the other on each of 16 connections. `next(worker)` gives the request, `done` sees its answer.
 * Answers CPU ms per request and what went wrong.
 */
export async function drive({ base, next, done = () => undefined }, pids, connections = 16) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const send = ({ method = 'GET', path, headers, body }) =>
    new Promise((answered, failed) => {
      const request = http.request(base + path, { method, headers, agent }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () =>
          answered({ status: response.statusCode, body: Buffer.concat(chunks) }),
        );
      });
      request.once('error', failed);
      request.end(body);
    });
  const round = async (ms) => {
    const until = performance.now() + ms;
    let answered = 0;
    let wrong = 0;
    const before = cpuOf(pids);
    await Promise.all(
      Array.from({ length: connections }, async (_, worker) => {
        while (performance.now() < until) {
          const answer = await send(next(worker));
          done(worker, answer);
          if (answer.status === 200) answered++;
          else wrong++;
        }
      }),
    );
    return { cpu: (cpuOf(pids) - before) / Math.max(1, answered), answered, wrong };
  };
  await round(700);
  const result = await round(SECONDS * 1000);
  agent.destroy();
  return result;
}

/** The same page again and again, by wrk where it is installed: autocannon itself is slower than a page from memory. */
export async function repeat(url, headers, pids) {
  const before = cpuOf(pids);
  const load = spawnSync('wrk', ['-v']).error ? byAutocannon : byWrk;
  const { answered, perSecond, wrong } = await load(url, headers);
  return { cpu: (cpuOf(pids) - before) / Math.max(1, answered), perSecond, wrong };
}

async function byWrk(url, headers) {
  const lines = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const child = spawn('wrk', ['-t1', '-c16', `-d${SECONDS}s`, ...lines, url]);
  let text = '';
  child.stdout.on('data', (chunk) => (text += chunk));
  await new Promise((ended) => child.once('close', ended));
  return {
    answered: Number(/(\d+) requests in/.exec(text)?.[1] ?? 0),
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(text)?.[1] ?? 0),
    wrong: Number(/Non-2xx or 3xx responses: (\d+)/.exec(text)?.[1] ?? 0),
  };
}

async function byAutocannon(url, headers) {
  const result = await autocannon({ url, headers, connections: 16, duration: SECONDS });
  const answered = result['2xx'] + result['3xx'];
  return {
    answered,
    perSecond: answered / result.duration,
    wrong: result['4xx'] + result['5xx'] + result.errors,
  };
}

/** Runs both in turn, three times: other work on the machine only adds, so the least of each is the figure. */
export async function least(ours, limit, rounds = 3) {
  const best = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    for (const [at, measure] of [ours, limit].entries()) {
      const { cpu, wrong } = await measure();
      if (wrong > 0) throw new Error(`${wrong} requests were not answered as they should`);
      best[at] = Math.min(best[at], cpu);
    }
  }
  return { ours: best[0], limit: best[1] };
}

/** Milliseconds until so many fetches of one address are answered, through so many connections. */
export async function fetchAll(base, path, count, connections) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const headers = { 'accept-encoding': 'br' };
  let left = count;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (left-- > 0) {
        await new Promise((answered, failed) => {
          http
            .get(base + path, { agent, headers }, (response) => {
              if (response.statusCode !== 200)
                failed(new Error(`${path} answered ${response.statusCode}`));
              response.resume().once('end', answered);
            })
            .once('error', failed);
        });
      }
    }),
  );
  agent.destroy();
  return performance.now() - from;
}

/** The value below which this share of the numbers lies. */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
