import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isEmail, isUUID } from 'class-validator';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { People } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { MinutesPapers } from '@award/deliberation/api';
import { Documents } from '@award/documents/api';
import { Editions } from '@award/editions/api';
import { FileSending, FileStores } from '@award/files/api';
import { Seats } from '@award/jury/api';
import { verifyKeptRankings } from '@award/deliberation/api';
import {
  importIndustryJobs,
  Municipalities,
  patientFetch,
  type RefreshMemory,
  RegisterImporter,
  RegisterRefresh,
} from '@award/municipalities/api';
import { type BounceOutcome, messagesOf, takeBounce } from '@award/mail/api';
import { EntryDocuments } from '@award/nominations/api';
import { Erasures, Retention } from '@award/privacy/api';
import { ArchiveExport, ArchiveImport, Outcomes, PackageImport } from '@award/publication/api';
import { databaseOptions } from './data-source';
import { readSettings } from './read-settings';
import { brokenInvariants, INVARIANTS } from './invariants';

/** Where a command writes: one line for a result, one for what went wrong. */
export interface Output {
  say: (line: string) => void;
  complain: (line: string) => void;
}

interface Task extends Output {
  db: DataSource;
  args: readonly string[];
  env: NodeJS.ProcessEnv;
}

interface Command {
  usage: string;
  /** Answers with the exit code: 0 when all is well, 1 when something was found wrong. */
  run: (task: Task) => Promise<number>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  'register:import': { usage: 'register:import', run: importRegister },
  'register:refresh': { usage: 'register:refresh [--apply]', run: refreshRegister },
  'jobs:import': {
    usage: 'jobs:import <file> <source> <yyyy-mm-dd it was updated>',
    run: importJobs,
  },
  'archive:import': { usage: 'archive:import [<folder>]', run: importArchive },
  'archive:export': { usage: 'archive:export <year> <folder>', run: exportArchive },
  'bounces:import': { usage: 'bounces:import [<file> …] < message', run: importBounces },
  'secretary:create': {
    usage: 'secretary:create <e-mail> <name>',
    run: (task) => giveRole(task, 'secretary'),
  },
  'keyholder:create': {
    usage: 'keyholder:create <e-mail> <name>',
    run: (task) => giveRole(task, 'release-keyholder'),
  },
  'audit:verify': { usage: 'audit:verify', run: verifyAudit },
  invariants: { usage: 'invariants', run: checkInvariants },
  retention: { usage: 'retention [--dry-run]', run: runRetention },
  'ranking:verify': { usage: 'ranking:verify [<id of a kept ranking>]', run: verifyRankings },
};

/** Runs one command against DATABASE_URL. Exit codes: 0 done, 1 found wrong or failed, 2 not understood. */
export async function runCommand(
  [name, ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
  output: Output,
): Promise<number> {
  const command = COMMANDS[name ?? ''];
  if (command === undefined) {
    output.complain(
      ['Commands:', ...Object.values(COMMANDS).map(({ usage }) => `  ${usage}`)].join('\n'),
    );
    return 2;
  }
  const url = env['DATABASE_URL'];
  if (!url) {
    output.complain('Set DATABASE_URL.');
    return 2;
  }
  const db = new DataSource(databaseOptions(url, await workingRole(url)));
  try {
    await db.initialize();
    return await command.run({ db, args, env, ...output });
  } catch (error) {
    output.complain(`${command.usage}: ${(error as Error).message}`);
    return 1;
  } finally {
    if (db.isInitialized) await db.destroy();
  }
}

/** Like the server, a command works with no more rights than it needs, where the roles exist. */
async function workingRole(url: string): Promise<'kaaring_app' | undefined> {
  const client = new Client({ connectionString: url });
  try {
    await client.connect();
    const { rowCount } = await client.query(
      `select from pg_roles where rolname = 'kaaring_app' and pg_has_role(current_user, oid, 'member')`,
    );
    return rowCount ? 'kaaring_app' : undefined;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function importRegister({ db, say }: Task): Promise<number> {
  const importer = new RegisterImporter(new AuditLog());
  const changes = await db.transaction((tx) => importer.importShipped(tx));
  say(changes.length === 0 ? 'The register was up to date.' : `${changes.length} changes applied.`);
  return 0;
}

/** Jobs by industry, for the fact sheet of each municipality. */
async function importJobs({
  db,
  args: [file, source, updatedOn],
  say,
  complain,
}: Task): Promise<number> {
  if (!file || !source || !/^\d{4}-\d\d-\d\d$/.test(updatedOn ?? '')) {
    complain(`Usage: ${COMMANDS['jobs:import']?.usage}`);
    return 2;
  }
  const order = { source, updatedOn: updatedOn ?? '' };
  const found = await importIndustryJobs(db, readFileSync(file, 'utf8'), order);
  say(
    `${found.figures} figures of ${found.municipalities} municipalities, ${found.years.join(', ')}; ${found.missing} missing.`,
  );
  if (found.unknown.length > 0) say(`No municipality has the number: ${found.unknown.join(', ')}.`);
  return 0;
}

/** Mails that came back: files, or one message or mbox on standard input, as a mail server pipes it. */
async function importBounces({ db, args, say }: Task): Promise<number> {
  const files = args.length > 0 ? args : [process.stdin.fd];
  const counts = new Map<BounceOutcome, number>();
  for (const file of files)
    for (const message of messagesOf(readFileSync(file))) {
      const { outcome } = await takeBounce(db, message);
      counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
    }
  for (const [outcome, count] of counts) say(`${outcome}: ${count}`);
  return 0;
}

/** Without a folder the earlier editions that are shipped; with one a package that `archive:export` wrote. */
async function importArchive({ db, args: [folder], say }: Task): Promise<number> {
  if (folder) {
    const { year, entries, releases } = await new PackageImport(db, new AuditLog()).run(folder);
    say(`The edition of ${year} with ${entries} entries and ${releases} releases added.`);
    return 0;
  }
  const archive = new ArchiveImport(db, new Municipalities(), new AuditLog());
  const { editions, entries, releases } = await archive.run();
  say(`${editions} editions, ${entries} entries and ${releases} releases added.`);
  return 0;
}

async function exportArchive({ db, args, env, say, complain }: Task): Promise<number> {
  const [year, folder] = args;
  if (!/^\d{4}$/.test(year ?? '') || !folder) {
    complain('Give a year and an empty folder: archive:export 2027 ./arkiv-2027');
    return 2;
  }
  const settings = await readSettings(env, Number(env['PORT'] || 3000));
  const documents = new Documents();
  try {
    const archive = new ArchiveExport(
      db,
      new EntryDocuments(db, documents),
      new MinutesPapers(new Editions(new AuditLog()), new Seats(), documents),
      new Outcomes(db, documents),
      documents,
      new FileSending(db, new FileStores(db, settings)),
      new AuditLog(),
    );
    const { files, entries, sha256, head } = await archive.run(Number(year), folder);
    say(`${files} files of ${entries} entries written to ${folder}.`);
    say(`The list of checksums has SHA-256 ${sha256}, the log ends with ${head}.`);
    return 0;
  } finally {
    documents.onApplicationShutdown();
  }
}

async function refreshRegister({ db, args, env, say }: Task): Promise<number> {
  const refresh = new RegisterRefresh(new RegisterImporter(new AuditLog()));
  const memory = fileMemory(path.resolve(env['KAARING_DATA'] ?? '.data', 'register-refresh.json'));
  const registers = env['REGISTERS_URL'];
  const found = await refresh
    .find(db, (url) => patientFetch(throughMirror(url, registers)), memory)
    .catch(async (error: Error) => {
      const stored = await storedRegister(db);
      throw new Error(`${error.message}. What is stored stays in use: ${stored}`);
    });
  for (const line of found.lines) say(line);
  for (const { code, about } of found.notes) say(`note: ${code} ${about}`);
  if (found.changes.length === 0) say('The register is up to date.');
  else if (args.includes('--apply')) {
    const applied = await db.transaction((tx) => refresh.apply(tx, found, null));
    say(`${applied.length} changes applied.`);
  } else say(`${found.changes.length} changes found. Nothing is written without --apply.`);
  if (found.changes.length === 0 || args.includes('--apply')) await memory.forget();
  return 0;
}

/** Where the registers are reached through a mirror of one's own, the same paths below their host names. */
function throughMirror(url: string, mirror: string | undefined): string {
  if (!mirror) return url;
  const { host, pathname, search } = new URL(url);
  return new URL(`/${host}${pathname}${search}`, mirror).href;
}

/** The register never stands empty for want of an answer: where nothing is stored yet, what is shipped is. */
async function storedRegister(db: DataSource): Promise<string> {
  const importer = new RegisterImporter(new AuditLog());
  const shipped = await db.transaction(async (tx) => {
    const [{ stored }] = await tx.query(
      'select exists (select from municipality where not invented) as stored',
    );
    return stored ? [] : importer.importShipped(tx);
  });
  const [{ count, newest }] = await db.query(
    `select count(*)::int as count, (select to_char(max(on_date), 'YYYY-MM-DD') from population) as newest
     from municipality where not invented`,
  );
  const source = shipped.length > 0 ? ', as shipped' : '';
  return `${count} municipalities, residents until ${newest}${source}.`;
}

function fileMemory(file: string): RefreshMemory {
  return {
    async read() {
      try {
        return JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        return null;
      }
    },
    async write(progress) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify(progress));
    },
    async forget() {
      rmSync(file, { force: true });
    },
  };
}

const ROLE_NAMES = { secretary: 'secretary', 'release-keyholder': 'keyholder' } as const;

/**
 * The first secretary, who gives the others their roles on the page for people, and the keyholder whose key does
 * not come from her. Where she has given it before, it is given anew: from then on nobody in the award stands behind it.
 */
async function giveRole(
  { db, args: [email, ...name], say, complain }: Task,
  role: keyof typeof ROLE_NAMES,
): Promise<number> {
  const fullName = name.join(' ').trim();
  if (!email || !isEmail(email) || email.length > 254 || fullName === '') {
    complain(
      `Give an e-mail address and a name: ${ROLE_NAMES[role]}:create kari@example.org Kari Nordli`,
    );
    return 2;
  }
  await db.transaction(async (tx) => {
    const people = new People();
    const personId = await people.byEmail(tx, email, fullName);
    const order = { personId, role, editionId: null };
    const [held] = await tx.query(
      `select granted_by as by from role_grant where person_id = $1 and role = $2 and edition_id is null and revoked_at is null`,
      [personId, role],
    );
    if (held?.by === null) return;
    if (held) await people.revoke(tx, order);
    const grantId = await people.grant(tx, order);
    await new AuditLog().write(tx, {
      principal: null,
      act: 'grant:give',
      subjectType: 'person',
      subjectId: personId,
      editionId: null,
      facts: { role, grantId },
    });
  });
  say(`${fullName} is ${ROLE_NAMES[role]} and can sign in with ${email.toLowerCase()}.`);
  return 0;
}

async function verifyAudit({ db, say, complain }: Task): Promise<number> {
  const [bad] = await db.query(
    'select seq::text, fault from audit_verify() where fault is not null order by audit_verify.seq limit 1',
  );
  if (bad) {
    complain(`Row ${bad.seq} of the log is not as it was written: ${bad.fault}.`);
    return 1;
  }
  const [{ rows, head }] = await db.query(
    `select count(*)::text as rows, (select hash from audit order by seq desc limit 1) as head from audit`,
  );
  say(head === null ? 'The log is empty.' : `The log is intact: ${rows} rows, head ${head}.`);
  return 0;
}

/** Makes the rankings that decisions were built on again, from the sheets that were kept with them. */
async function verifyRankings({ db, args: [id], say, complain }: Task): Promise<number> {
  if (id !== undefined && !isUUID(id)) {
    complain('Give the id of a kept ranking, or nothing for all of them.');
    return 2;
  }
  const all = await verifyKeptRankings(db, id ?? null);
  if (id !== undefined && all.length === 0) {
    complain(`No ranking with the id ${id} is kept.`);
    return 1;
  }
  for (const { rankingId, year, classCode, inputHash, samePlaces, holds } of all) {
    const name = `${rankingId} (${year}, ${classCode})`;
    if (holds) say(`${name} comes out the same: scores ${inputHash}.`);
    else
      complain(`${name}: ${samePlaces ? 'the scores' : 'the figures'} are not as they were kept.`);
  }
  say(`${all.length} kept rankings made again.`);
  return all.every(({ holds }) => holds) ? 0 : 1;
}

/** Takes away the personal data that has been kept for its time, or says beforehand what would go. */
async function runRetention({ db, args, say, complain }: Task): Promise<number> {
  const dry = args.includes('--dry-run');
  if (args.some((one) => one !== '--dry-run')) {
    complain(`Usage: ${COMMANDS['retention']?.usage}`);
    return 2;
  }
  const log = new AuditLog();
  const retention = new Retention(db, new Erasures(db, log), log);
  const lines = dry ? await retention.preview() : await retention.run();
  for (const { kind, from, days, due } of lines)
    say(`${String(due).padStart(6)}  ${kind}: ${days} days from ${from}`);
  const sum = lines.reduce((all, { due }) => all + due, 0);
  say(dry ? `${sum} rows would go. Nothing was changed.` : `${sum} rows were due.`);
  return 0;
}

/** For whoever watches the installation: one line for each promise that the database does not keep. */
async function checkInvariants({ db, say, complain }: Task): Promise<number> {
  const broken = await brokenInvariants(db);
  for (const { name, promise, some, count } of broken)
    complain(`${name}: ${promise} Broken ${count} times: ${some.join(', ')}`);
  if (broken.length > 0) return 1;
  say(`All ${INVARIANTS.length} invariants hold.`);
  return 0;
}

if (process.argv[1]?.endsWith('award-admin.js')) {
  process.exitCode = await runCommand(process.argv.slice(2), process.env, {
    say: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
}
