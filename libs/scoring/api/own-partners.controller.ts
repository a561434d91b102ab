import { Controller, Get } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import type { PartnerVoicesView } from '@award/endorsements/contract';
import { OwnPartners } from './own-partners.service';

/** What a juror reads of partner businesses beside an entry's text. */
@Controller('api/scoring/entries/:nominationId/partners')
export class OwnPartnersController {
  constructor(private readonly partners: OwnPartners) {}

  @Get()
  @Can('sheet:write')
  of(
    @Id('nominationId') nominationId: string,
    @Acting() principal: Principal,
  ): Promise<PartnerVoicesView> {
    return this.partners.of(principal, nominationId);
  }
}
