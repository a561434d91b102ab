import type { EntityManager } from 'typeorm';
import type { Db } from '@award/editions/api';

/**
 * What the public has been told of an edition, as rows: enough for an empty system to show the same
 * pages. Keys are columns. Of people it holds the jury's names and seats; of entries the text that a
 * municipality shares, and neither other texts nor contacts; the documents hold those.
 */
export interface PublicRecord {
  readonly format: 'kaaring-public-record/1';
  readonly tables: Readonly<Record<RecordTable, readonly Row[]>>;
}

type Row = Readonly<Record<string, unknown>>;

/** Entries whose municipality lets others read them, and of which the public can. */
const SHARED = `select entry_id from public_example where content is not null and edition_id = $1`;

/** A picture that the public no longer sees, because it was taken away or its municipality asked for it. */
const GONE_IMAGE = `(withdrawn_at is not null or file_id is null or nomination_id in (select h.nomination_id from hidden_text h))`;
const NO_LONGER = 'Ikke lenger vist';
const NOBODY = '00000000-0000-0000-0000-000000000000';
const NOBODY_ELSE = '00000000-0000-0000-0000-000000000001';

/** Pictures that the public sees; their originals are among the documents, and here are the sizes alone. */
const STANDING_IMAGES = `select file_id from published_image where edition_id = $1 and not ${GONE_IMAGE}`;

/** In the order in which the rows can be put back; `rows` reads those of one edition ($1). */
const TABLES = [
  {
    table: 'municipality',
    columns: 'id, stable_key, organisation_number, written_form, invented',
    rows: `id in (select municipality_id from nomination where edition_id = $1)`,
  },
  {
    table: 'municipality_version',
    columns:
      'id, municipality_id, number, name, norwegian_name, sami_name, kven_name, county_number, county_name, sami_area, longitude, latitude, valid_from, valid_to',
    rows: `municipality_id in (select municipality_id from nomination where edition_id = $1)`,
  },
  {
    table: 'population',
    columns: 'municipality_id, on_date, count, source',
    rows: `municipality_id in (select municipality_id from nomination where edition_id = $1)`,
  },
  {
    table: 'succession',
    columns: 'from_id, to_id, on_date, share, kind',
    rows: `from_id in (select municipality_id from nomination where edition_id = $1)
      and to_id in (select municipality_id from nomination where edition_id = $1)`,
  },
  {
    table: 'edition',
    columns:
      'id, year, name, phase, sample, as_published, call_text, event, reference_date, opens_at, deadline, finalists_at, announcement_at, form, preset, scale_min, scale_max, quorum, tie_rule, rule_hash, rule_registered_at',
    rows: 'id = $1',
  },
  {
    table: 'edition_class',
    columns:
      'edition_id, code, position, name, min_population, max_population, finalists, winners, stage',
    rows: 'edition_id = $1',
  },
  {
    table: 'criterion',
    columns: 'id, edition_id, code, position, weight, name, guidance, levels',
    rows: 'edition_id = $1',
  },
  {
    table: 'nomination',
    columns:
      'id, edition_id, municipality_id, class_code, state, written_form, population, population_date, population_source, class_reason, received_at, created_at, updated_at',
    rows: `edition_id = $1 and class_code is not null and population is not null`,
  },
  {
    table: 'nomination_step',
    columns: 'id, nomination_id, action, from_state, to_state, taken_at',
    rows: `to_state = 'withdrawn' and nomination_id in
      (select id from nomination where edition_id = $1 and class_code is not null and population is not null)`,
  },
  {
    table: 'postponement',
    columns:
      'id, edition_id, field, before, after, reason, proposed_by, proposed_at, confirmed_by, confirmed_at',
    /** When, and neither why nor by whom. */
    read: `id, edition_id, field, before, after, '' as reason, '${NOBODY}'::uuid as proposed_by, proposed_at,
      '${NOBODY_ELSE}'::uuid as confirmed_by, confirmed_at`,
    rows: 'edition_id = $1 and confirmed_at is not null',
  },
  {
    table: 'hidden_text',
    columns: 'nomination_id, edition_id, asked_by, asked_at',
    rows: `edition_id = $1 and nomination_id in
      (select id from nomination where edition_id = $1 and class_code is not null and population is not null)`,
  },
  {
    table: 'seat',
    columns:
      'id, edition_id, class_code, person_id, name, house, role, state, pledged_at, invited_at, answered_at',
    rows: `edition_id = $1 and state = 'accepted'`,
  },
  {
    table: 'ruling',
    columns:
      'id, seat_id, nomination_id, edition_id, class_code, outcome, ruled_by, ruled_at, confirmed_at',
    rows: `edition_id = $1 and seat_id in (select id from seat where state = 'accepted')
      and ruled_by in (select id from seat where state = 'accepted')`,
  },
  {
    table: 'sealed_record',
    columns:
      'id, edition_id, kind, scope, number, payload, sha256, sealed_by, sealed_at, release_at',
    rows: `edition_id = $1 and id in (select sealed_record_id from release where edition_id = $1)`,
  },
  {
    table: 'release',
    columns: 'id, edition_id, kind, scope, number, sealed_record_id, released_at, released_by',
    rows: 'edition_id = $1',
  },
  {
    table: 'correction',
    columns:
      'id, edition_id, class_code, kind, scope, number, nomination_id, named, note, reason, opened_by, opened_at, release_id',
    rows: `edition_id = $1 and release_id is not null`,
  },
  {
    table: 'release_entry',
    columns:
      'release_id, nomination_id, edition_id, class_code, outcome, position, justification, written_form, source',
    rows: 'edition_id = $1',
  },
  {
    table: 'nomination_version',
    columns: 'id, nomination_id, number, kind, content, sha256, saved_at',
    /** What is shown of it, and nothing else that was sent. */
    read: `id, nomination_id, number, kind, (select x.content || case when x.contact is null then '{}' else jsonb_build_object(
        'contactName', x.contact ->> 'name', 'contactEmail', x.contact ->> 'email', 'contactPhone', x.contact ->> 'phone') end
      from public_example x where x.entry_id = nomination_id) as content, sha256, saved_at`,
    rows: `id in (select submitted_version_id from nomination where id in (${SHARED}))`,
  },
  {
    table: 'learning_consent',
    columns: 'nomination_id, edition_id, given, with_contact, said_at',
    rows: `nomination_id in (${SHARED})`,
  },
  {
    table: 'file',
    columns:
      'id, state, accepts, expected_bytes, expected_sha256, received, pieces, kind, bytes, sha256, width, height',
    rows: `id in (${STANDING_IMAGES})`,
  },
  {
    table: 'image_size',
    columns: 'file_id, name, kind, width, height, sha256, bytes',
    rows: `file_id in (${STANDING_IMAGES})`,
  },
  {
    table: 'published_image',
    columns:
      'id, edition_id, class_code, nomination_id, file_id, position, alt_text, photographer, caption, published_at, withdrawn_at, withdrawn_by, reason, replaced_by',
    /** What is taken away is gone for good: its address says so, and neither words nor who took it away are told. */
    read: `id, edition_id, class_code, nomination_id, case when not ${GONE_IMAGE} then file_id end as file_id, position,
      case when ${GONE_IMAGE} then '${NO_LONGER}' else alt_text end as alt_text,
      case when ${GONE_IMAGE} then '${NO_LONGER}' else photographer end as photographer,
      case when ${GONE_IMAGE} then '' else caption end as caption, published_at,
      case when ${GONE_IMAGE} then coalesce(withdrawn_at, published_at) end as withdrawn_at,
      case when ${GONE_IMAGE} then '${NOBODY}'::uuid end as withdrawn_by, case when ${GONE_IMAGE} then '' end as reason, replaced_by`,
    rows: 'edition_id = $1',
  },
] as const;

export type RecordTable = (typeof TABLES)[number]['table'];

export async function readPublicRecord(db: Db, editionId: string): Promise<PublicRecord> {
  const tables: Partial<Record<RecordTable, readonly Row[]>> = {};
  for (const one of TABLES) {
    const { table, columns, rows } = one;
    const read = 'read' in one ? one.read : columns;
    const found: { row: Row }[] = await db.query(
      `select to_jsonb(r) as row from (select ${read} from ${table} where ${rows}) r order by to_jsonb(r)::text`,
      [editionId],
    );
    tables[table] = found.map(({ row }) => row);
  }
  return { format: 'kaaring-public-record/1', tables: tables as PublicRecord['tables'] };
}

/**
 * Puts the rows back. A municipality that the register knows by its stable key stays as the register
 * has it. Throws where the edition's year is taken.
 */
export async function writePublicRecord(tx: EntityManager, record: PublicRecord): Promise<void> {
  const { tables } = record;
  const [edition] = tables.edition;
  const [taken] = await tx.query('select 1 from edition where year = $1', [edition?.['year']]);
  if (!edition || taken)
    throw new Error(`there is an edition of ${String(edition?.['year'])} here`);
  const known = await knownMunicipalities(tx, tables.municipality);
  const mapped = (id: unknown) => known.get(String(id)) ?? id;
  const isNew = (id: unknown) => !known.has(String(id));
  await people(tx, tables.seat);
  for (const { table, columns } of TABLES) {
    const rows = tables[table]
      .filter(
        (row) =>
          (table !== 'municipality' || isNew(row['id'])) &&
          (!OF_MUNICIPALITY.includes(table) || isNew(row['municipality_id'])) &&
          (table !== 'succession' || isNew(row['from_id']) || isNew(row['to_id'])),
      )
      .map((row) => ({
        ...row,
        ...('municipality_id' in row ? { municipality_id: mapped(row['municipality_id']) } : {}),
        ...(table === 'succession'
          ? { from_id: mapped(row['from_id']), to_id: mapped(row['to_id']) }
          : {}),
        ...(table === 'seat' ? { email: `${String(row['id'])}@archive.invalid` } : {}),
      }));
    const names = table === 'seat' ? `${columns}, email` : columns;
    await tx.query(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }
  await tx.query(
    `update nomination n set submitted_version_id = v.id from nomination_version v
     where v.nomination_id = n.id and n.edition_id = $1`,
    [edition['id']],
  );
}

const OF_MUNICIPALITY: readonly RecordTable[] = ['municipality_version', 'population'];

/** From an id of the package to the id here. */
async function knownMunicipalities(
  tx: EntityManager,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, string>> {
  const found: { theirs: string; ours: string }[] = await tx.query(
    `select p ->> 'id' as theirs, m.id as ours from jsonb_array_elements($1::jsonb) p
     join municipality m on m.stable_key = p ->> 'stable_key'`,
    [JSON.stringify(rows)],
  );
  return new Map(found.map(({ theirs, ours }) => [theirs, ours]));
}

/** Whoever sat in the jury, by name alone: nobody can sign in as them. */
async function people(tx: EntityManager, seats: readonly Row[]): Promise<void> {
  await tx.query(
    `insert into person (id, name) select distinct on (1) (s ->> 'person_id')::uuid, s ->> 'name'
     from jsonb_array_elements($1::jsonb) s where s ->> 'person_id' is not null on conflict (id) do nothing`,
    [JSON.stringify(seats)],
  );
}
