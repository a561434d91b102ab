import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Acting, Can, Id, IdempotencyKey, type Principal } from '@award/access/api';
import {
  type BulkReport,
  type CheckedEntryView,
  DecideEligibility,
  DecideSeveral,
  type EntryCounts,
  type EntryPage,
  ListEntries,
  NameSuccessor,
  OfEdition,
  Reclassify,
  ReopenCheck,
  StartChecks,
  type SuccessorsView,
} from '@award/eligibility/contract';
import { BulkChecks } from './bulk-checks.service';
import { Checks } from './checks.service';
import { Eligibility } from './eligibility.service';
import { Reclassifications } from './reclassifications.service';
import { Successors } from './successors.service';

/** Entries as the secretariat checks them: only what has been sent in is there. */
@Controller('api/eligibility')
export class EligibilityController {
  constructor(
    private readonly eligibility: Eligibility,
    private readonly checks: Checks,
    private readonly bulk: BulkChecks,
    private readonly reclassifications: Reclassifications,
    private readonly successors: Successors,
  ) {}

  @Get('counts')
  @Can('eligibility:read')
  counts(@Query() { edition }: OfEdition, @Acting() principal: Principal): Promise<EntryCounts> {
    return this.eligibility.counts(principal, edition);
  }

  @Get('entries')
  @Can('eligibility:read')
  list(@Query() query: ListEntries, @Acting() principal: Principal): Promise<EntryPage> {
    return this.eligibility.list(principal, query);
  }

  @Get('entries/:id')
  @Can('eligibility:read')
  one(@Id('id') id: string, @Acting() principal: Principal): Promise<CheckedEntryView> {
    return this.eligibility.one(principal, id);
  }

  @Post('start-checks')
  @Can('eligibility:check')
  @HttpCode(200)
  startSeveral(
    @Body() body: StartChecks,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<BulkReport> {
    return this.bulk.start(principal, body, key);
  }

  @Post('decisions')
  @Can('eligibility:decide')
  @HttpCode(200)
  decideSeveral(
    @Body() body: DecideSeveral,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<BulkReport> {
    return this.bulk.decide(principal, body, key);
  }

  @Post('entries/:id/start-check')
  @Can('eligibility:check')
  @HttpCode(200)
  start(
    @Id('id') id: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ state: string }> {
    return this.checks.start(principal, id, key);
  }

  @Post('entries/:id/resume-check')
  @Can('eligibility:check')
  @HttpCode(200)
  resume(
    @Id('id') id: string,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ state: string }> {
    return this.checks.resume(principal, id, key);
  }

  @Post('entries/:id/reopen-check')
  @Can('eligibility:check')
  @HttpCode(200)
  reopen(
    @Id('id') id: string,
    @Body() body: ReopenCheck,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ state: string }> {
    return this.checks.reopen(principal, id, body, key);
  }

  @Post('entries/:id/decision')
  @Can('eligibility:decide')
  @HttpCode(200)
  decide(
    @Id('id') id: string,
    @Body() body: DecideEligibility,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ state: string }> {
    return this.checks.decide(principal, id, body, key);
  }

  @Post('entries/:id/reclassify')
  @Can('nomination:reclassify')
  @HttpCode(200)
  reclassify(
    @Id('id') id: string,
    @Body() body: Reclassify,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<{ classCode: string }> {
    return this.reclassifications.move(principal, id, body, key);
  }

  /** Who may answer for the entry of a municipality that was divided, and who does. */
  @Get('entries/:id/successors')
  @Can('eligibility:read')
  successorsOf(@Id('id') id: string, @Acting() principal: Principal): Promise<SuccessorsView> {
    return this.successors.of(principal, id);
  }

  @Post('entries/:id/successor')
  @Can('nomination:reclassify')
  @HttpCode(200)
  nameSuccessor(
    @Id('id') id: string,
    @Body() body: NameSuccessor,
    @Acting() principal: Principal,
    @IdempotencyKey() key: string,
  ): Promise<SuccessorsView> {
    return this.successors.name(principal, id, body, key);
  }
}
