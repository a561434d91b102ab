// The limit that the bench compares with: Fastify and hand-written prepared SQL, doing the same statements on the same rows.
import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const app = Fastify({ logger: false });
const run = (client, name, text, values) => client.query({ name, text, values });
const hash = (value) => createHash('sha256').update(value).digest('hex');

async function seatOf(request) {
  const id = /sid=s%3A([^.;]+)\./.exec(request.headers.cookie ?? '')?.[1];
  if (!id) return null;
  const { rows } = await run(
    pool,
    'session',
    `select s.person_id, g.edition_id, g.class_code, t.id as seat_id from session s
     join role_grant g on g.id = s.grant_id and g.revoked_at is null
     join seat t on t.person_id = s.person_id and t.edition_id = g.edition_id and t.class_code = g.class_code
     where s.id_hash = $1 and s.expires_at > clock_timestamp()`,
    [hash(decodeURIComponent(id))],
  );
  return rows[0] ?? null;
}

app.get('/list', async (request, reply) => {
  const seat = await seatOf(request);
  if (!seat) return reply.code(401).send();
  const { rows } = await run(
    pool,
    'list',
    `select a.nomination_id, n.content->>'title' as title, v.name, v.county_name, s.overall, s.state, s.lock_version,
       (select jsonb_object_agg(c.code, x.value) from sheet_score x join criterion c on c.id = x.criterion_id where x.sheet_id = s.id) as scores
     from assignment a join nomination n on n.id = a.nomination_id
     join municipality_version v on v.municipality_id = n.municipality_id and v.valid_to is null
     left join score_sheet s on s.seat_id = a.seat_id and s.nomination_id = a.nomination_id
     where a.seat_id = $1 order by a.position`,
    [seat.seat_id],
  );
  return rows;
});

app.get('/open/:id', async (request, reply) => {
  const seat = await seatOf(request);
  if (!seat) return reply.code(401).send();
  const { rows } = await run(
    pool,
    'open',
    `select n.id, w.content, v.name, v.number, v.county_name, n.population, s.overall, s.line, s.assessment, s.state, s.lock_version,
       (select jsonb_object_agg(c.code, x.value) from sheet_score x join criterion c on c.id = x.criterion_id where x.sheet_id = s.id) as scores,
       (select jsonb_agg(c order by c.position) from criterion c where c.edition_id = n.edition_id) as criteria, p.text as note
     from assignment a join nomination n on n.id = a.nomination_id join nomination_version w on w.id = n.submitted_version_id
     join municipality_version v on v.municipality_id = n.municipality_id and v.valid_to is null
     left join score_sheet s on s.seat_id = a.seat_id and s.nomination_id = a.nomination_id
     left join private_note p on p.seat_id = a.seat_id and p.nomination_id = a.nomination_id
     where a.seat_id = $1 and a.nomination_id = $2`,
    [seat.seat_id, request.params.id],
  );
  return rows[0];
});

app.put('/save/:id', async (request, reply) => {
  const seat = await seatOf(request);
  if (!seat) return reply.code(401).send();
  const { overall, line, assessment, lockVersion } = request.body;
  const client = await pool.connect();
  try {
    await client.query('begin');
    await run(
      client,
      'key',
      'insert into request_key (key, person_id, body_hash) values ($1, $2, $3) on conflict do nothing',
      [request.headers['idempotency-key'], seat.person_id, hash(JSON.stringify(request.body))],
    );
    const { rows } = await run(
      client,
      'save',
      `update score_sheet set overall = $3, line = $4, assessment = $5, lock_version = lock_version + 1, updated_at = award_now()
       where seat_id = $1 and nomination_id = $2 and lock_version = $6 and state = 'open' returning id, lock_version`,
      [seat.seat_id, request.params.id, overall, line, assessment, lockVersion],
    );
    if (!rows[0]) {
      await client.query('rollback');
      return reply.code(409).send({ refusal: 'stale-save' });
    }
    await run(
      client,
      'version',
      'insert into sheet_version (sheet_id, number, content) values ($1, $2, $3)',
      [rows[0].id, rows[0].lock_version, JSON.stringify({ overall, line, assessment })],
    );
    await run(
      client,
      'done',
      'update request_key set response = $3 where key = $1 and person_id = $2',
      [request.headers['idempotency-key'], seat.person_id, JSON.stringify(rows[0])],
    );
    await client.query('commit');
    return { lockVersion: rows[0].lock_version };
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
console.log('ready');
