// A juror's list, opening an entry and saving a sheet: CPU of server and database per request, beside the bare server.
import { randomUUID } from 'node:crypto';
import { ask } from './ask.mjs';
import { drive, least } from './measure.mjs';
import { grow } from './grow.mjs';

const LIST = '/api/scoring/entries';
const json = { 'content-type': 'application/json' };

/** As the proxy in front of a production server sends it. */
export const asPerson = ({ cookie, csrf }) => ({
  cookie,
  'x-csrf-token': csrf,
  'x-forwarded-proto': 'https',
});

function reading({ facts }, path) {
  const headers = facts.jurors.map(asPerson);
  return () => {
    let turn = 0;
    return (worker) => ({
      path: path(facts.entries[turn++ % facts.entries.length]),
      headers: headers[worker % headers.length],
    });
  };
}

/** Each connection keeps to entries of its own, so that no save is stale, and takes the version it is answered. */
function saving({ facts, db }) {
  return async () => {
    const { rows } = await db.query(
      'select seat_id, nomination_id, lock_version from score_sheet where edition_id = $1',
      [facts.editionId],
    );
    const versions = new Map(
      rows.map((row) => [`${row.seat_id} ${row.nomination_id}`, row.lock_version]),
    );
    const at = new Map();
    const sheetOf = (worker) => {
      const juror = facts.jurors[worker % facts.jurors.length];
      const half = worker < facts.jurors.length ? 0 : 1;
      const turn = at.get(worker) ?? 0;
      const entry = facts.entries[(turn * 2 + half) % facts.entries.length];
      return { juror, entry, key: `${juror.seatId} ${entry.id}`, turn };
    };
    const next = (worker) => {
      const { juror, entry, key, turn } = sheetOf(worker);
      return {
        method: 'PUT',
        path: `${LIST}/${entry.id}/sheet`,
        headers: { ...asPerson(juror), ...json, 'idempotency-key': randomUUID() },
        body: JSON.stringify({
          lockVersion: versions.get(key),
          versionId: entry.versionId,
          overall: 1 + (turn % 6),
          line: 'Godt begrunnet.',
          assessment: `Vurdering ${turn}. ${'Kommunen samarbeider tett med bedriftene. '.repeat(20)}`,
          scores: facts.criteria.map((criterion, place) => ({
            criterion,
            value: 1 + ((turn + place) % 6),
          })),
        }),
      };
    };
    const done = (worker, { status, body }) => {
      const { key, turn } = sheetOf(worker);
      if (status === 200) versions.set(key, JSON.parse(body).lockVersion);
      at.set(worker, turn + 1);
    };
    return { next, done };
  };
}

const RULES = { list: 2, open: 3, save: 3, 'list-357': 2, 'ranking-60': 3 };

/** One juror asking for the same again and again. */
function asking({ juror }, path) {
  const headers = asPerson(juror);
  return { next: () => ({ path, headers }) };
}

function jobs(place) {
  return {
    list: async () => ({ next: reading(place, () => LIST)() }),
    open: async () => ({ next: reading(place, ({ id }) => `${LIST}/${id}`)() }),
    save: saving(place),
    'list-357': async () => asking(place.facts.everybody, LIST),
    'ranking-60': async () =>
      asking(
        place.facts.closed,
        `/api/editions/${place.facts.closed.editionId}/classes/small/ranking`,
      ),
  };
}

/** CPU of the job on the server and on the bare one, with the database's part in each. */
export async function job(name, place) {
  const of = (program) => async () =>
    drive({ base: program.base, ...(await jobs(place)[name]()) }, [program.pid, place.postgresPid]);
  const { ours, limit } = await least(of(place.server), of(place.bare));
  const ratio = ours / limit;
  return {
    ours,
    limit,
    ratio,
    unit: 'ms CPU per request',
    goal: `at most ${RULES[name]} times the limit`,
    holds: ratio <= RULES[name],
  };
}

const STATEMENTS = { list: 2, open: 2, save: 7 };

/** SQL statements that one request costs, the session's included: `begin` and `commit` count too. */
export async function statements(name, place) {
  const { next, done = () => undefined } = await jobs(place)[name]();
  const once = async () => {
    const { path, ...request } = next(0);
    const answer = await ask(place.server.base, path, {
      ...request,
      body: request.body && JSON.parse(request.body),
    });
    if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}`);
    done(0, answer);
  };
  const turns = 40;
  await once();
  await place.db.query('select pg_stat_statements_reset()');
  for (let turn = 0; turn < turns; turn++) await once();
  const { rows } = await place.db.query(
    `select sum(calls)::float8 as calls from pg_stat_statements s join pg_roles r on r.oid = s.userid
     where r.rolname = 'kaaring_app' and dbid = (select oid from pg_database where datname = current_database())
       and query not ilike '%public_state%'`,
  );
  const ours = Math.round(rows[0].calls / turns);
  return {
    ours,
    limit: null,
    ratio: null,
    unit: 'statements',
    goal: `at most ${STATEMENTS[name]}`,
    holds: ours <= STATEMENTS[name],
  };
}

/** The same list before and after the database holds a hundred times as much. */
export async function growth(place) {
  const measure = async () =>
    drive({ base: place.server.base, ...(await jobs(place).list()) }, [
      place.server.pid,
      place.postgresPid,
    ]);
  const before = await least(measure, measure);
  await grow((sql, values) => place.db.query(sql, values), place.facts.editionId);
  const after = await least(measure, measure);
  const ours = Math.min(after.ours, after.limit);
  const limit = Math.min(before.ours, before.limit);
  return {
    ours,
    limit,
    ratio: ours / limit,
    unit: 'ms CPU per request',
    goal: 'at most 1.3 times as much with 3 000 entries as with 30',
    holds: ours / limit <= 1.3,
  };
}
