import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import { ChangeContact, ContactFile } from '@award/municipalities/contract';
import { RegisterContacts } from './register-contacts.service';

/** What the secretariat knows and no public table has, and what imports have changed. */
@Controller('api/register')
export class RegisterController {
  constructor(private readonly contacts: RegisterContacts) {}

  @Get('imports')
  @Can('register:read')
  imports() {
    return this.contacts.imports();
  }

  @Get('municipalities/:id/contact')
  @Can('register:read')
  contact(@Id('id') id: string) {
    return this.contacts.one(id);
  }

  @Put('municipalities/:id/contact')
  @Can('register:refresh')
  change(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: ChangeContact,
    @IdempotencyKey() key: string,
  ) {
    return this.contacts.change(me, id, order, key);
  }

  /** What the file would change; nothing is written. */
  @Post('contacts/preview')
  @Can('register:refresh')
  @HttpCode(200)
  preview(@Body() order: ContactFile) {
    return this.contacts.preview(order);
  }

  @Post('contacts')
  @Can('register:refresh')
  @HttpCode(200)
  apply(@Acting() me: Principal, @Body() order: ContactFile, @IdempotencyKey() key: string) {
    return this.contacts.apply(me, order, key);
  }
}
