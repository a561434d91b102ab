import type { Routes } from '@angular/router';

export const loadApprovals = () => import('./approvals-page').then((m) => m.ApprovalsPage);

/** Tips, from anybody. */
export const tipRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@nominations.tip.title:Tips om en kommune`,
    loadComponent: () => import('./tip-page').then((m) => m.TipPage),
  },
  {
    path: 'bekreft',
    title: $localize`:@@nominations.tip.confirm-title:Bekreft tipset`,
    loadComponent: () => import('./tip-confirm-page').then((m) => m.TipConfirmPage),
  },
];

/** For the mayor and the chief executive, by their personal links. */
export const approvalLinkRoutes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: $localize`:@@nominations.approve.title:Godkjenn forslaget`,
    loadComponent: () => import('./approval-link-page').then((m) => m.ApprovalLinkPage),
  },
];
