/** Writes a plan, in its order: what ends or is corrected first, so that no number is ever held twice. */
import type { EntityManager } from 'typeorm';
import type { RegisterChange, VersionBegun } from './register-import';
import type { RegisterMunicipality, RegisterVersion } from './register-state';

const VERSION_FIELDS = `number text, name text, "norwegianName" text, "samiName" text, "kvenName" text, "countyNumber" text,
  "countyName" text, "samiArea" boolean, longitude double precision, latitude double precision, "validFrom" date, "validTo" date`;

const VERSION_COLUMNS = `number, name, norwegian_name, sami_name, kven_name, county_number, county_name, sami_area,
  longitude, latitude, valid_from, valid_to`;

const VERSION_VALUES = `x.number, x.name, x."norwegianName", x."samiName", x."kvenName", x."countyNumber", x."countyName",
  x."samiArea", x.longitude, x.latitude, x."validFrom", x."validTo"`;

type Of<Kind extends RegisterChange['kind']> = Extract<RegisterChange, { kind: Kind }>;

export async function writeRegisterChanges(
  tx: EntityManager,
  changes: readonly RegisterChange[],
): Promise<void> {
  for (const change of changes) await writeOne(tx, change);
  await addMunicipalities(
    tx,
    only(changes, 'added').map(({ municipality }) => municipality),
  );
  await putPopulations(tx, [
    ...only(changes, 'population-added'),
    ...only(changes, 'population-corrected'),
  ]);
  await putSuccessions(tx, [
    ...only(changes, 'succession-added'),
    ...only(changes, 'succession-corrected'),
  ]);
}

function only<Kind extends RegisterChange['kind']>(
  changes: readonly RegisterChange[],
  kind: Kind,
): Of<Kind>[] {
  return changes.filter((change): change is Of<Kind> => change.kind === kind);
}

async function writeOne(tx: EntityManager, change: RegisterChange): Promise<void> {
  switch (change.kind) {
    case 'ended':
      return closeVersion(tx, change.key, change.validFrom, change.date);
    case 'version-corrected':
      return correctVersion(tx, change.key, change.validFrom, change.to);
    case 'organisation-number-changed':
      return setDetail(tx, change.key, 'organisation_number', change.to);
    case 'detail-changed':
      return setDetail(tx, change.key, DETAIL_COLUMNS[change.detail], change.to);
    case 'renumbered':
    case 'renamed':
    case 'county-changed':
    case 'version-added':
      return beginVersion(tx, change);
    default:
      return undefined;
  }
}

const DETAIL_COLUMNS = {
  writtenForm: 'written_form',
  postAddress: 'post_address',
  mailDomain: 'mail_domain',
} as const;

async function closeVersion(tx: EntityManager, key: string, validFrom: string, validTo: string) {
  await tx.query(
    `update municipality_version v set valid_to = $3 from municipality m
     where m.id = v.municipality_id and m.stable_key = $1 and v.valid_from = $2 and v.valid_to is null`,
    [key, validFrom, validTo],
  );
}

async function correctVersion(
  tx: EntityManager,
  key: string,
  validFrom: string,
  to: RegisterVersion,
) {
  await tx.query(
    `update municipality_version v set (${VERSION_COLUMNS}) = (select ${VERSION_VALUES} from jsonb_to_record($3::jsonb) as x (${VERSION_FIELDS}))
     from municipality m where m.id = v.municipality_id and m.stable_key = $1 and v.valid_from = $2`,
    [key, validFrom, JSON.stringify(to)],
  );
}

async function beginVersion(tx: EntityManager, { key, from, to }: VersionBegun) {
  if (from !== null) await closeVersion(tx, key, from.validFrom, to.validFrom);
  await tx.query(
    `insert into municipality_version (municipality_id, ${VERSION_COLUMNS})
     select m.id, ${VERSION_VALUES} from municipality m, jsonb_to_record($2::jsonb) as x (${VERSION_FIELDS}) where m.stable_key = $1`,
    [key, JSON.stringify(to)],
  );
}

async function setDetail(
  tx: EntityManager,
  key: string,
  column: 'organisation_number' | (typeof DETAIL_COLUMNS)[keyof typeof DETAIL_COLUMNS],
  value: string,
) {
  await tx.query(`update municipality set ${column} = $2 where stable_key = $1`, [key, value]);
}

async function addMunicipalities(
  tx: EntityManager,
  added: readonly RegisterMunicipality[],
): Promise<void> {
  if (added.length === 0) return;
  await tx.query(
    `insert into municipality (stable_key, organisation_number, written_form, post_address, mail_domain)
     select x.key, x."organisationNumber", x."writtenForm", x."postAddress", x."mailDomain" from jsonb_to_recordset($1::jsonb)
       as x (key text, "organisationNumber" text, "writtenForm" text, "postAddress" text, "mailDomain" text)`,
    [JSON.stringify(added)],
  );
  const versions = added.flatMap(({ key, versions: own }) =>
    own.map((version) => ({ key, ...version })),
  );
  await tx.query(
    `insert into municipality_version (municipality_id, ${VERSION_COLUMNS})
     select m.id, ${VERSION_VALUES} from jsonb_to_recordset($1::jsonb) as x (key text, ${VERSION_FIELDS})
     join municipality m on m.stable_key = x.key`,
    [JSON.stringify(versions)],
  );
}

async function putPopulations(
  tx: EntityManager,
  changes: readonly Of<'population-added' | 'population-corrected'>[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into population (municipality_id, on_date, count, source)
     select m.id, x.date, x.count, x.source from jsonb_to_recordset($1::jsonb) as x (key text, date date, count integer, source text)
     join municipality m on m.stable_key = x.key
     on conflict (municipality_id, on_date) do update set count = excluded.count, source = excluded.source`,
    [JSON.stringify(changes.map(({ to }) => to))],
  );
}

async function putSuccessions(
  tx: EntityManager,
  changes: readonly Of<'succession-added' | 'succession-corrected'>[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.query(
    `insert into succession (from_id, to_id, on_date, share, kind)
     select f.id, t.id, x.date, x.share, x.kind
     from jsonb_to_recordset($1::jsonb) as x ("from" text, "to" text, date date, share double precision, kind text)
     join municipality f on f.stable_key = x."from" join municipality t on t.stable_key = x."to"
     on conflict (from_id, to_id) do update set on_date = excluded.on_date, share = excluded.share, kind = excluded.kind`,
    [JSON.stringify(changes.map(({ to }) => to))],
  );
}
