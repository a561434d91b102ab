import type { Routes } from '@angular/router';
import { withDesignSystem } from '@award/ui/web';
import { sessionLoaded, signedIn } from './guards';

export const accessRoutes: Routes = [
  {
    path: 'logg-inn',
    title: $localize`:@@access.sign-in.title:Logg inn`,
    canActivate: [withDesignSystem, sessionLoaded],
    loadComponent: () => import('./sign-in-page').then((m) => m.SignInPage),
  },
  {
    path: 'velg-rolle',
    title: $localize`:@@access.choose.title:Velg rolle`,
    canActivate: [signedIn, withDesignSystem],
    loadComponent: () => import('./choose-role-page').then((m) => m.ChooseRolePage),
  },
  {
    path: 'innlogging',
    title: $localize`:@@access.identities.title:Slik logger du inn`,
    canActivate: [signedIn, withDesignSystem],
    loadComponent: () => import('./identities-page').then((m) => m.IdentitiesPage),
  },
];
