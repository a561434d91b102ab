import type { Routes } from '@angular/router';
import { loadReleaseRoom } from '@award/publication/web';
import { AreaFrame } from '../shell/area-frame';
import { AreaHome } from '../shell/area-home';
import { taskRoute } from '../shell/task';

const HEADING = $localize`:@@shell.area.secretariat:Sekretariatet`;

export const secretariatRoutes: Routes = [
  {
    path: '',
    component: AreaFrame,
    children: [
      {
        path: '',
        pathMatch: 'full',
        component: AreaHome,
        title: HEADING,
        data: { heading: HEADING },
      },
      taskRoute(
        {
          title: $localize`:@@publication.room.heading:Publisering`,
          note: $localize`:@@publication.room.note:Forsegle, vri om nøkkelen og publisere finalister og vinnere.`,
          permission: 'release:read',
        },
        { path: 'publisering', loadComponent: loadReleaseRoom },
      ),
    ],
  },
];
