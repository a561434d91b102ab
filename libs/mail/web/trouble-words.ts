import type { DeliveryTrouble } from '@award/award';

/** What a mail server's refusal means to people. */
const TROUBLE_WORDS: Record<DeliveryTrouble, string> = {
  'no-such-address': $localize`:@@mail.trouble.no-such-address:Adressen finnes ikke`,
  'mailbox-full': $localize`:@@mail.trouble.mailbox-full:Postkassen er full`,
  'too-large': $localize`:@@mail.trouble.too-large:E-posten var for stor for mottakeren`,
  'not-reached': $localize`:@@mail.trouble.not-reached:Mottakerens e-postserver svarte ikke`,
  refused: $localize`:@@mail.trouble.refused:Mottakerens e-postserver tok ikke imot e-posten`,
};

export const troubleWords = (trouble: DeliveryTrouble): string => TROUBLE_WORDS[trouble];
