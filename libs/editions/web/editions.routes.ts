import type { Routes } from '@angular/router';
import { holding } from '@award/access/web';

/** Under `/sekretariat/kaaringer`. */
export const editionsRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./edition-list-page').then((m) => m.EditionListPage),
  },
  {
    path: 'ny',
    title: $localize`:@@editions.list.new:Lag ny kåring`,
    canActivate: [holding('edition:create')],
    loadComponent: () => import('./new-edition-page').then((m) => m.NewEditionPage),
  },
  {
    path: ':id',
    title: $localize`:@@editions.page.heading:Kåring`,
    loadComponent: () => import('./edition-setup-page').then((m) => m.EditionSetupPage),
  },
];
