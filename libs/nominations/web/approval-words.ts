import type { ApprovalStanding, Approver } from '@award/award';
import type { Tone } from '@award/ui/web';

export const APPROVER_WORDS: Readonly<Record<Approver, string>> = {
  mayor: $localize`:@@nominations.approver.mayor:Ordføreren`,
  'chief-executive': $localize`:@@nominations.approver.chief:Kommunedirektøren`,
};

export const APPROVAL_WORDS: Readonly<Record<ApprovalStanding, string>> = {
  awaited: $localize`:@@nominations.approval.awaited:Spurt, ikke svart`,
  stands: $localize`:@@nominations.approval.stands:Godkjent`,
  'stands-after-change': $localize`:@@nominations.approval.after-change:Godkjent, rettet etterpå`,
  'change-unstated': $localize`:@@nominations.approval.unstated:Endret etter godkjenningen`,
  outdated: $localize`:@@nominations.approval.outdated:Må godkjennes på nytt`,
};

export const APPROVAL_TONES: Readonly<Record<ApprovalStanding, Tone>> = {
  awaited: 'info',
  stands: 'success',
  'stands-after-change': 'success',
  'change-unstated': 'warning',
  outdated: 'warning',
};
