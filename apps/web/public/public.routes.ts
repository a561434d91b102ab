import type { Route, Routes } from '@angular/router';
import { publicView } from './public-view';

/** A public page: rendered on the server from its view, which the component takes as the input `view`. */
function page(route: Route): Route {
  return {
    ...route,
    resolve: { view: publicView },
    runGuardsAndResolvers: 'pathParamsOrQueryParamsChange',
  };
}

const section = () => import('./section-page').then((m) => m.SectionPage);

export const publicRoutes: Routes = [
  page({
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./front-page').then((m) => m.FrontPage),
  }),
  page({
    path: 'arkiv',
    title: $localize`:@@shell.section.archive:Tidligere kåringer`,
    loadComponent: section,
  }),
  page({
    path: 'arkiv/:year',
    title: (route) =>
      $localize`:@@shell.section.edition:Kåringen ${route.paramMap.get('year')}:year:`,
    loadComponent: section,
  }),
  page({
    path: 'kommuner',
    title: $localize`:@@shell.section.municipalities:Kommunene`,
    loadComponent: section,
  }),
  page({
    path: 'kommuner/:number',
    title: $localize`:@@shell.section.municipality:Kommunen`,
    loadComponent: section,
  }),
  page({
    path: 'direkte',
    title: $localize`:@@shell.section.live:Direkte`,
    loadComponent: section,
  }),
  page({
    path: 'eksempler',
    title: $localize`:@@shell.section.examples:Gode eksempler`,
    loadComponent: section,
  }),
  page({
    path: 'juryen',
    title: $localize`:@@shell.section.jury:Juryen`,
    loadComponent: section,
  }),
  page({
    path: 'personvern',
    title: $localize`:@@shell.section.privacy:Personvern`,
    loadComponent: () => import('./privacy-page').then((m) => m.PrivacyPage),
  }),
  page({
    path: 'tilgjengelighet',
    title: $localize`:@@shell.section.accessibility:Tilgjengelighet`,
    loadComponent: () => import('./accessibility-page').then((m) => m.AccessibilityPage),
  }),
  page({
    path: '**',
    title: $localize`:@@shell.section.not-found:Siden finnes ikke`,
    loadComponent: () => import('./not-found-page').then((m) => m.NotFoundPage),
  }),
];
