import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type EditionPhase,
  phaseAllows,
  type RepresentedOrganisation,
  roleByRepresentation,
} from '@award/award';
import { AuditLog } from '@award/audit/api';
import { People } from '../people.service';
import { Refused } from '../refused';
import type { Proof } from './openid-proof';

interface RepresentedMunicipality {
  id: string;
  number: string;
  invented: boolean;
}

interface Arrival {
  personId: string;
  /** The represented municipalities by organisation number, and by id. */
  organisations: string[];
  municipalityIds: string[];
}

const MUNICIPALITIES = `
select m.id, m.organisation_number as number, m.invented from municipality m
where m.organisation_number = any($1) and exists (
  select from municipality_version v where v.municipality_id = m.id and (v.valid_to is null or v.valid_to > award_now()::date))`;

const EDITIONS = `select id, phase from edition where sample = $1 and not as_published order by year desc`;

/**
 * Who somebody is after proving it elsewhere. A person is known by issuer and subject and by nothing else; the
 * organisation number decides the municipality. Whoever is unknown and represents no municipality is turned away.
 */
@Injectable()
export class OpenIdPeople {
  constructor(
    private readonly db: DataSource,
    private readonly people: People,
    private readonly audit: AuditLog,
  ) {}

  async arrive(proof: Proof, language: 'nb' | 'nn' | 'en'): Promise<Arrival> {
    return this.db.transaction(async (tx) => {
      await lockIdentity(tx, proof);
      const known = await personBehind(tx, proof);
      const municipalities: RepresentedMunicipality[] = await tx.query(MUNICIPALITIES, [
        proof.organisations.map(({ number }) => number),
      ]);
      if (known === null && municipalities.length === 0) throw new Refused(unknownBecause(proof));
      const personId = known ?? (await this.newPerson(tx, proof, language));
      const organisations = municipalities.map(({ number }) => number);
      const refusals = new Set<Refused['refusal']>();
      for (const municipality of municipalities)
        for (const refusal of await this.openTo(tx, personId, municipality, proof))
          refusals.add(refusal);
      const [usable] = await tx.query(
        `select from role_grant where person_id = $1 and revoked_at is null
           and (by_organisation is null or by_organisation = any($2)) limit 1`,
        [personId, organisations],
      );
      if (!usable) throw new Refused([...refusals][0] ?? otherwiseBecause(proof, municipalities));
      return { personId, organisations, municipalityIds: municipalities.map(({ id }) => id) };
    });
  }

  /**
   * Links what was just proved to the person who is signed in, and so has proved the other. An identity that stood
   * alone as a person of its own comes over with the roles it had.
   */
  async link(proof: Proof, personId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await lockIdentity(tx, proof);
      const owner = await personBehind(tx, proof);
      if (owner === personId) return;
      if (owner !== null) await this.takeOver(tx, owner, personId);
      else
        await tx.query('insert into identity (issuer, subject, person_id) values ($1, $2, $3)', [
          proof.issuer,
          proof.subject,
          personId,
        ]);
      await this.audit.write(tx, {
        principal: { personId, role: null },
        act: 'identity:link',
        subjectType: 'person',
        subjectId: personId,
        editionId: null,
        facts: { provider: proof.provider.key, from: owner },
      });
    });
  }

  private async newPerson(
    tx: EntityManager,
    proof: Proof,
    language: 'nb' | 'nn' | 'en',
  ): Promise<string> {
    const [made] = await tx.query(
      'insert into person (name, language) values ($1, $2) returning id',
      [proof.name || proof.provider.name, language],
    );
    await tx.query('insert into identity (issuer, subject, person_id) values ($1, $2, $3)', [
      proof.issuer,
      proof.subject,
      made.id,
    ]);
    return made.id;
  }

  /** Gives the represented municipality's role in each edition that takes entries; answers why not. */
  private async openTo(
    tx: EntityManager,
    personId: string,
    municipality: RepresentedMunicipality,
    { organisations, provider }: Proof,
  ): Promise<Refused['refusal'][]> {
    const by = organisations.find(({ number }) => number === municipality.number)?.by;
    const editions: { id: string; phase: EditionPhase }[] = await tx.query(EDITIONS, [
      municipality.invented,
    ]);
    const open = editions.filter(({ phase }) => phaseAllows(phase, 'inviteMunicipalities').allowed);
    if (by === undefined) return [];
    if (open.length === 0) return ['no-open-call'];
    const refusals: Refused['refusal'][] = [];
    for (const { id: editionId } of open) {
      const refusal = await this.give(tx, personId, municipality, editionId, by, provider.key);
      if (refusal) refusals.push(refusal);
    }
    return refusals;
  }

  private async give(
    tx: EntityManager,
    personId: string,
    municipality: RepresentedMunicipality,
    editionId: string,
    by: RepresentedOrganisation['by'],
    provider: string,
  ): Promise<Refused['refusal'] | null> {
    const earlier: { living: boolean }[] = await tx.query(
      `select revoked_at is null as living from role_grant
       where person_id = $1 and edition_id = $2 and municipality_id = $3`,
      [personId, editionId, municipality.id],
    );
    if (earlier.some(({ living }) => living)) return null;
    // Colleagues have ended it: signing in again must not undo that.
    if (earlier.length > 0) return 'access-ended';
    const role = roleByRepresentation(by);
    try {
      const grantId = await this.people.grant(tx, {
        personId,
        role,
        editionId,
        municipalityId: municipality.id,
        byOrganisation: municipality.number,
      });
      await this.audit.write(tx, {
        principal: { personId, role: null },
        act: 'grant:give',
        subjectType: 'person',
        subjectId: personId,
        editionId,
        facts: { role, grantId, municipalityId: municipality.id, provider, by },
      });
      return null;
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
  }

  private async takeOver(tx: EntityManager, from: string, to: string): Promise<void> {
    const [others] = await tx.query(
      'select count(*)::int as count from identity where person_id = $1',
      [from],
    );
    if (others.count > 1) throw new Refused('identity-taken');
    const grants = await tx.query(
      `update role_grant set revoked_at = clock_timestamp() where person_id = $1 and revoked_at is null
       returning role, edition_id as "editionId", class_code as "classCode", municipality_id as "municipalityId",
         by_organisation as "byOrganisation"`,
      [from],
    );
    await tx.query('update identity set person_id = $2 where person_id = $1', [from, to]);
    await tx.query('delete from session where person_id = $1', [from]);
    for (const grant of grants[0]) {
      const held = await tx.query(
        `select from role_grant where person_id = $1 and revoked_at is null and edition_id = $2 and municipality_id = $3`,
        [to, grant.editionId, grant.municipalityId],
      );
      if (held.length === 0) await this.people.grant(tx, { ...grant, personId: to });
    }
  }
}

async function lockIdentity(tx: EntityManager, { issuer, subject }: Proof): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [`${issuer} ${subject}`]);
}

async function personBehind(tx: EntityManager, proof: Proof): Promise<string | null> {
  const [known] = await tx.query(
    'select person_id as id from identity where issuer = $1 and subject = $2',
    [proof.issuer, proof.subject],
  );
  return known?.id ?? null;
}

function unknownBecause({ organisations }: Proof): Refused['refusal'] {
  return organisations.length > 0 ? 'unknown-organisation' : 'identity-unknown';
}

function otherwiseBecause(
  proof: Proof,
  municipalities: readonly RepresentedMunicipality[],
): Refused['refusal'] {
  return municipalities.length > 0 ? 'no-open-call' : unknownBecause(proof);
}
