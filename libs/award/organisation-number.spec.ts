import { isOrganisationNumber, organisationNumber } from './organisation-number';

describe('an organisation number', () => {
  it.each<[string, string, string | null]>([
    ['of Båtsfjord kommune is right', '938795592', '938795592'],
    ['may be written in groups', '938 795 592', '938795592'],
    ['may have hard spaces', '938\u00a0795\u00a0592', '938795592'],
    ['may come from Ansattporten with its prefix', '0192:938795592', '938795592'],
    ['with the check digit 0 is right', '974760010', '974760010'],
    ['with one digit changed is wrong', '938795593', null],
    ['with two digits swapped is wrong', '983795592', null],
    ['of eight digits is wrong', '93879559', null],
    ['of ten digits is wrong', '9387955920', null],
    ['with letters is wrong', '93879559a', null],
    ['that is empty is wrong', '', null],
  ])('%s', (_, written, expected) => {
    expect(organisationNumber(written)).toBe(expected);
  });

  it.each<[string, string, readonly string[]]>([
    ['of which the weighted sum is 31 ends in 2', '91000001', ['910000012']],
    ['of which the weighted sum is 39 ends in 5', '90000006', ['900000065']],
    ['of which the weighted sum is 45 has no check digit at all', '90000009', []],
  ])('%s', (_, first, expected) => {
    const tried = Array.from({ length: 10 }, (_unused, last) => `${first}${last}`);
    expect(tried.filter(isOrganisationNumber)).toEqual(expected);
  });
});
