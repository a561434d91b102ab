import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import {
  provideClientHydration,
  withI18nSupport,
  withNoIncrementalHydration,
  withNoHttpTransferCache,
} from '@angular/platform-browser';
import {
  provideRouter,
  TitleStrategy,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { sessionInterceptor } from '@award/access/web';
import { routes } from './app.routes';
import { AwardTitle } from './shell/award-title';
import { navigationFailed } from './shell/navigation-failed';
import { NavigationFocus } from './shell/navigation-focus';

// No event replay: its inline script would need `unsafe-inline` or a hash that changes with every page.
export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      withRouterConfig({ paramsInheritanceStrategy: 'always' }),
      withNavigationErrorHandler(navigationFailed),
    ),
    provideHttpClient(withInterceptors([sessionInterceptor])),
    provideClientHydration(
      withI18nSupport(),
      withNoIncrementalHydration(),
      withNoHttpTransferCache(),
    ),
    provideAppInitializer(() => inject(NavigationFocus).start()),
    { provide: TitleStrategy, useClass: AwardTitle },
  ],
};
