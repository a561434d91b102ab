// A lock file that names its living holder: two starts in one folder would share a build and a database.
import * as fs from 'node:fs';
import path from 'node:path';

const later = (ms) => new Promise((done) => setTimeout(done, ms));

/** Tells a process from a later one with the same number: the machine's boot and the time it began. Null when unknown. */
function identityOf(pid) {
  try {
    const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const [, rest] = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?!.*\) )/);
    return `${boot}:${rest.split(' ')[19]}`;
  } catch {
    return null;
  }
}

function lives({ pid, identity }) {
  if (!pid || pid === process.pid) return false;
  if (identity !== null && fs.existsSync('/proc/self/stat')) return identityOf(pid) === identity;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The lock's holder. A file that is being written is read again; one that stays broken belongs to nobody. */
async function holder(file) {
  for (let tries = 0; tries < 10; tries++) {
    try {
      return JSON.parse(fs.readFileSync(file, 'utf8'));
    } catch (error) {
      if (error.code === 'ENOENT') return null;
    }
    await later(20);
  }
  return {};
}

/**
 * Takes the lock, or answers who has it: `{ release, stopping }` or `{ other: { pid, ...note } }`.
 * Waits `patience` ms for a holder to let go, and longer for one that is on the way out.
 * @param {string} file made with `note` in it while the lock is held
 */
export async function takeLock(file, note = {}, patience = 3000) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const mine = { pid: process.pid, identity: identityOf(process.pid), ...note };
  const write = (more, flag) => fs.writeFileSync(file, JSON.stringify({ ...mine, ...more }), flag);
  for (let waited = 0; ;) {
    try {
      write({}, { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const other = await holder(file);
    if (other === null) continue;
    if (lives(other)) {
      if (waited >= (other.stopping ? 35_000 : patience)) return { other };
      await later(100);
      waited += 100;
      continue;
    }
    const stale = `${file}.${process.pid}`;
    try {
      fs.renameSync(file, stale);
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
      continue;
    }
    const moved = await holder(stale);
    if (moved?.pid !== other.pid && lives(moved ?? {})) fs.renameSync(stale, file);
    else fs.rmSync(stale, { force: true });
  }
  const ours = () => {
    try {
      return JSON.parse(fs.readFileSync(file, 'utf8')).pid === process.pid;
    } catch {
      return false;
    }
  };
  return {
    /** Tells the next start to wait for this one. */
    stopping: () => ours() && write({ stopping: true }),
    release: () => ours() && fs.rmSync(file, { force: true }),
  };
}
