/** Said when a form is saved upon a version that is no longer the newest. */
export const STALE = $localize`:@@publication.plan.stale:Noen andre har lagret imens. Det du har skrevet, står her fortsatt. Se over og lagre igjen. Da er det din tekst som gjelder.`;
