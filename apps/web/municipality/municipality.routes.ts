import type { Routes } from '@angular/router';
import {
  loadLeadersChecklist,
  loadPartners,
  municipalityPartnerRoutes,
} from '@award/endorsements/web';
import { loadFactCheck } from '@award/justifications/web';
import { ENTRY_NOTICE, loadApprovals, nominationRoutes } from '@award/nominations/web';
import { loadColleagues } from '@award/outreach/web';
import { loadMyStage, loadOutcome, loadSharing } from '@award/publication/web';
import { AreaFrame } from '../shell/area-frame';
import { taskRoute } from '../shell/task';
import { EntryNotices } from './entry-notices';

export const municipalityRoutes: Routes = [
  {
    path: '',
    component: AreaFrame,
    providers: [{ provide: ENTRY_NOTICE, useValue: EntryNotices }],
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
      taskRoute(
        {
          title: $localize`:@@publication.sharing.heading:Del med andre kommuner`,
          note: $localize`:@@publication.sharing.task-note:Om forslaget skal stå blant de gode eksemplene.`,
          permission: 'nomination:read',
        },
        { path: 'deling', loadComponent: loadSharing },
      ),
      taskRoute(
        {
          title: $localize`:@@justifications.check.heading:Faktasjekk`,
          note: $localize`:@@justifications.check.task-note:Når vi ber dere se etter om noe stemmer.`,
          permission: 'justification:fact-check',
        },
        { path: 'faktasjekk', loadComponent: loadFactCheck },
      ),
      taskRoute(
        {
          title: $localize`:@@publication.party.heading:På scenen`,
          note: $localize`:@@publication.party.task-note:Hvem som kommer på scenen når vinnerne kåres.`,
          permission: 'stage:register',
        },
        { path: 'scenen', loadComponent: loadMyStage },
      ),
      taskRoute(
        {
          title: $localize`:@@endorsements.partners.heading:Partnere`,
          note: $localize`:@@endorsements.partners.task-note:Bedrifter som støtter forslaget, og de åtte spørsmålene.`,
          permission: 'partner:read',
        },
        { path: 'partnere', pathMatch: 'full', loadComponent: loadPartners },
      ),
      taskRoute(
        {
          title: $localize`:@@nominations.approvals.heading:Godkjenning`,
          note: $localize`:@@nominations.approvals.task-note:Når ordføreren eller kommunedirektøren skal godkjenne forslaget.`,
          permission: 'approval:ask',
        },
        { path: 'godkjenning', loadComponent: loadApprovals },
      ),
      taskRoute(
        {
          title: $localize`:@@endorsements.leaders.heading:Sjekkliste for ledere`,
          note: $localize`:@@endorsements.leaders.task-note:Til å forberede seg med. Vises ikke for noen andre.`,
          permission: 'partner:ask',
        },
        { path: 'sjekkliste', loadComponent: loadLeadersChecklist },
      ),
      ...municipalityPartnerRoutes,
      ...nominationRoutes,
    ],
  },
];
