import type { DataSource } from 'typeorm';

/** Mails of one template to one kind of recipient. */
export interface MailLine {
  template: string;
  recipients: string;
  mails: number;
  /** Those given up because the right to them had ended before they went. */
  kept: number;
  /** By the award's clock, ISO 8601. */
  first: string;
  last: string;
}

/** Notes every move of the award's clock in a rehearsal's own database: mail is queued by the real one. */
export async function noteClockMoves(owner: Pick<DataSource, 'query'>): Promise<void> {
  await owner.query(`
    create schema rehearsal;
    create table rehearsal.clock_move (from_at timestamptz not null default clock_timestamp(), ahead interval not null);
    create function rehearsal.note() returns trigger language plpgsql as
      $$ begin insert into rehearsal.clock_move (ahead) values (new.clock_offset); return null; end $$;
    create trigger tr_clock_moved after update on installation for each row execute function rehearsal.note()`);
}

const KIND = `case
  when exists (select from invitation i where i.email = o.recipient) then 'a municipality'
  when exists (select from seat s where s.email = o.recipient) then 'a juror'
  when exists (select from identity i join role_grant g on g.person_id = i.person_id where i.issuer = 'email' and i.subject = o.recipient
    and g.role in ('secretary', 'case-officer', 'release-keyholder')) then 'the secretariat'
  when exists (select from identity i join role_grant g on g.person_id = i.person_id where i.issuer = 'email' and i.subject = o.recipient
    and g.municipality_id is not null) then 'a municipality'
  when exists (select from partner p where lower(p.email) = o.recipient) then 'a partner'
  when exists (select from approval a where lower(a.email) = o.recipient) then 'a mayor or chief executive'
  when exists (select from follower f where f.email = o.recipient) then 'a follower'
  when o.template like 'tip-%' then 'somebody who tips'
  when o.template like 'publication.follow%' then 'a follower'
  else 'somebody else' end`;

const ACCOUNT = `
with clock as (
  select from_at, ahead, lead(from_at) over (order by from_at) as to_at from rehearsal.clock_move
), mail as (
  select o.template, ${KIND} as recipients, o.created_at + coalesce(c.ahead, '0') as at,
    o.given_up_at is not null and o.last_error = 'no longer for the recipient' as kept
  from mail_outbox o left join clock c on o.created_at >= c.from_at and (c.to_at is null or o.created_at < c.to_at)
)
select template, recipients, count(*)::int as mails, count(*) filter (where kept)::int as kept, min(at) as first, max(at) as last
from mail group by template, recipients order by min(at), template, recipients`;

/** Every mail in the outbox, by template and kind of recipient, at the moments of the award's clock. */
export async function mailAccount(db: Pick<DataSource, 'query'>): Promise<MailLine[]> {
  const rows: (Omit<MailLine, 'first' | 'last'> & { first: Date; last: Date })[] =
    await db.query(ACCOUNT);
  return rows.map(({ first, last, ...line }) => ({
    ...line,
    first: first.toISOString(),
    last: last.toISOString(),
  }));
}

/** What may be written to a municipality while the result is a secret: that there is something to read, and codes. */
const IN_CONFIDENCE = ['fact-check', 'sign-in-code'];

/** Mail to a municipality is a public record there: those that went while nothing might be told, or that tell an outcome. */
export async function tellingMail(
  db: Pick<DataSource, 'query'>,
  embargo: { from: string; to: string },
  secrets: readonly string[],
): Promise<string[]> {
  const early: { recipient: string; template: string }[] = await db.query(
    `select distinct o.recipient, o.template from mail_outbox o join invitation i on i.email = o.recipient
     where o.created_at between $1 and $2 and o.template <> all($3) order by 1, 2`,
    [embargo.from, embargo.to, IN_CONFIDENCE],
  );
  const telling: { recipient: string; subject: string }[] = await db.query(
    `select distinct c.recipient, c.subject from caught_mail c join invitation i on i.email = c.recipient
     where c.subject || ' ' || c.body ~* '\\m(har vunne[nt]?|vant|er vinn[ea]r(en)?|er finalist|ikk?j?e finalist|have won|is the winner|is a finalist)\\M'
       or exists (select from jsonb_array_elements_text($1::jsonb) secret where position(secret in c.subject || ' ' || c.body) > 0)
     order by 1, 2`,
    [JSON.stringify(secrets)],
  );
  return [
    ...early.map(({ recipient, template }) => `${template} to ${recipient} under the embargo`),
    ...telling.map(({ recipient, subject }) => `to ${recipient} with an outcome: ${subject}`),
  ];
}
