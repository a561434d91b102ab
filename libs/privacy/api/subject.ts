import type { EntityManager } from 'typeorm';

type Db = Pick<EntityManager, 'query'>;

/** The one whom data is about: a person, the addresses that lead to them, or an address that nobody signs in with. */
export interface Subject {
  readonly personId: string | null;
  /** In small letters. */
  readonly emails: readonly string[];
}

export async function subjectOfPerson(db: Db, personId: string): Promise<Subject> {
  const rows: { email: string }[] = await db.query(
    `select subject as email from identity where person_id = $1 and issuer = 'email' order by 1`,
    [personId],
  );
  return { personId, emails: rows.map(({ email }) => email) };
}

export async function subjectOfEmail(db: Db, email: string): Promise<Subject> {
  const address = email.trim().toLowerCase();
  const [known] = await db.query(
    `select person_id as "personId" from identity where issuer = 'email' and subject = $1`,
    [address],
  );
  if (!known) return { personId: null, emails: [address] };
  const { personId, emails } = await subjectOfPerson(db, known.personId);
  return { personId, emails: [...new Set([address, ...emails])] };
}
