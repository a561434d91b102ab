import type { Routes } from '@angular/router';
import { holding } from '@award/access/web';

/** The stage stands outside the shell: the hall sees nothing but the show. */
export const stageRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canActivate: [holding('stage:run')],
    loadComponent: () => import('./stage-start-page').then((m) => m.StageStartPage),
  },
  {
    path: ':editionId',
    canActivate: [holding('stage:run')],
    loadComponent: () => import('./stage-page').then((m) => m.StagePage),
  },
  {
    path: ':editionId/styring',
    title: $localize`:@@publication.operator.heading:Scenestyring`,
    canActivate: [holding('stage:run')],
    loadComponent: () => import('./stage-operator-page').then((m) => m.StageOperatorPage),
  },
  {
    path: ':editionId/oving',
    title: $localize`:@@publication.hall.rehearsal:Øving`,
    canActivate: [holding('stage:run')],
    data: { rehearsal: true },
    loadComponent: () => import('./stage-page').then((m) => m.StagePage),
  },
  {
    path: ':editionId/oving/styring',
    title: $localize`:@@publication.operator.rehearsal-heading:Scenestyring, øving`,
    canActivate: [holding('stage:run')],
    data: { rehearsal: true },
    loadComponent: () => import('./stage-operator-page').then((m) => m.StageOperatorPage),
  },
];

export const loadOutcome = () => import('./outcome-page').then((m) => m.OutcomePage);
export const loadImagesPage = () => import('./images/images-page').then((m) => m.ImagesPage);
export const loadReleaseText = () =>
  import('./release-text/release-text-page').then((m) => m.ReleaseTextPage);
export const loadReleaseRoom = () => import('./release-room-page').then((m) => m.ReleaseRoomPage);
export const loadSharing = () => import('./sharing-page').then((m) => m.SharingPage);
export const loadMyStage = () => import('./on-stage/my-stage-page').then((m) => m.MyStagePage);
export const loadStagePlan = () =>
  import('./on-stage/stage-plan-page').then((m) => m.StagePlanPage);
export const loadRunSheet = () => import('./on-stage/run-sheet-page').then((m) => m.RunSheetPage);
export const loadClearances = () =>
  import('./on-stage/clearances-page').then((m) => m.ClearancesPage);
