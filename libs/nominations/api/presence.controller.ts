import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, type Principal } from '@award/access/api';
import { type PresenceView, SayPresent } from '@award/nominations/contract';
import { Presence } from './presence.service';

@Controller('api/nominations')
export class PresenceController {
  constructor(private readonly presence: Presence) {}

  @Post(':id/presence')
  @Can('nomination:write')
  @HttpCode(200)
  say(
    @Id('id') id: string,
    @Body() body: SayPresent,
    @Acting() me: Principal,
  ): Promise<PresenceView> {
    return this.presence.say(me, id, body);
  }

  @Post(':id/presence/leave')
  @Can('nomination:write')
  @HttpCode(204)
  leave(@Id('id') id: string, @Acting() me: Principal): Promise<void> {
    return this.presence.leave(me, id);
  }
}
