import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Principal } from '@award/access/api';
import { PartnerVoices } from '@award/endorsements/api';
import type { PartnerVoicesView } from '@award/endorsements/contract';
import { OwnSheets } from './own-sheets.service';

/** What partner businesses say of an entry, for a juror who may open it: the same refusals as the entry itself. */
@Injectable()
export class OwnPartners {
  constructor(
    private readonly db: DataSource,
    private readonly sheets: OwnSheets,
    private readonly voices: PartnerVoices,
  ) {}

  async of(principal: Principal, nominationId: string): Promise<PartnerVoicesView> {
    const { content } = await this.sheets.open(principal, nominationId);
    return this.voices.forJury(this.db, nominationId, content);
  }
}
