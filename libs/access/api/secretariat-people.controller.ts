import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { GiveRole } from '@award/access/contract';
import { Acting, Can, Id, IdempotencyKey } from './can';
import type { Principal } from './principal';
import { SecretariatPeople } from './secretariat-people.service';

@Controller('api/people')
export class SecretariatPeopleController {
  constructor(private readonly people: SecretariatPeople) {}

  @Get()
  @Can('grant:read')
  list(@Acting() me: Principal) {
    return this.people.list(me);
  }

  @Post()
  @Can('grant:give')
  @HttpCode(200)
  give(@Acting() me: Principal, @Body() order: GiveRole, @IdempotencyKey() key: string) {
    return this.people.give(me, order, key);
  }

  @Post('grants/:id/end')
  @Can('grant:give')
  @HttpCode(200)
  end(@Acting() me: Principal, @Id('id') id: string, @IdempotencyKey() key: string) {
    return this.people.end(me, id, key);
  }
}
