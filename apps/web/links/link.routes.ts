import type { Routes } from '@angular/router';
import { partnerLinkRoutes } from '@award/endorsements/web';
import { approvalLinkRoutes, tipRoutes } from '@award/nominations/web';
import { followRoutes } from '@award/publication/web';

/** Pages for those who come by a link or from the street, without an account, by the first part of their address. */
export const linkRoutes: Readonly<Record<LinkPath, Routes>> = {
  tips: tipRoutes,
  partner: partnerLinkRoutes,
  godkjenn: approvalLinkRoutes,
  folg: followRoutes,
};

export type LinkPath = 'tips' | 'partner' | 'godkjenn' | 'folg';
