import { answerHeaders } from './answer-headers';
import { policyOf } from './page-policy';

/** A page may be shared for five seconds: no copy outlives a release by more. */
export const SHARED_BRIEFLY = 'public, max-age=0, s-maxage=5';

/** What every page of ours is sent with, the policy for its own bytes among it. */
export function pageHeaders(
  html: string,
  language: string,
  secure: boolean,
): Record<string, string> {
  return {
    ...answerHeaders(secure),
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': language,
    'Content-Security-Policy': policyOf(html, secure),
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  };
}
