import { isEmail } from 'class-validator';
import type { ReturnSettings } from '@award/settings/api';

/** Reads where mails that did not arrive are reported to; fails on what cannot work. */
export function readReturnSettings(env: NodeJS.ProcessEnv): ReturnSettings {
  const { MAIL_RETURN_TO: address, BOUNCES_MAILDIR: maildir } = env;
  if (address && (!isEmail(address) || address.includes('+')))
    throw new Error(`MAIL_RETURN_TO=${address} is not a plain e-mail address.`);
  return { address: address || null, maildir: maildir || null };
}
