import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import {
  ChangeClasses,
  ChangeCriteria,
  ChangeEvent,
  ChangeForm,
  ChangePressContacts,
  ChangeRules,
  ChangeTexts,
  ChangeTimetable,
  CreateEdition,
  EditionAct,
  ReopenCall,
} from '@award/editions/contract';
import { EditionCreation } from './edition-creation.service';
import { EditionReading } from './edition-reading.service';
import { EditionSetup } from './edition-setup.service';
import { EditionTimetable } from './edition-timetable.service';

@Controller('api/editions')
export class EditionsController {
  constructor(
    private readonly reading: EditionReading,
    private readonly creation: EditionCreation,
    private readonly setup: EditionSetup,
    private readonly timetable: EditionTimetable,
  ) {}

  @Get()
  @Can('edition:read')
  list(@Acting() me: Principal) {
    return this.reading.list(me);
  }

  /** The edition of the acting grant, else the one that people work on now. */
  @Get('current')
  @Can('edition:read')
  current(@Acting() me: Principal) {
    return this.reading.current(me);
  }

  @Get(':id')
  @Can('edition:read')
  one(@Acting() me: Principal, @Id('id') id: string) {
    return this.reading.one(me, id);
  }

  @Post()
  @Can('edition:create')
  create(@Acting() me: Principal, @Body() order: CreateEdition, @IdempotencyKey() key: string) {
    return this.creation.createByRequest(me, order, key);
  }

  @Put(':id/timetable')
  @Can('edition:change')
  changeTimetable(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: ChangeTimetable,
    @IdempotencyKey() key: string,
  ) {
    return this.timetable.change(me, id, order, key);
  }

  @Put(':id/classes')
  @Can('edition:change')
  changeClasses(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: ChangeClasses,
    @IdempotencyKey() key: string,
  ) {
    return this.setup.classes(me, id, order, key);
  }

  @Put(':id/criteria')
  @Can('edition:change')
  changeCriteria(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: ChangeCriteria,
    @IdempotencyKey() key: string,
  ) {
    return this.setup.criteria(me, id, order, key);
  }

  @Put(':id/rules')
  @Can('edition:change')
  changeRules(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: ChangeRules,
    @IdempotencyKey() key: string,
  ) {
    return this.setup.rules(me, id, order, key);
  }

  @Put(':id/texts')
  @Can('edition:change')
  changeTexts(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: ChangeTexts,
    @IdempotencyKey() key: string,
  ) {
    return this.setup.texts(me, id, order, key);
  }

  @Put(':id/form')
  @Can('edition:change')
  changeForm(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: ChangeForm,
    @IdempotencyKey() key: string,
  ) {
    return this.setup.form(me, id, order, key);
  }

  @Put(':id/event')
  @Can('edition:change')
  changeEvent(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: ChangeEvent,
    @IdempotencyKey() key: string,
  ) {
    return this.setup.event(me, id, order, key);
  }

  @Put(':id/press-contacts')
  @Can('edition:change')
  changePressContacts(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: ChangePressContacts,
    @IdempotencyKey() key: string,
  ) {
    return this.setup.pressContacts(me, id, order, key);
  }

  @Post(':id/open-call')
  @Can('edition:advance')
  @HttpCode(200)
  openCall(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: EditionAct,
    @IdempotencyKey() key: string,
  ) {
    return this.timetable.open(me, id, order, key);
  }

  @Post(':id/reopen-call')
  @Can('edition:advance')
  @HttpCode(200)
  reopenCall(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: ReopenCall,
    @IdempotencyKey() key: string,
  ) {
    return this.timetable.reopen(me, id, order, key);
  }

  @Post(':id/archive')
  @Can('edition:advance')
  @HttpCode(200)
  archive(
    @Acting() me: Principal,
    @Id('id') id: string,
    @Body() order: EditionAct,
    @IdempotencyKey() key: string,
  ) {
    return this.timetable.archive(me, id, order, key);
  }
}
