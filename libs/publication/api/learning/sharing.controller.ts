import { Body, Controller, Get, Put } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { ShareEntry, type SharingView } from '@award/publication/contract';
import { Sharing } from './sharing.service';

@Controller('api/nominations')
export class SharingController {
  constructor(private readonly sharing: Sharing) {}

  @Get('mine/sharing')
  @Can('nomination:read')
  mine(@Acting() principal: Principal): Promise<SharingView> {
    return this.sharing.mine(principal);
  }

  @Put(':id/sharing')
  @Can('nomination:submit')
  say(
    @Id('id') id: string,
    @Body() body: ShareEntry,
    @Acting() principal: Principal,
  ): Promise<SharingView> {
    return this.sharing.say(principal, id, body);
  }
}
