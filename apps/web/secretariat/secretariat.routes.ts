import type { Routes } from '@angular/router';
import { AreaFrame } from '../shell/area-frame';
import { AreaHome } from '../shell/area-home';

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
    ],
  },
];
