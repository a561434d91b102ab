import type { Routes } from '@angular/router';

export const loadPartners = () => import('./partners-page').then((m) => m.PartnersPage);
export const loadLeadersChecklist = () =>
  import('./leaders-checklist-page').then((m) => m.LeadersChecklistPage);

/** Beside the municipality's list of partners. */
export const municipalityPartnerRoutes: Routes = [
  {
    path: 'partnere/egen-vurdering',
    title: $localize`:@@endorsements.own.title:Kommunens egne svar`,
    loadComponent: () => import('./own-survey-page').then((m) => m.OwnSurveyPage),
  },
];

/** For those who have a personal link and no account. The token stands after `#`. */
export const partnerLinkRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@endorsements.link.title:Støtt forslaget`,
    loadComponent: () => import('./partner-link-page').then((m) => m.PartnerLinkPage),
  },
  {
    path: 'bli-med',
    title: $localize`:@@endorsements.link.title:Støtt forslaget`,
    loadComponent: () => import('./pass-on-page').then((m) => m.PassOnPage),
  },
];
