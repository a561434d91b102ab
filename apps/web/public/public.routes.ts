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

export const publicRoutes: Routes = [
  page({
    path: '',
    pathMatch: 'full',
    loadComponent: () => import('./front-page').then((m) => m.FrontPage),
  }),
  page({
    path: 'arkiv',
    title: $localize`:@@shell.section.archive:Tidligere kåringer`,
    loadComponent: () => import('./archive-page').then((m) => m.ArchivePage),
  }),
  page({
    path: 'arkiv/:year',
    title: (route) =>
      $localize`:@@shell.section.edition:Kåringen ${route.paramMap.get('year')}:year:`,
    loadComponent: () => import('./edition-page').then((m) => m.EditionPage),
  }),
  page({
    path: 'kommuner',
    title: $localize`:@@shell.section.municipalities:Kommunene`,
    loadComponent: () => import('./municipalities-page').then((m) => m.MunicipalitiesPage),
  }),
  page({
    path: 'kommuner/:number',
    title: $localize`:@@shell.section.municipality:Kommunen`,
    loadComponent: () => import('./municipality-page').then((m) => m.MunicipalityPage),
  }),
  page({
    path: 'direkte',
    title: $localize`:@@shell.section.live:Direkte`,
    loadComponent: () => import('./live-page').then((m) => m.LivePage),
  }),
  page({
    path: 'eksempler',
    title: $localize`:@@shell.section.examples:Gode eksempler`,
    loadComponent: () => import('./examples-page').then((m) => m.ExamplesPage),
  }),
  page({
    path: 'eksempler/:year/:number',
    title: $localize`:@@shell.section.example:Godt eksempel`,
    loadComponent: () => import('./example-page').then((m) => m.ExamplePage),
  }),
  page({
    path: 'juryen',
    title: $localize`:@@shell.section.jury:Juryen`,
    loadComponent: () => import('./jury-page').then((m) => m.JuryPage),
  }),
  page({
    path: 'presse',
    title: $localize`:@@shell.section.press:Presse`,
    loadComponent: () => import('./press-page').then((m) => m.PressPage),
  }),
  page({
    path: 'apne-data',
    title: $localize`:@@shell.section.open-data:Åpne data`,
    loadComponent: () => import('./open-data-page').then((m) => m.OpenDataPage),
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
