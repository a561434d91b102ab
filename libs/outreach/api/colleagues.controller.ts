import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import { ChangeColleague, type ColleaguesView, InviteColleague } from '@award/outreach/contract';
import { Colleagues } from './colleagues.service';

/** The people of the municipality and edition that the acting grant names. */
@Controller('api/colleagues')
export class ColleaguesController {
  constructor(private readonly colleagues: Colleagues) {}

  @Get()
  @Can('colleague:read')
  list(@Acting() me: Principal): Promise<ColleaguesView> {
    return this.colleagues.list(me);
  }

  @Post()
  @Can('colleague:change')
  @HttpCode(200)
  invite(@Acting() me: Principal, @Body() order: InviteColleague, @IdempotencyKey() key: string) {
    return this.colleagues.invite(me, order, key);
  }

  @Post(':personId/role')
  @Can('colleague:change')
  @HttpCode(200)
  change(
    @Acting() me: Principal,
    @Id('personId') personId: string,
    @Body() order: ChangeColleague,
    @IdempotencyKey() key: string,
  ) {
    return this.colleagues.change(me, personId, order, key);
  }

  @Post(':personId/remove')
  @Can('colleague:change')
  @HttpCode(200)
  remove(@Acting() me: Principal, @Id('personId') personId: string, @IdempotencyKey() key: string) {
    return this.colleagues.remove(me, personId, key);
  }
}
