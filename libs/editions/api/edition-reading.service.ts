import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Principal, Refused } from '@award/access/api';
import type { EditionSummary, EditionView } from '@award/editions/contract';
import { EditionDraft } from './edition-draft.service';
import { demandReach, Editions } from './editions.service';
import { EDITIONS } from './editions.queries';

@Injectable()
export class EditionReading {
  constructor(
    private readonly db: DataSource,
    private readonly editions: Editions,
    private readonly draft: EditionDraft,
  ) {}

  /** Newest first; a grant of one edition sees that one. */
  async list(principal: Principal): Promise<EditionSummary[]> {
    return this.db.query(EDITIONS, [principal.editionId]);
  }

  async current(principal: Principal): Promise<EditionView> {
    if (principal.editionId !== null) return this.one(principal, principal.editionId);
    const edition = await this.editions.current(this.db);
    if (edition === null) throw new Refused('not-found');
    return this.one(principal, edition.id);
  }

  one(principal: Principal, id: string): Promise<EditionView> {
    demandReach(principal, id);
    return this.draft.view(this.db, principal, id);
  }
}
