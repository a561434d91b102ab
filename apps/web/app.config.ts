import { provideHttpClient, withInterceptors } from '@angular/common/http';
import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
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
import { provideHydration } from './hydration';
import { throughDevice } from './jury/device/through-device';
import { AwardTitle } from './shell/award-title';
import { navigationFailed } from './shell/navigation-failed';
import { NavigationFocus } from './shell/navigation-focus';

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
    provideHttpClient(withInterceptors([sessionInterceptor, throughDevice])),
    provideHydration(),
    provideAppInitializer(() => inject(NavigationFocus).start()),
    { provide: TitleStrategy, useClass: AwardTitle },
  ],
};
