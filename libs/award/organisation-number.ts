const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2] as const;

/**
 * The nine digits of a Norwegian organisation number, with spaces and the `0192:` prefix of ISO
 * 6523 taken away; null when it is not nine digits or the check digit (modulus 11) is wrong.
 * Source: Brønnøysundregistrene, the rule for organisation numbers.
 */
export function organisationNumber(written: string): string | null {
  const digits = written.replace(/^\s*0192:/, '').replace(/[\s\u00a0]/g, '');
  return isOrganisationNumber(digits) ? digits : null;
}

/** Whether the text is exactly nine digits with a right check digit. */
export function isOrganisationNumber(digits: string): boolean {
  if (!/^[0-9]{9}$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(digits[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check < 10 && check === Number(digits[8]);
}
