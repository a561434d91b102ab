import type { Routes } from '@angular/router';
import { holding } from '@award/access/web';
import { loadMeetingPage, loadMinutesPage, loadRankingPage } from '@award/deliberation/web';
import { loadJustificationListPage, loadJustificationPage } from '@award/justifications/web';
import { loadDeclarePage, loadRulingsPage } from '@award/impartiality/web';
import { loadEntryPage, loadProgressPage } from '@award/scoring/web';
import { AreaFrame } from '../shell/area-frame';
import { taskRoute } from '../shell/task';
import { MyWorkPage } from './my-work-page';

const HEADING = $localize`:@@shell.area.jury:Arbeidet i juryen`;

export const juryRoutes: Routes = [
  {
    path: '',
    component: AreaFrame,
    children: [
      {
        path: '',
        pathMatch: 'full',
        component: MyWorkPage,
        title: HEADING,
      },
      taskRoute(
        {
          title: $localize`:@@impartiality.task:Habilitet`,
          note: $localize`:@@impartiality.task-note:Svar på om du er habil for hvert forslag.`,
          permission: 'declaration:write',
        },
        { path: 'habilitet', pathMatch: 'full', loadComponent: loadDeclarePage },
      ),
      taskRoute(
        {
          title: $localize`:@@impartiality.rulings-task:Avgjørelser`,
          note: $localize`:@@impartiality.rulings-task-note:Avgjør og stadfest spørsmål om habilitet.`,
          permission: 'ruling:confirm',
        },
        { path: 'habilitet/avgjorelser', loadComponent: loadRulingsPage },
      ),
      {
        path: 'forslag/:id',
        title: $localize`:@@scoring.entry.title:Les og vurder`,
        canActivate: [holding('sheet:write')],
        loadComponent: loadEntryPage,
      },
      taskRoute(
        {
          title: $localize`:@@scoring.leader.task:Framdrift`,
          note: $localize`:@@scoring.leader.task-note:Se hvor langt kategorien har kommet, og avslutt vurderingen.`,
          permission: 'scoring:close',
        },
        { path: 'framdrift', loadComponent: loadProgressPage },
      ),
      taskRoute(
        {
          title: $localize`:@@deliberation.ranking.heading:Rangering`,
          note: $localize`:@@deliberation.ranking.note:Tallene i din kategori når vurderingen er avsluttet, med uenighet først.`,
          permission: 'ranking:read',
        },
        {
          path: 'rangering',
          loadComponent: loadRankingPage,
        },
      ),
      taskRoute(
        {
          title: $localize`:@@deliberation.meeting.heading:Jurymøte`,
          note: $localize`:@@deliberation.meeting.note:Saksliste, vedtak om finalister, avstemning om vinneren og protokoll.`,
          permission: 'meeting:attend',
        },
        {
          path: 'mote',
          loadComponent: loadMeetingPage,
        },
      ),
      {
        path: 'protokoll/:minutesId',
        title: $localize`:@@deliberation.minutes.heading:Protokoll`,
        canActivate: [holding('minutes:read')],
        loadComponent: loadMinutesPage,
      },
      taskRoute(
        {
          title: $localize`:@@justifications.list.heading:Begrunnelser`,
          note: $localize`:@@justifications.note:Skriv og skriv under juryens begrunnelse for hver finalist.`,
          permission: 'justification:read',
        },
        {
          path: 'begrunnelser',
          loadComponent: loadJustificationListPage,
        },
      ),
      {
        path: 'begrunnelser/:nominationId',
        title: $localize`:@@justifications.page.heading:Begrunnelse`,
        canActivate: [holding('justification:read')],
        loadComponent: loadJustificationPage,
      },
    ],
  },
];
