import type { Routes } from '@angular/router';
import { partnerLinkRoutes } from '@award/endorsements/web';
import { approvalLinkRoutes, tipRoutes } from '@award/nominations/web';
import { myDataRoutes } from '@award/privacy/web';
import { followRoutes } from '@award/publication/web';

/** Pages for those who come by a link or from the street, and for everybody about themselves, by the first part of their address. */
export const linkRoutes: Readonly<Record<LinkPath, Routes>> = {
  tips: tipRoutes,
  partner: partnerLinkRoutes,
  godkjenn: approvalLinkRoutes,
  folg: followRoutes,
  'mine-opplysninger': myDataRoutes,
};

export type LinkPath = 'tips' | 'partner' | 'godkjenn' | 'folg' | 'mine-opplysninger';
