import type { Routes } from '@angular/router';
import { EntryUploads } from './entry-uploads';
import { NominationDraft } from './nomination-draft';
import { Presence } from './presence';

/** The municipality's pages about its own entry. They share what is being written. */
export const nominationRoutes: Routes = [
  {
    path: '',
    providers: [NominationDraft, EntryUploads, Presence],
    children: [
      {
        path: '',
        pathMatch: 'full',
        title: $localize`:@@nominations.my-entry:Kommunens forslag`,
        loadComponent: () => import('./my-entry-page').then((m) => m.MyEntryPage),
      },
      {
        path: 'utdyp/:section',
        title: $localize`:@@nominations.elaborate-title:Utdyp forslaget`,
        loadComponent: () => import('./section-page').then((m) => m.SectionPage),
      },
      {
        path: 'kontroll',
        title: $localize`:@@nominations.review.heading:Se over forslaget`,
        loadComponent: () => import('./review-page').then((m) => m.ReviewPage),
      },
      {
        path: 'kvittering',
        title: $localize`:@@nominations.receipt:Kvittering`,
        loadComponent: () => import('./receipt-page').then((m) => m.ReceiptPage),
      },
      {
        path: 'versjoner',
        title: $localize`:@@nominations.versions:Tidligere versjoner`,
        loadComponent: () => import('./versions-page').then((m) => m.VersionsPage),
      },
      {
        path: 'versjoner/:number',
        title: $localize`:@@nominations.version.title:Tidligere versjon`,
        loadComponent: () => import('./version-page').then((m) => m.VersionPage),
      },
    ],
  },
];
