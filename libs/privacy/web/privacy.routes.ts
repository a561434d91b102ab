import type { Routes } from '@angular/router';
import { signedIn } from '@award/access/web';

/** Under `/mine-opplysninger`, for everybody who is signed in. */
export const myDataRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@privacy.mine.heading:Opplysninger om deg`,
    canActivate: [signedIn],
    loadComponent: () => import('./my-data-page').then((m) => m.MyDataPage),
  },
];
