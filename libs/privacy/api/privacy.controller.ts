import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  Post,
  Put,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { RETENTION_KINDS, type RetentionKind } from '@award/award';
import { Acting, Can, IdempotencyKey, type Principal, SignedIn } from '@award/access/api';
import { fileAnswer } from '@award/documents/api';
import type { Language } from '@award/mail/api';
import {
  ChangePeriod,
  type DataAboutView,
  type ErasureAsked,
  type ErasurePreview,
  OfAddress,
  type PeriodView,
  type RetentionLine,
} from '@award/privacy/contract';
import { Erasures } from './erasures.service';
import { RetentionPeriods } from './retention-periods.service';
import { Retention } from './retention.service';
import { type AccessForm, SubjectAccess } from './subject-access.service';

const LANGUAGES = { nb: 'nb', nn: 'nn', en: 'en' } as const;
const FORMS = { page: 'page', pdf: 'pdf', data: 'data' } as const;
const KINDS = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, kind]));
const InLanguage = () => Query('language', new ParseEnumPipe(LANGUAGES, { optional: true }));

/** What is held about oneself, and what the secretariat does for who asks it. */
@Controller('api')
export class PrivacyController {
  constructor(
    private readonly access: SubjectAccess,
    private readonly erasures: Erasures,
    private readonly retention: Retention,
    private readonly periods: RetentionPeriods,
  ) {}

  @Get('my-data')
  @SignedIn()
  mine(@Acting() me: Principal, @InLanguage() language: Language = 'nb'): Promise<DataAboutView> {
    return this.access.own(me, language);
  }

  @Get('my-data/file')
  @SignedIn()
  async file(
    @Acting() me: Principal,
    @InLanguage() language: Language = 'nb',
    @Query('as', new ParseEnumPipe(FORMS, { optional: true })) form: AccessForm = 'page',
  ): Promise<StreamableFile> {
    const { name, content, type } = await this.access.ownFile(me, language, form);
    return fileAnswer(content, name, type);
  }

  @Get('my-data/erasure')
  @SignedIn()
  whatGoes(@Acting() me: Principal): Promise<ErasurePreview> {
    return this.erasures.previewOwn(me);
  }

  @Post('my-data/erasure')
  @SignedIn()
  @HttpCode(202)
  forgetMe(@Acting() me: Principal): Promise<ErasureAsked> {
    return this.erasures.askOwn(me);
  }

  @Post('privacy/data')
  @Can('person:export')
  @HttpCode(200)
  of(
    @Acting() me: Principal,
    @Body() { email }: OfAddress,
    @InLanguage() language: Language = 'nb',
  ): Promise<DataAboutView> {
    return this.access.of(me, email, language);
  }

  @Post('privacy/data/file')
  @Can('person:export')
  @HttpCode(200)
  async fileOf(
    @Acting() me: Principal,
    @Body() { email }: OfAddress,
    @InLanguage() language: Language = 'nb',
  ): Promise<StreamableFile> {
    const { name, content, type } = await this.access.fileOf(me, email, language);
    return fileAnswer(content, name, type);
  }

  @Post('privacy/erasure/preview')
  @Can('person:erase')
  @HttpCode(200)
  whatGoesOf(@Body() { email }: OfAddress): Promise<ErasurePreview> {
    return this.erasures.previewFor(email);
  }

  @Post('privacy/erasure')
  @Can('person:erase')
  @HttpCode(202)
  forget(@Acting() me: Principal, @Body() { email }: OfAddress): Promise<ErasureAsked> {
    return this.erasures.askFor(me, email);
  }

  @Get('privacy/periods')
  @Can('person:erase')
  allPeriods(): Promise<PeriodView[]> {
    return this.periods.all();
  }

  @Put('privacy/periods/:kind')
  @Can('person:erase')
  changePeriod(
    @Acting() me: Principal,
    @Param('kind', new ParseEnumPipe(KINDS)) kind: RetentionKind,
    @Body() order: ChangePeriod,
    @IdempotencyKey() key: string,
  ): Promise<PeriodView> {
    return this.periods.change(me, kind, order, key);
  }

  @Get('privacy/retention')
  @Can('person:erase')
  due(): Promise<RetentionLine[]> {
    return this.retention.preview();
  }
}
