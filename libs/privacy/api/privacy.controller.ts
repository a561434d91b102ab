import {
  Body,
  Controller,
  Get,
  HttpCode,
  ParseEnumPipe,
  Post,
  Query,
  type StreamableFile,
} from '@nestjs/common';
import { Acting, Can, type Principal, SignedIn } from '@award/access/api';
import { fileAnswer } from '@award/documents/api';
import type { Language } from '@award/mail/api';
import {
  type DataAboutView,
  type ErasureAsked,
  type ErasurePreview,
  OfAddress,
  type RetentionLine,
} from '@award/privacy/contract';
import { Erasures } from './erasures.service';
import { Retention } from './retention.service';
import { SubjectAccess } from './subject-access.service';

const LANGUAGES = { nb: 'nb', nn: 'nn', en: 'en' } as const;
const FORMS = { page: 'page', data: 'data' } as const;
type Form = keyof typeof FORMS;
const InLanguage = () => Query('language', new ParseEnumPipe(LANGUAGES, { optional: true }));

/** What is held about oneself, and what the secretariat does for who asks it. */
@Controller('api')
export class PrivacyController {
  constructor(
    private readonly access: SubjectAccess,
    private readonly erasures: Erasures,
    private readonly retention: Retention,
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
    @Query('as', new ParseEnumPipe(FORMS, { optional: true })) form: Form = 'page',
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

  @Get('privacy/retention')
  @Can('person:erase')
  due(): Promise<RetentionLine[]> {
    return this.retention.preview();
  }
}
