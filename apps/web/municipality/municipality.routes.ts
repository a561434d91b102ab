import type { Routes } from '@angular/router';
import { nominationRoutes } from '@award/nominations/web';
import { loadColleagues } from '@award/outreach/web';
import { loadOutcome } from '@award/publication/web';
import { AreaFrame } from '../shell/area-frame';
import { taskRoute } from '../shell/task';

export const municipalityRoutes: Routes = [
  {
    path: '',
    component: AreaFrame,
    children: [
      taskRoute(
        {
          title: $localize`:@@colleagues.task:Kolleger`,
          note: $localize`:@@colleagues.task-note:Hvem som skriver og sender inn for kommunen.`,
          permission: 'colleague:read',
        },
        { path: 'kolleger', loadComponent: loadColleagues },
      ),
      taskRoute(
        {
          title: $localize`:@@publication.outcome.heading:Resultatet`,
          note: $localize`:@@publication.outcome.task-note:Hvordan det gikk, når det er offentliggjort.`,
          permission: 'nomination:read',
        },
        { path: 'resultat', loadComponent: loadOutcome },
      ),
      ...nominationRoutes,
    ],
  },
];
