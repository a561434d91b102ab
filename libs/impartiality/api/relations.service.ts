import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { allOf, isOrganisationNumber, mayRegister, MOST_RELATIONS, needs } from '@award/award';
import { demand, type Principal, Refused, RequestKeys } from '@award/access/api';
import { AuditLog } from '@award/audit/api';
import type { MyRelationsView, TellRelation } from '@award/impartiality/contract';
import { Jobs } from '@award/jobs/api';
import { type PanelSeat, Seats } from '@award/jury/api';
import { StandingRelation } from './standing-relation.entity';
import { type RelationRow, Suggestions } from './suggestions.service';

/** What a member tells once of own ties. Nobody else reads them here; who rules sees those that matter. */
@Injectable()
export class Relations {
  constructor(
    private readonly db: DataSource,
    private readonly seats: Seats,
    private readonly suggestions: Suggestions,
    private readonly keys: RequestKeys,
    private readonly audit: AuditLog,
    jobs: Jobs,
  ) {
    jobs.register('standing-relations', () => this.sweep(), { everyMinute: true });
  }

  /** Deletes what was last said for an edition that is archived: what is renewed belongs to a newer one. */
  async sweep(): Promise<void> {
    await this.db.query(
      `delete from standing_relation r using edition e where e.id = r.edition_id and e.phase = 'archived'`,
    );
  }

  async mine(principal: Principal): Promise<MyRelationsView> {
    return this.viewOf(this.db, await this.seats.seatOf(this.db, principal));
  }

  async tell(principal: Principal, key: string, body: TellRelation): Promise<MyRelationsView> {
    return this.db.transaction(async (tx) => {
      const seat = await this.seats.seatOf(tx, principal);
      return this.keys.once(tx, principal, key, body, async () => {
        await this.demandPlace(tx, seat, body);
        const made = await tx.insert(StandingRelation, {
          personId: seat.personId,
          editionId: seat.editionId,
          type: body.type,
          municipalityId: body.municipalityId,
          organisationNumber: body.organisationNumber,
          businessName: body.businessName?.trim() ?? null,
          fromYear: body.fromYear,
          toYear: body.toYear,
        });
        await this.log(tx, principal, seat, 'relation:tell', made.identifiers[0]?.['id'] as string);
        return this.viewOf(tx, seat);
      });
    });
  }

  /** Says that the tie still holds, for the edition that the member judges now. Saying so twice is once. */
  async renew(principal: Principal, relationId: string): Promise<MyRelationsView> {
    return this.onOwn(principal, relationId, async (tx, seat, own) => {
      if (own.editionId === seat.editionId) return;
      await tx.query(
        'update standing_relation set edition_id = $2, renewed_at = award_now() where id = $1',
        [own.id, seat.editionId],
      );
      await this.log(tx, principal, seat, 'relation:renew', own.id);
    });
  }

  async remove(principal: Principal, relationId: string): Promise<MyRelationsView> {
    return this.onOwn(principal, relationId, async (tx, seat, own) => {
      await tx.query('delete from standing_relation where id = $1', [own.id]);
      await this.log(tx, principal, seat, 'relation:remove', own.id);
    });
  }

  private async onOwn(
    principal: Principal,
    relationId: string,
    act: (tx: EntityManager, seat: PanelSeat, own: RelationRow) => Promise<void>,
  ): Promise<MyRelationsView> {
    return this.db.transaction(async (tx) => {
      const seat = await this.seats.seatOf(tx, principal);
      await tx.query('select 1 from person where id = $1 for no key update', [seat.personId]);
      const all = await this.suggestions.relationsOf(tx, [seat.personId]);
      const own = all.find(({ id }) => id === relationId);
      if (!own) throw new Refused('not-found');
      await act(tx, seat, own);
      return this.viewOf(tx, seat);
    });
  }

  private async demandPlace(
    tx: EntityManager,
    seat: PanelSeat,
    { municipalityId, businessName, organisationNumber, ...rest }: TellRelation,
  ): Promise<void> {
    const business =
      businessName === null ? null : { name: businessName, number: organisationNumber };
    await tx.query('select 1 from person where id = $1 for no key update', [seat.personId]);
    const all = await this.suggestions.relationsOf(tx, [seat.personId]);
    demand(
      allOf(
        mayRegister({ ...rest, municipality: municipalityId, business }),
        needs(business !== null || organisationNumber === null, 'incomplete-form'),
        needs(all.length < MOST_RELATIONS, 'too-large'),
      ),
    );
    if (organisationNumber !== null && !isOrganisationNumber(organisationNumber))
      throw new Refused('bad-input', {
        fields: [{ path: 'organisationNumber', reason: 'checkDigit' }],
      });
    if (municipalityId === null) return;
    const known = await tx.query('select 1 from municipality where id = $1', [municipalityId]);
    if (known.length === 0) throw new Refused('unknown-municipality');
  }

  private async viewOf(
    db: Pick<EntityManager, 'query'>,
    seat: PanelSeat,
  ): Promise<MyRelationsView> {
    const rows = await this.suggestions.relationsOf(db, [seat.personId]);
    const [edition] = await db.query('select sample from edition where id = $1', [seat.editionId]);
    return {
      relations: rows.map((row) => ({
        id: row.id,
        type: row.type,
        municipalityId: row.municipalityId,
        name: row.name,
        organisationNumber: row.organisationNumber,
        fromYear: row.fromYear,
        toYear: row.toYear,
        renewed: row.editionId === seat.editionId,
      })),
      year: await this.suggestions.year(db),
      invented: edition.sample,
    };
  }

  /** The log tells that something was said, never what. */
  private async log(
    tx: EntityManager,
    principal: Principal,
    seat: PanelSeat,
    act: string,
    relationId: string,
  ): Promise<void> {
    await this.audit.write(tx, {
      principal,
      act,
      subjectType: 'standing-relation',
      subjectId: relationId,
      editionId: seat.editionId,
      facts: {},
    });
  }
}
