import type { Routes } from '@angular/router';
import { nominationRoutes } from '@award/nominations/web';
import { loadColleagues } from '@award/outreach/web';
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
      ...nominationRoutes,
    ],
  },
];
