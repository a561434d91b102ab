import type { Routes } from '@angular/router';
import {
  loadClearances,
  loadImagesPage,
  loadReleaseRoom,
  loadReleaseText,
  loadRunSheet,
  loadStagePlan,
} from '@award/publication/web';
import { holding } from '@award/access/web';
import {
  loadClassesPage,
  loadClassQuestionsPage,
  loadMeetingPage,
  loadMinutesPage,
  loadProjectorPage,
  loadRankingPage,
} from '@award/deliberation/web';
import { loadEditions } from '@award/editions/web';
import { loadEntries } from '@award/eligibility/web';
import { loadCandidatePage, loadOfficePage } from '@award/impartiality/web';
import { loadJustificationListPage, loadJustificationPage } from '@award/justifications/web';
import { loadFormSetup } from '@award/nominations/web';
import { loadOutreach } from '@award/outreach/web';
import { loadOfOthersPage } from '@award/privacy/web';
import { loadGlassPage } from '@award/scoring/web';
import { AreaFrame } from '../shell/area-frame';
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
        loadComponent: () => import('./desk-page').then((m) => m.DeskPage),
        title: HEADING,
        data: { heading: HEADING },
      },
      {
        path: 'kaaringer/:id/skjema',
        title: $localize`:@@editions.part.form:Skjemaet`,
        canActivate: [holding('edition:change')],
        loadComponent: loadFormSetup,
      },
      taskRoute(
        {
          title: $localize`:@@editions.list.heading:Kåringer`,
          note: $localize`:@@editions.task-note:Datoer, kategorier, momenter, tekster og regler for hver kåring.`,
          permission: 'edition:change',
        },
        { path: 'kaaringer', loadChildren: loadEditions },
      ),
      taskRoute(
        {
          title: $localize`:@@outreach.page.heading:Kommuner`,
          note: $localize`:@@outreach.task-note:Hvem som er invitert, og hvor langt de har kommet.`,
          permission: 'outreach:read',
        },
        { path: 'kommuner', loadChildren: loadOutreach },
      ),
      taskRoute(
        {
          title: $localize`:@@eligibility.entries:Forslag`,
          note: $localize`:@@eligibility.task-note:Forslagene som er sendt inn: formell kontroll og kategori.`,
          permission: 'eligibility:read',
        },
        { path: 'forslag', loadChildren: loadEntries },
      ),
      taskRoute(
        {
          title: $localize`:@@jury.task:Juryen`,
          note: $localize`:@@jury.task-note:Hvem som sitter i juryen, hvor langt de har kommet, og åpning av vurderingen.`,
          permission: 'panel:read',
        },
        {
          path: 'juryen',
          pathMatch: 'full',
          loadComponent: () => import('./panel-page').then((m) => m.PanelPage),
        },
      ),
      taskRoute(
        {
          title: $localize`:@@impartiality.office.heading:Habiliteten din`,
          note: $localize`:@@impartiality.office.note:Si fra om forhold til kommuner som har sendt inn. Sekretæren avgjør for de andre.`,
          permission: 'office:declare',
        },
        { path: 'habilitet', loadComponent: loadOfficePage },
      ),
      {
        path: 'juryen/:editionId/:classCode/vurderinger',
        title: $localize`:@@scoring.glass.heading:Les vurderinger før avslutning`,
        canActivate: [holding('sheet:break-glass')],
        loadComponent: loadGlassPage,
      },
      {
        path: 'juryen/:editionId/:classCode/kandidat',
        title: $localize`:@@impartiality.candidate.heading:Ville personen vært habil?`,
        canActivate: [holding('panel:change')],
        loadComponent: loadCandidatePage,
      },
      taskRoute(
        {
          title: $localize`:@@deliberation.office.meetings:Jurymøter`,
          note: $localize`:@@deliberation.office.meetings-note:Rangering, møte, vedtak og protokoll i hver kategori.`,
          permission: 'meeting:read',
        },
        {
          path: 'moter',
          loadComponent: loadClassesPage,
          data: {
            heading: $localize`:@@deliberation.office.meetings:Jurymøter`,
            lead: $localize`:@@deliberation.office.meetings-lead:Hver kategori har sitt eget møte. Sekretariatet følger med og skriver protokoll.`,
          },
        },
      ),
      {
        path: 'moter/:editionId/:classCode',
        title: $localize`:@@deliberation.meeting.heading:Jurymøte`,
        canActivate: [holding('meeting:read')],
        loadComponent: loadMeetingPage,
      },
      {
        path: 'moter/:editionId/:classCode/tavle',
        title: $localize`:@@deliberation.projector.title:Møtet på veggen`,
        canActivate: [holding('meeting:read')],
        loadComponent: loadProjectorPage,
      },
      {
        path: 'moter/:editionId/:classCode/kategori',
        title: $localize`:@@deliberation.question.heading:Står et forslag i feil kategori?`,
        canActivate: [holding('nomination:question-class')],
        loadComponent: loadClassQuestionsPage,
      },
      {
        path: 'moter/:editionId/:classCode/rangering',
        title: $localize`:@@deliberation.ranking.heading:Rangering`,
        canActivate: [holding('ranking:read')],
        loadComponent: loadRankingPage,
      },
      {
        path: 'protokoll/:minutesId',
        title: $localize`:@@deliberation.minutes.heading:Protokoll`,
        canActivate: [holding('minutes:read')],
        loadComponent: loadMinutesPage,
      },
      taskRoute(
        {
          title: $localize`:@@justifications.list.heading:Begrunnelser`,
          note: $localize`:@@justifications.office.note:Juryens begrunnelser: hvor langt de er kommet, og hva som mangler.`,
          permission: 'justification:read',
        },
        {
          path: 'begrunnelser',
          loadComponent: loadClassesPage,
          data: {
            heading: $localize`:@@justifications.list.heading:Begrunnelser`,
            lead: $localize`:@@justifications.office.lead:Sekretariatet kan skrive og rette. Bare juryen skriver under.`,
          },
        },
      ),
      {
        path: 'begrunnelser/:editionId/:classCode',
        title: $localize`:@@justifications.list.heading:Begrunnelser`,
        canActivate: [holding('justification:read')],
        loadComponent: loadJustificationListPage,
      },
      {
        path: 'begrunnelser/:editionId/:classCode/:nominationId',
        title: $localize`:@@justifications.page.heading:Begrunnelse`,
        canActivate: [holding('justification:read')],
        loadComponent: loadJustificationPage,
      },
      taskRoute(
        {
          title: $localize`:@@publication.room.heading:Publisering`,
          note: $localize`:@@publication.room.note:Forsegle, vri om nøkkelen og publisere finalister og vinnere.`,
          permission: 'release:read',
        },
        { path: 'publisering', loadComponent: loadReleaseRoom },
      ),
      {
        path: 'publisering/:editionId/bilder',
        title: $localize`:@@publication.images.heading:Bilder`,
        canActivate: [holding('release:prepare')],
        loadComponent: loadImagesPage,
      },
      {
        path: 'publisering/:editionId/pressemelding/:scope',
        title: $localize`:@@publication.text.heading:Pressemelding`,
        canActivate: [holding('release:prepare')],
        loadComponent: loadReleaseText,
      },
      taskRoute(
        {
          title: $localize`:@@publication.plan.heading:Scenen`,
          note: $localize`:@@publication.plan.task-note:Hvem som kommer på scenen, kjøreplan og kort, øving, og hvem som vet.`,
          permission: 'stage:run',
        },
        { path: 'scenen', pathMatch: 'full', loadComponent: loadStagePlan },
      ),
      {
        path: 'scenen/:editionId/kjoreplan',
        title: $localize`:@@publication.plan.sheet:Kjøreplan og kort`,
        canActivate: [holding('stage:run')],
        loadComponent: loadRunSheet,
      },
      {
        path: 'scenen/:editionId/hvem-vet',
        title: $localize`:@@publication.clearances.heading:Hvem vet`,
        canActivate: [holding('release:clear')],
        loadComponent: loadClearances,
      },
      taskRoute(
        {
          title: $localize`:@@people.task:Personer`,
          note: $localize`:@@people.task-note:Hvem som arbeider i sekretariatet, og i hvilken rolle.`,
          permission: 'grant:read',
        },
        {
          path: 'personer',
          loadComponent: () => import('./people-page').then((m) => m.PeoplePage),
        },
      ),
      taskRoute(
        {
          title: $localize`:@@privacy.others.heading:Innsyn og sletting`,
          note: $localize`:@@privacy.others.task-note:Når noen ber om å få se eller slette det vi har om dem, og hva som slettes av seg selv.`,
          permission: 'person:erase',
        },
        { path: 'innsyn', loadComponent: loadOfOthersPage },
      ),
    ],
  },
];
