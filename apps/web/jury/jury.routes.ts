import { inject } from '@angular/core';
import type { Route, Routes } from '@angular/router';
import { holding } from '@award/access/web';
import {
  loadClassQuestionsPage,
  loadMeetingPage,
  loadMinutesPage,
  loadProjectorPage,
  loadRankingPage,
} from '@award/deliberation/web';
import { loadJustificationListPage, loadJustificationPage } from '@award/justifications/web';
import { loadDeclarePage, loadRelationsPage, loadRulingsPage } from '@award/impartiality/web';
import { loadEntryPage, loadProgressPage } from '@award/scoring/web';
import { LEADS_TO, taskRoute } from '../shell/task';
import { DevicePage } from './device/device-page';
import { JuryFrame } from './device/jury-frame';
import { inRoom, JuryDoor, throughTheDoor } from './jury-door';
import { MyWorkPage } from './my-work-page';

const HEADING = $localize`:@@shell.area.jury:Arbeidet i juryen`;

export const juryRoutes: Routes = [
  {
    path: '',
    component: JuryFrame,
    providers: [
      {
        provide: LEADS_TO,
        useFactory: () => {
          const door = inject(JuryDoor);
          return (route: Route) => door.leadsTo(route);
        },
      },
    ],
    canActivateChild: [throughTheDoor],
    children: [
      {
        path: '',
        pathMatch: 'full',
        component: MyWorkPage,
        title: HEADING,
      },
      {
        path: 'enhet',
        component: DevicePage,
        title: $localize`:@@scoring.leave.heading:Før du logger ut`,
      },
      inRoom(
        'panel',
        taskRoute(
          {
            title: $localize`:@@impartiality.task:Habilitet`,
            note: $localize`:@@impartiality.task-note:Svar på om du er habil for hvert forslag.`,
            permission: 'declaration:write',
          },
          { path: 'habilitet', pathMatch: 'full', loadComponent: loadDeclarePage },
        ),
      ),
      inRoom('panel', {
        path: 'habilitet/forhold',
        title: $localize`:@@impartiality.relations.heading:Dine faste forhold`,
        canActivate: [holding('declaration:write')],
        loadComponent: loadRelationsPage,
      }),
      inRoom(
        'panel',
        taskRoute(
          {
            title: $localize`:@@impartiality.rulings-task:Avgjørelser`,
            note: $localize`:@@impartiality.rulings-task-note:Avgjør og stadfest spørsmål om habilitet.`,
            permission: 'ruling:confirm',
          },
          { path: 'habilitet/avgjorelser', loadComponent: loadRulingsPage },
        ),
      ),
      inRoom('class', {
        path: 'forslag/:id',
        title: $localize`:@@scoring.entry.title:Les og vurder`,
        canActivate: [holding('sheet:write')],
        loadComponent: loadEntryPage,
      }),
      inRoom('class', {
        path: 'kategori',
        title: $localize`:@@deliberation.question.heading:Står et forslag i feil kategori?`,
        canActivate: [holding('meeting:attend')],
        loadComponent: loadClassQuestionsPage,
      }),
      inRoom(
        'class',
        taskRoute(
          {
            title: $localize`:@@scoring.leader.task:Framdrift`,
            note: $localize`:@@scoring.leader.task-note:Se hvor langt kategorien har kommet, og avslutt vurderingen.`,
            permission: 'scoring:close',
          },
          { path: 'framdrift', loadComponent: loadProgressPage },
        ),
      ),
      inRoom(
        'figures',
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
      ),
      inRoom(
        'meeting',
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
      ),
      inRoom('meeting', {
        path: 'mote/tavle',
        title: $localize`:@@deliberation.projector.title:Møtet på veggen`,
        canActivate: [holding('meeting:read')],
        loadComponent: loadProjectorPage,
      }),
      inRoom('meeting', {
        path: 'protokoll/:minutesId',
        title: $localize`:@@deliberation.minutes.heading:Protokoll`,
        canActivate: [holding('minutes:read')],
        loadComponent: loadMinutesPage,
      }),
      inRoom(
        'figures',
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
      ),
      inRoom('figures', {
        path: 'begrunnelser/:nominationId',
        title: $localize`:@@justifications.page.heading:Begrunnelse`,
        canActivate: [holding('justification:read')],
        loadComponent: loadJustificationPage,
      }),
    ],
  },
];
