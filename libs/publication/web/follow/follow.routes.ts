import type { Routes } from '@angular/router';

export const followRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@publication.follow.title:Følg kåringen`,
    loadComponent: () => import('./follow-page').then((m) => m.FollowPage),
  },
  {
    path: 'bekreft',
    title: $localize`:@@publication.follow.confirm-title:Bekreft`,
    data: { act: 'confirm' },
    loadComponent: () => import('./follow-answer-page').then((m) => m.FollowAnswerPage),
  },
  {
    path: 'slutt',
    title: $localize`:@@publication.follow.stop-title:Slutt å følge`,
    data: { act: 'stop' },
    loadComponent: () => import('./follow-answer-page').then((m) => m.FollowAnswerPage),
  },
];
