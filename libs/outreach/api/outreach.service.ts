import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { deliveryTrouble } from '@award/award';
import { type Principal, Refused } from '@award/access/api';
import { demandReach, Editions } from '@award/editions/api';
import { foldedWords, mapOfNorway } from '@award/municipalities/api';
import type {
  InvitationView,
  OutreachCount,
  OutreachDetail,
  OutreachMap,
  OutreachMunicipality,
  OutreachPage,
  OutreachQuery,
} from '@award/outreach/contract';
import { OUTREACH, OUTREACH_COUNTS, OUTREACH_OF_ONE, OUTREACH_PROGRESS } from './outreach.queries';

const PAGE = 100;

/** Who is invited and who has come how far. */
@Injectable()
export class Outreach {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
  ) {}

  async list(principal: Principal, query: OutreachQuery): Promise<OutreachPage> {
    const editionId = await this.editionOf(principal, query.editionId);
    const limit = query.limit ?? PAGE;
    const rows: (OutreachMunicipality & { total: number })[] = await this.db.query(OUTREACH, [
      editionId,
      foldedWords(query.search ?? ''),
      query.county ?? null,
      query.classCode ?? null,
      query.progress ?? null,
      query.after ?? null,
      limit + 1,
    ]);
    const municipalities = rows.slice(0, limit).map(({ total: _total, ...row }) => row);
    return {
      editionId,
      municipalities,
      total: rows[0]?.total ?? 0,
      next: rows.length > limit ? (municipalities.at(-1)?.number ?? null) : null,
    };
  }

  async counts(principal: Principal, wanted?: string): Promise<OutreachCount[]> {
    return this.db.query(OUTREACH_COUNTS, [await this.editionOf(principal, wanted)]);
  }

  /** The register's numbers of today on a map of the borders since 2024. */
  async map(principal: Principal, wanted?: string): Promise<OutreachMap> {
    const rows: Omit<OutreachMap['places'][number], 'path'>[] = await this.db.query(
      OUTREACH_PROGRESS,
      [await this.editionOf(principal, wanted)],
    );
    const { attribution, viewBox, paths } = mapOfNorway();
    return {
      attribution,
      viewBox,
      places: rows.flatMap((row) => {
        const path = paths[row.number];
        return path ? [{ ...row, path }] : [];
      }),
    };
  }

  async one(
    principal: Principal,
    municipalityId: string,
    wanted?: string,
  ): Promise<OutreachDetail> {
    const editionId = await this.editionOf(principal, wanted);
    const [row] = await this.db.query(OUTREACH_OF_ONE, [editionId, municipalityId]);
    if (!row) throw new Refused('not-found');
    return { ...row, contacts: row.contacts.map(withTrouble) };
  }

  /** The edition that is asked for, or the one that the principal works on. */
  async editionOf(principal: Principal, wanted?: string): Promise<string> {
    if (wanted !== undefined) demandReach(principal, wanted);
    const id = wanted ?? principal.editionId ?? (await this.editions.current(this.db))?.id;
    if (id === undefined) throw new Refused('not-found');
    return id;
  }
}

type WithStatus = InvitationView & { delivery: { status: string | null } | null };

function withTrouble({ delivery, ...contact }: WithStatus): InvitationView {
  if (delivery === null) return { ...contact, delivery };
  const { status, ...rest } = delivery;
  const troubled = rest.state === 'failed' || rest.state === 'delayed';
  const trouble = troubled ? deliveryTrouble(status ?? '', rest.error ?? '') : null;
  return { ...contact, delivery: { ...rest, trouble } };
}
