import { Injectable } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { phaseAllows } from '@award/award';
import { demand, People, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import { demandReach, type EditionRow, Editions } from '@award/editions/api';
import { Mail, type WaitingMail, whenInWords } from '@award/mail/api';
import type {
  InvitationOrder,
  InvitationPreview,
  InvitedView,
  InviteMunicipalities,
  PreviewInvitations,
} from '@award/outreach/contract';
import { outreachMail } from './outreach-mail';
import { PREVIEW } from './outreach.queries';

interface PreviewRow {
  municipalityId: string | null;
  number: string | null;
  name: string | null;
  mailDomain: string | null;
  already: boolean;
  otherRole: boolean;
}

interface TakenInvitation {
  editionId: string;
  municipalityId: string;
  email: string;
  /** Null when nobody is behind the address. */
  personId: string | null;
}

interface Invited {
  id: string;
  name: string;
  language: 'nb' | 'nn';
}

/** Inviting gives an address the right to answer for a municipality, which no mail domain ever does by itself. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly people: People,
    private readonly keys: RequestKeys,
    private readonly mail: Mail,
    private readonly audit: AuditLog,
  ) {
    for (const [template, words] of Object.entries(outreachMail))
      mail.register(template, words, { stillFor: isInvited, failureFor: 'secretariat' });
  }

  /** What inviting these rows would do, to whom. Nothing is written. */
  async preview(principal: Principal, order: PreviewInvitations): Promise<InvitationPreview[]> {
    demandReach(principal, order.editionId);
    await this.editions.byId(this.db, order.editionId);
    const rows = order.rows.map(({ municipalityId, number, email, name }, position) => ({
      position,
      id: municipalityId ?? null,
      number: number?.trim().padStart(4, '0') ?? null,
      email: email.trim().toLowerCase(),
      personName: name?.trim() ?? '',
    }));
    const found: PreviewRow[] = await this.db.query(PREVIEW, [
      order.editionId,
      JSON.stringify(rows),
    ]);
    const seen = new Set<string>();
    return rows.map(({ number, email, personName }, at) => {
      const row = found[at];
      const place = `${row?.municipalityId} ${email}`;
      const repeated = seen.has(place);
      seen.add(place);
      return {
        municipalityId: row?.municipalityId ?? null,
        number: row?.number ?? number ?? '',
        name: row?.name ?? null,
        email,
        personName,
        outcome: outcomeOf(row, email, repeated),
        otherDomain:
          row?.mailDomain !== null &&
          row?.mailDomain !== undefined &&
          !email.endsWith(`@${row.mailDomain}`),
      };
    });
  }

  /**
   * Invites those that are not invited yet: role, invitation and mail, once each. Each row passes the same
   * guard by itself: what is refused is told, and the others are invited.
   */
  async invite(
    principal: Principal,
    order: InviteMunicipalities,
    key: string,
  ): Promise<InvitedView> {
    demandReach(principal, order.editionId);
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, order, async () => {
        const edition = await this.editions.byId(tx, order.editionId);
        demand(phaseAllows(edition.phase, 'inviteMunicipalities'));
        await tx.query('select pg_advisory_xact_lock(hashtextextended($1::text, 3))', [edition.id]);
        const municipalities = await knownMunicipalities(tx, edition, order.invitations);
        const made: string[] = [];
        const refused: InvitedView['refused'] = [];
        for (const [at, invitation] of order.invitations.entries()) {
          const { municipalityId, email } = invitation;
          const municipality = municipalities.get(municipalityId.toLowerCase());
          await tx.query('savepoint one');
          try {
            if (municipality === undefined) throw new Refused('unknown-municipality');
            const id = await this.inviteOne(tx, principal, edition, municipality, invitation);
            if (id !== null) made.push(id);
            await tx.query('release savepoint one');
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
            await tx.query('rollback to savepoint one');
            refused.push({ at, email, reason: error.refusal });
          }
        }
        if (made.length > 0)
          await this.audit.write(tx, {
            principal,
            act: 'outreach:invite',
            subjectType: 'edition',
            subjectId: edition.id,
            editionId: edition.id,
            facts: { invitations: made },
          });
        const already = order.invitations.length - made.length - refused.length;
        return { invited: made.length, already, refused };
      }),
    );
  }

  /** Takes an invitation back: the address can no longer answer for the municipality, from the next request on. */
  async withdraw(principal: Principal, id: string, key: string): Promise<{ id: string }> {
    return this.db.transaction((tx) =>
      this.keys.once(tx, principal, key, { withdraw: id }, async () => {
        const { editionId, municipalityId, personId } = await this.take(tx, principal, id);
        await this.audit.write(tx, {
          principal,
          act: 'outreach:withdraw-invitation',
          subjectType: 'invitation',
          subjectId: id,
          editionId,
          facts: { municipalityId, personId },
        });
        return { id };
      }),
    );
  }

  /** Ends an invitation and the right that came with it. For acts that do more in the same transaction. */
  async take(tx: EntityManager, principal: Principal, id: string): Promise<TakenInvitation> {
    const [[row]] = await tx.query(
      `delete from invitation where id = $1 and ($2::uuid is null or edition_id = $2)
       returning edition_id as "editionId", municipality_id as "municipalityId", email`,
      [id, principal.editionId],
    );
    if (!row) throw new Refused('not-found');
    const { editionId, municipalityId, email } = row;
    const [known] = await tx.query(
      `select person_id as "personId" from identity where issuer = 'email' and subject = $1`,
      [email],
    );
    if (known)
      for (const role of [
        'municipality-submitter',
        'municipality-editor',
        'municipality-viewer',
      ] as const)
        await this.people.revoke(tx, {
          personId: known.personId,
          role,
          editionId,
          municipalityId,
        });
    return { editionId, municipalityId, email, personId: known?.personId ?? null };
  }

  /** Invites another address for a municipality. Answers with the invitation's id, or null when it was invited before. */
  async inviteInstead(
    tx: EntityManager,
    principal: Principal,
    editionId: string,
    order: InvitationOrder,
  ): Promise<string | null> {
    const edition = await this.editions.byId(tx, editionId);
    demand(phaseAllows(edition.phase, 'inviteMunicipalities'));
    const municipality = (await knownMunicipalities(tx, edition, [order])).get(
      order.municipalityId,
    );
    if (municipality === undefined) throw new Refused('not-found');
    try {
      return await this.inviteOne(tx, principal, edition, municipality, order);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      throw new Refused('bad-input', { fields: [{ path: 'email', reason: error.refusal }] });
    }
  }

  /** Answers with the invitation's id, or null when the address was invited before. */
  private async inviteOne(
    tx: EntityManager,
    principal: Principal,
    edition: EditionRow,
    municipality: Invited,
    order: InvitationOrder,
  ): Promise<string | null> {
    const email = order.email.trim().toLowerCase();
    const [made] = await tx.query(
      `insert into invitation (edition_id, municipality_id, email, invited_by) values ($1, $2, $3, $4)
       on conflict do nothing returning id`,
      [edition.id, municipality.id, email, principal.personId],
    );
    if (!made) return null;
    const { language, name } = municipality;
    const personId = await this.people.byEmail(tx, email, order.name?.trim() || name, language);
    await this.people.grant(tx, {
      personId,
      role: 'municipality-submitter',
      editionId: edition.id,
      municipalityId: municipality.id,
      grantedBy: principal.personId,
    });
    await this.mail.queue(tx, {
      eventKey: `invitation:${made.id}`,
      recipient: email,
      template: edition.phase === 'open' ? 'invited-to-open-call' : 'invited-before-opening',
      language,
      words: {
        municipality: name,
        edition: edition.name[language] || edition.name.nb,
        opens: edition.opensAt ? whenInWords(edition.opensAt, language) : '',
        deadline: edition.deadline ? whenInWords(edition.deadline, language) : '',
      },
      editionId: edition.id,
    });
    return made.id;
  }
}

/** Whether the address is still invited, and its right has not been taken back since. */
async function isInvited(
  db: Pick<EntityManager, 'query'>,
  { recipient, editionId }: WaitingMail,
): Promise<boolean> {
  const [invited] = await db.query(
    `select from invitation i join identity d on d.issuer = 'email' and d.subject = i.email
       join role_grant g on g.person_id = d.person_id and g.municipality_id = i.municipality_id
         and g.edition_id = i.edition_id and g.revoked_at is null
     where i.edition_id = $1 and i.email = $2`,
    [editionId, recipient],
  );
  return invited !== undefined;
}

function outcomeOf(
  row: PreviewRow | undefined,
  email: string,
  repeated: boolean,
): InvitationPreview['outcome'] {
  if (row === undefined || row.municipalityId === null) return 'unknown-municipality';
  if (email.length > 254 || !isEmail(email)) return 'bad-address';
  if (repeated) return 'repeated';
  if (row.already) return 'already-invited';
  return row.otherRole ? 'other-role-held' : 'new';
}

/** Invented municipalities take part in the sample edition only, and real ones never do. */
async function knownMunicipalities(
  tx: EntityManager,
  { sample }: EditionRow,
  invitations: readonly InvitationOrder[],
): Promise<Map<string, Invited>> {
  const rows: Invited[] = await tx.query(
    `select m.id, case when m.written_form = 'nn' then 'nn' else 'nb' end as language,
       (select v.name from municipality_version v where v.municipality_id = m.id order by v.valid_from desc limit 1) as name
     from municipality m where m.id = any($1) and m.invented = $2`,
    [invitations.map(({ municipalityId }) => municipalityId), sample],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
