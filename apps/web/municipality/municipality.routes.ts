import type { Routes } from '@angular/router';
import { nominationRoutes } from '@award/nominations/web';
import { AreaFrame } from '../shell/area-frame';

export const municipalityRoutes: Routes = [
  {
    path: '',
    component: AreaFrame,
    children: [...nominationRoutes],
  },
];
