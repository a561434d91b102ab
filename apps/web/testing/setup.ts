import '@angular/localize/init';
import { registerLocaleData } from '@angular/common';
import localeNb from '@angular/common/locales/nb';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

registerLocaleData(localeNb);
setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
