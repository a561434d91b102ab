import type { Routes } from '@angular/router';

/** The secretariat's pages about what has been sent in. */
export const eligibilityRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./entries-page').then((m) => m.EntriesPage),
  },
  {
    path: ':id',
    loadComponent: () => import('./entry-page').then((m) => m.EntryPage),
  },
];
