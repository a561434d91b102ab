// The limit that the bench compares with: Fastify and prepared SQL, doing the same statements on the same rows with nothing around.
// Bundled by installation.mjs, so that the statements of scoring are the very same text.
import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';
import {
  MY_ENTRIES,
  OPEN_ENTRY,
  SHEET_SITUATION,
  UPDATE_SHEET,
} from '../../libs/scoring/api/own-sheets.queries';

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  options: '-c role=kaaring_app',
  max: 20,
});
const app = Fastify({ logger: false });
const run = (client, name, text, values) => client.query({ name, text, values });
const hash = (value) => createHash('sha256').update(value).digest('hex');

async function signedIn(request) {
  const id = /sid=s:([^.;]+)\./.exec(decodeURIComponent(request.headers.cookie ?? ''))?.[1];
  if (!id) return null;
  const { rows } = await run(
    pool,
    'session',
    `select s.data, s.person_id, p.name, p.language, g.id as grant_id, g.role, g.edition_id, g.class_code, g.municipality_id,
       s.expires_at < clock_timestamp() + interval '4 hours' - interval '10 minutes' as stale
     from session s left join person p on p.id = s.person_id
     left join role_grant g on g.id = s.grant_id and g.revoked_at is null and g.person_id = s.person_id
     where s.id_hash = $1 and s.expires_at > clock_timestamp()`,
    [hash(id)],
  );
  return rows[0] ?? null;
}

const placeOf = (row) => [row.person_id, row.edition_id, row.class_code];

app.get('/api/scoring/entries', async (request, reply) => {
  const me = await signedIn(request);
  if (!me) return reply.code(401).send();
  return (await run(pool, 'list', MY_ENTRIES, placeOf(me))).rows[0];
});

app.get('/api/scoring/entries/:id', async (request, reply) => {
  const me = await signedIn(request);
  if (!me) return reply.code(401).send();
  return (await run(pool, 'open', OPEN_ENTRY, [...placeOf(me), request.params.id])).rows[0];
});

/** All scores of a class as they are stored, in one statement; no figure is made of them. */
const CLASS_SCORES = `
select json_build_object(
  'entries', (select json_agg(json_build_object('id', n.id, 'name', v.name, 'title', s.content ->> 'title'))
    from nomination n join nomination_version s on s.id = n.submitted_version_id
    join lateral (select name from municipality_version v where v.municipality_id = n.municipality_id limit 1) v on true
    where n.edition_id = $1 and n.class_code = $2),
  'seats', (select json_agg(json_build_object('id', id, 'name', name, 'house', house))
    from seat where edition_id = $1 and class_code = $2),
  'sheets', (select json_agg(json_build_object('seat', s.seat_id, 'entry', s.nomination_id, 'state', s.state,
      'line', s.line, 'overall', s.overall, 'scores', x.scores))
    from score_sheet s join (select sheet_id, json_object_agg(c.code, x.value) as scores
      from sheet_score x join criterion c on c.id = x.criterion_id where x.edition_id = $1 group by sheet_id) x on x.sheet_id = s.id
    where s.edition_id = $1 and s.class_code = $2)) as view`;

app.get('/api/editions/:editionId/classes/:classCode/ranking', async (request, reply) => {
  const me = await signedIn(request);
  if (!me) return reply.code(401).send();
  const { editionId, classCode } = request.params;
  return (await run(pool, 'class', CLASS_SCORES, [editionId, classCode])).rows[0].view;
});

app.put('/api/scoring/entries/:id/sheet', async (request, reply) => {
  const me = await signedIn(request);
  if (!me) return reply.code(401).send();
  const { lockVersion, versionId, overall, line, assessment, scores } = request.body;
  const key = request.headers['idempotency-key'];
  const { id } = request.params;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await run(
      client,
      'key',
      `insert into request_key (key, person_id, body_hash) values ($1, $2, $3) on conflict do nothing returning key`,
      [key, me.person_id, hash(JSON.stringify(request.body))],
    );
    const place = placeOf(me);
    const situation = await run(client, 'situation', SHEET_SITUATION, [...place, id, versionId]);
    const content = { versionId, overall, line, assessment, scores };
    const { rows } = await run(client, 'save', UPDATE_SHEET, [
      situation.rows[0].seatId,
      id,
      me.edition_id,
      me.class_code,
      ...[versionId, overall, line, assessment, JSON.stringify(scores), JSON.stringify(content)],
      lockVersion,
    ]);
    if (!rows[0]) {
      await client.query('rollback');
      return reply.code(409).send({ refusal: 'stale-save' });
    }
    await run(
      client,
      'done',
      'update request_key set response = $3 where key = $1 and person_id = $2',
      [key, me.person_id, JSON.stringify(rows[0])],
    );
    await client.query('commit');
    return rows[0];
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log('ready');
