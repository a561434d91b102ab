import { representedOrganisations, roleByRepresentation } from './represented-organisations';

const RESOURCE = 'ansattporten:altinn:resource';
const party = (ID: string) => ({ orgno: { authority: 'iso6523-actorid-upis', ID }, name: 'X' });

describe('the organisations somebody represents', () => {
  it.each([
    [
      'a delegated Altinn resource',
      [{ type: RESOURCE, resource: 'urn:x', authorized_parties: [party('0192:938795592')] }],
      [{ number: '938795592', by: 'delegated' }],
    ],
    [
      'the older Altinn service',
      [
        {
          type: 'ansattporten:altinn:service',
          reportees: [{ Authority: 'iso6523-actorid-upis', ID: '0192:938795592', Rights: [] }],
        },
      ],
      [{ number: '938795592', by: 'delegated' }],
    ],
    [
      'employment, with the number in an object',
      [{ type: 'ansattporten:orgno', authorized_parties: [{ orgno: { ID: '938795592' } }] }],
      [{ number: '938795592', by: 'employed' }],
    ],
    [
      'employment, with the number as text',
      [{ type: 'ansattporten:orgno', authorized_parties: [{ orgno: '0192:938 795 592' }] }],
      [{ number: '938795592', by: 'employed' }],
    ],
    [
      'the same organisation twice: the delegation counts',
      [
        { type: RESOURCE, authorized_parties: [party('938795592')] },
        { type: 'ansattporten:orgno', authorized_parties: [{ orgno: '938795592' }] },
      ],
      [{ number: '938795592', by: 'delegated' }],
    ],
    [
      'several organisations in one answer',
      [{ type: RESOURCE, authorized_parties: [party('938795592'), party('974760673')] }],
      [
        { number: '938795592', by: 'delegated' },
        { number: '974760673', by: 'delegated' },
      ],
    ],
    [
      'a wrong check digit beside a right one',
      [{ type: RESOURCE, authorized_parties: [party('938795593'), party('974760673')] }],
      [{ number: '974760673', by: 'delegated' }],
    ],
    [
      'a shape nobody knows',
      [{ type: 'altinn:other', authorized_parties: [party('938795592')] }],
      [],
    ],
    ['the parties of another shape', [{ type: RESOURCE, reportees: [{ ID: '938795592' }] }], []],
    ['a type inherited from every object', [{ type: 'constructor' }, { type: '__proto__' }], []],
    ['a text', 'urn:938795592', []],
    ['nothing', undefined, []],
    ['null among the parties', [{ type: RESOURCE, authorized_parties: [null, 7, []] }], []],
  ])('reads %s', (_case, claim, expected) => {
    expect(representedOrganisations(claim)).toEqual(expected);
  });
});

describe('what a represented municipality opens', () => {
  it.each([
    ['delegated', 'municipality-submitter'],
    ['employed', 'municipality-editor'],
  ] as const)('%s: %s', (by, role) => {
    expect(roleByRepresentation(by)).toBe(role);
  });
});
