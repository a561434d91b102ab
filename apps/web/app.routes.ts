import type { Routes } from '@angular/router';
import { accessRoutes, onSide, sessionLoaded, signedIn } from '@award/access/web';
import { withDesignSystem } from '@award/ui/web';
import type { LinkPath } from './links/link.routes';
import { publicRoutes } from './public/public.routes';
import { Shell } from './shell/shell';

const LINK_PATHS: readonly LinkPath[] = [
  'tips',
  'partner',
  'godkjenn',
  'folg',
  'mine-opplysninger',
];

export const routes: Routes = [
  {
    path: 'scene',
    title: $localize`:@@shell.title.stage:Scene`,
    canActivate: [signedIn, withDesignSystem],
    loadChildren: () => import('./secretariat/stage.routes').then((m) => m.stageRoutes),
  },
  {
    path: '',
    component: Shell,
    children: [
      {
        path: 'kommune',
        canActivate: [onSide('municipality'), withDesignSystem],
        loadChildren: () =>
          import('./municipality/municipality.routes').then((m) => m.municipalityRoutes),
      },
      {
        path: 'jury',
        canActivate: [onSide('jury'), withDesignSystem],
        loadChildren: () => import('./jury/jury.routes').then((m) => m.juryRoutes),
      },
      {
        path: 'sekretariat',
        canActivate: [onSide('secretariat', 'release', 'operation'), withDesignSystem],
        loadChildren: () =>
          import('./secretariat/secretariat.routes').then((m) => m.secretariatRoutes),
      },
      ...LINK_PATHS.map((path) => ({
        path,
        canActivate: [withDesignSystem, sessionLoaded],
        loadChildren: () => import('./links/link.routes').then((m) => m.linkRoutes[path]),
      })),
      ...accessRoutes,
      {
        path: 'ingen-tilgang',
        title: $localize`:@@shell.title.no-right:Ingen tilgang`,
        loadComponent: () => import('./shell/no-right-page').then((m) => m.NoRightPage),
      },
      {
        path: 'feil',
        title: $localize`:@@shell.title.failed:Noe gikk galt`,
        loadComponent: () => import('./shell/failed-page').then((m) => m.FailedPage),
      },
      {
        path: 'demo/post',
        title: $localize`:@@demo.mail.title:E-posten`,
        canActivate: [sessionLoaded],
        loadComponent: () => import('./demo/mailbox-page').then((m) => m.MailboxPage),
      },
      ...publicRoutes,
    ],
  },
];
