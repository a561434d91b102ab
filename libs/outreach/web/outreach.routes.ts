import type { Routes } from '@angular/router';
import { holding } from '@award/access/web';
import { loadContactFilePage } from '@award/municipalities/web';

/** Under `/sekretariat/kommuner`. */
export const outreachRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./outreach-page').then((m) => m.OutreachPage),
  },
  {
    path: 'ikke-levert',
    title: $localize`:@@outreach.undelivered.heading:E-post som ikke kom fram`,
    loadComponent: () => import('./undelivered-page').then((m) => m.UndeliveredPage),
  },
  {
    path: 'fil',
    title: $localize`:@@municipalities.file.heading:Fyll ut registeret fra fil`,
    canActivate: [holding('register:refresh')],
    loadComponent: loadContactFilePage,
  },
];
