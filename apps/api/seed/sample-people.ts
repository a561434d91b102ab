import type { INestApplicationContext } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Role } from '@award/award';
import { People } from '@award/access/api';

export interface SamplePerson {
  key: string;
  name: string;
  /** What this person shows, in bokmål. */
  note: string;
}

/** Makes or finds a sample person: invented, with an address that cannot receive mail, and one-click sign-in. */
export async function samplePerson(
  people: People,
  tx: EntityManager,
  person: SamplePerson,
  position: number,
  language: 'nb' | 'nn' = 'nb',
): Promise<string> {
  const id = await people.byEmail(tx, `${person.key}@eksempel.example`, person.name, language);
  await tx.query(`insert into identity (issuer, subject, person_id) values ('demo', $1, $2) on conflict do nothing`, [
    person.key,
    id,
  ]);
  await tx.query('insert into demo_note (person_id, position, note) values ($1, $2, $3) on conflict do nothing', [
    id,
    position,
    person.note,
  ]);
  return id;
}

const SECRETARIAT: (SamplePerson & { role: Role })[] = [
  { key: 'sekretaer', name: 'Solveig Tangen', role: 'secretary', note: 'Setter opp kåringen, følger opp og publiserer' },
  { key: 'saksbehandler', name: 'Amund Brekke', role: 'case-officer', note: 'Kontrollerer forslagene' },
  { key: 'nokkelholder', name: 'Randi Myhre', role: 'release-keyholder', note: 'Har den andre nøkkelen ved publisering' },
];

export async function seedPeople(app: INestApplicationContext): Promise<void> {
  const people = app.get(People);
  await app.get(DataSource).transaction(async (tx) => {
    for (const [position, person] of SECRETARIAT.entries()) {
      const personId = await samplePerson(people, tx, person, position);
      await people.grant(tx, { personId, role: person.role });
    }
  });
}
