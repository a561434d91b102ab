import { HttpBackend } from '@angular/common/http';
import { type ApplicationConfig, inject, REQUEST_CONTEXT } from '@angular/core';
import { provideServerRendering, withRoutes } from '@angular/ssr';
import type { PublicView } from '@award/publication/contract';
import { throwError } from 'rxjs';
import { serverRoutes } from './app.routes.server';
import { PUBLIC_VIEW } from './public/public-view';

export const serverConfig: ApplicationConfig = {
  providers: [
    provideServerRendering(withRoutes(serverRoutes)),
    {
      provide: PUBLIC_VIEW,
      useFactory: () => inject(REQUEST_CONTEXT, { optional: true }) as PublicView | null,
    },
    // A page is rendered from the view it was handed and from nothing else.
    {
      provide: HttpBackend,
      useValue: { handle: () => throwError(() => new Error('a rendered page asks for nothing')) },
    },
  ],
};
