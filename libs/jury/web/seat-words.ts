import type { House, SeatPosition } from '@award/award';
import type { SeatStanding } from '@award/jury/contract';
import type { Tone } from '@award/ui/web';

export const HOUSE_WORDS: Record<House, string> = {
  KS: 'KS',
  NHO: 'NHO',
  independent: $localize`:@@jury.house.independent:Uavhengig`,
};

export const POSITION_WORDS: Record<SeatPosition, string> = {
  leader: $localize`:@@jury.role.leader:Leder`,
  'deputy-leader': $localize`:@@jury.role.deputy-leader:Nestleder`,
  member: $localize`:@@jury.role.member:Medlem`,
  deputy: $localize`:@@jury.role.deputy:Varamedlem`,
};

export const STANDING_WORDS: Record<SeatStanding, string> = {
  invited: $localize`:@@jury.standing.invited:Invitert`,
  active: $localize`:@@jury.standing.active:Sitter i juryen`,
  waiting: $localize`:@@jury.standing.waiting:Vara, står klar`,
  replaced: $localize`:@@jury.standing.replaced:Vara har trådt inn`,
  declined: $localize`:@@jury.standing.declined:Takket nei`,
  left: $localize`:@@jury.standing.left:Gått ut`,
};

export const STANDING_TONES: Record<SeatStanding, Tone> = {
  invited: 'warning',
  active: 'success',
  waiting: 'info',
  replaced: 'neutral',
  declined: 'danger',
  left: 'neutral',
};
