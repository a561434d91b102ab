import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '@award/award';
import { People } from '@award/access/api';
import { SAMPLE_JURORS, type SampleJuror } from '../demo/sample-year/panel';
import { SAMPLE_MUNICIPALITIES, type SampleMunicipality } from './sample-municipalities';

interface SamplePerson {
  key: string;
  name: string;
  language: 'nb' | 'nn';
  /** What this person shows, in bokmål. Those without a note are not on the sign-in page. */
  note?: string;
  role?: Role;
}

const SECRETARIAT: SamplePerson[] = [
  {
    key: 'sekretaer',
    name: 'Solveig Tangen',
    language: 'nb',
    role: 'secretary',
    note: 'Setter opp kåringen, følger opp og publiserer',
  },
  {
    key: 'sekretaer-nho',
    name: 'Marte Lunde',
    language: 'nb',
    role: 'secretary',
    note: 'Har meldt fra om et forhold til en kommune',
  },
  {
    key: 'saksbehandler',
    name: 'Amund Brekke',
    language: 'nb',
    role: 'case-officer',
    note: 'Kontrollerer forslagene',
  },
  {
    key: 'nokkelholder',
    name: 'Randi Myhre',
    language: 'nb',
    role: 'release-keyholder',
    note: 'Har den andre nøkkelen når noe publiseres',
  },
];

const NOTES: Record<string, string> = {
  'kommune-9001': 'Har sendt inn, 14 783 innbyggere',
  'kommune-9021': 'Har sendt inn, nøyaktig 15 000 innbyggere',
  'kommune-9013': 'Ble ikke ferdig med forslaget',
  'kommune-9012': 'Trakk forslaget før fristen',
  'kommune-9022': 'Flyttet til små kommuner etter en feil i registeret',
  'kommune-9030': 'Fikk forslaget i retur',
  'kommune-9027': 'Langt navn, nynorsk',
  leder: 'Leder juryen for små kommuner, medlem for store',
  nestleder: 'Nestleder for små kommuner, leder for store',
  'medlem-ks': 'Så vidt i gang med vurderingene',
  'medlem-nho': 'Habil, men har ikke begynt',
  'medlem-uavhengig': 'Har ikke erklært habilitet ennå',
  inhabil: 'Er inhabil i små kommuner',
  'vara-nho': 'Vararepresentant som har gått inn',
};

/** Everybody in the sample year: invented, with addresses that cannot receive mail. */
export function samplePeople(): SamplePerson[] {
  const everybody = [...SECRETARIAT, ...castOf(SAMPLE_MUNICIPALITIES, SAMPLE_JURORS)];
  return everybody.map((person) => ({
    ...person,
    note: NOTES[person.key] ?? person.note,
  }));
}

/** Who writes for the municipalities, and who sits in the jury. */
function castOf(
  municipalities: readonly SampleMunicipality[],
  jurors: readonly SampleJuror[],
): SamplePerson[] {
  return [
    ...municipalities.map((one) => ({
      key: `kommune-${one.number}`,
      name: `Næringssjefen i ${one.name}`,
      language: one.writtenForm,
    })),
    ...jurors.map(({ key, name }) => ({ key, name, language: 'nb' as const })),
  ];
}

async function make(
  people: People,
  tx: EntityManager,
  person: SamplePerson,
  position: number,
): Promise<void> {
  const id = await people.byEmail(
    tx,
    `${person.key}@eksempel.example`,
    person.name,
    person.language,
  );
  await tx.query(
    `insert into identity (issuer, subject, person_id) values ('demo', $1, $2) on conflict do nothing`,
    [person.key, id],
  );
  if (person.note) {
    await tx.query(
      'insert into demo_note (person_id, position, note) values ($1, $2, $3) on conflict do nothing',
      [id, position, person.note],
    );
  }
  if (person.role) await people.grant(tx, { personId: id, role: person.role });
}

type Server = Pick<INestApplicationContext, 'get'>;

export function seedPeople(app: Server): Promise<void> {
  return makeAll(app, samplePeople());
}

/** The people of a year that is not the sample year. */
export function seedCast(
  app: Server,
  {
    municipalities,
    jurors,
  }: { municipalities: readonly SampleMunicipality[]; jurors: readonly SampleJuror[] },
): Promise<void> {
  return makeAll(app, castOf(municipalities, jurors));
}

async function makeAll(app: Server, everybody: readonly SamplePerson[]): Promise<void> {
  const people = app.get(People);
  await app.get(DataSource).transaction(async (tx) => {
    for (const [position, person] of everybody.entries()) await make(people, tx, person, position);
  });
}
