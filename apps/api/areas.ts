import type { Type } from '@nestjs/common';
import { DeliberationModule } from '@award/deliberation/api';
import { EditionsModule } from '@award/editions/api';
import { EligibilityModule } from '@award/eligibility/api';
import { EndorsementsModule } from '@award/endorsements/api';
import { ImpartialityModule } from '@award/impartiality/api';
import { JuryModule } from '@award/jury/api';
import { JustificationsModule } from '@award/justifications/api';
import { MunicipalitiesModule } from '@award/municipalities/api';
import { NominationsModule } from '@award/nominations/api';
import { OutreachModule } from '@award/outreach/api';
import { PrivacyModule } from '@award/privacy/api';
import { PublicationModule } from '@award/publication/api';
import { ScoringModule } from '@award/scoring/api';

/** The areas in the order of the process. */
export const areas: Type[] = [
  EditionsModule,
  MunicipalitiesModule,
  NominationsModule,
  EndorsementsModule,
  OutreachModule,
  EligibilityModule,
  JuryModule,
  ImpartialityModule,
  ScoringModule,
  DeliberationModule,
  JustificationsModule,
  PublicationModule,
  PrivacyModule,
];
