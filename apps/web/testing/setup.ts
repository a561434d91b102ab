import '@angular/localize/init';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';
import { registerLocaleData } from '@angular/common';
import localeNb from '@angular/common/locales/nb';

registerLocaleData(localeNb);
$localize.locale = 'nb';
setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });
