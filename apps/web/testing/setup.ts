import '@angular/localize/init';
import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';
import { registerLocaleData } from '@angular/common';
import localeNb from '@angular/common/locales/nb';

registerLocaleData(localeNb);
$localize.locale = 'nb';
setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// A bound for what hangs, not for how fast a busy machine compiles and fills a page.
jest.setTimeout(30_000);
