// CPU time of server processes per answered request, at a fixed number of connections. Loopback only; bounded in time.
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import autocannon from 'autocannon';

const TICKS = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout || 100);

function stat(pid) {
  try {
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
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

/** Milliseconds of CPU that these processes and all their descendants have used. */
export function cpuOf(roots) {
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
  const ticks = all
    .filter(([pid]) => members.has(pid))
    .reduce((sum, [, s]) => sum + s.own + s.ended, 0);
  return (ticks * 1000) / TICKS;
}

/** Resident memory of one process, in MB. */
export function memoryOf(pid) {
  return (
    Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  );
}

/** Runs the load and answers CPU ms per request, requests per second and what went wrong. */
export async function load(options, pids, seconds = 4, connections = 16) {
  await autocannon({ ...options, connections, duration: 1 });
  const before = cpuOf(pids);
  const result = await autocannon({ ...options, connections, duration: seconds });
  const used = cpuOf(pids) - before;
  const answered = result['2xx'];
  return {
    cpu: used / Math.max(1, answered),
    perSecond: answered / result.duration,
    p99: result.latency.p99,
    wrong: result.non2xx + result.errors,
  };
}

/** Requests per second by wrk where it is installed: autocannon itself is slower than a page from memory. */
export function wrk(url, pids, seconds = 4) {
  if (spawnSync('wrk', ['-v']).error) return null;
  const before = cpuOf(pids);
  const run = spawnSync('wrk', ['-t1', '-c16', `-d${seconds}s`, '-H', 'Accept-Encoding: br', url], {
    encoding: 'utf8',
  });
  const used = cpuOf(pids) - before;
  const answered = Number(/(\d+) requests in/.exec(run.stdout)?.[1] ?? 0);
  return {
    cpu: used / Math.max(1, answered),
    perSecond: Number(/Requests\/sec:\s+([\d.]+)/.exec(run.stdout)?.[1] ?? 0),
  };
}
