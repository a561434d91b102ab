import {
  dialled,
  type PressContact,
  pressContactProblems,
  readAloud,
  tidied,
} from './press-contact-rules';

const contact = (more: Partial<PressContact> = {}): PressContact => ({
  name: 'Kari Vik',
  role: 'Pressekontakt, KS',
  phone: '22 13 21 00',
  email: 'kari@ks.example',
  ...more,
});

describe('whom journalists ring', () => {
  it.each([
    ['22 13 21 00', '+4722132100', '22 13 21 00'],
    ['900 12 345', '+4790012345', '900 12 345'],
    ['41234567', '+4741234567', '412 34 567'],
    ['80 01 23 45', '+4780012345', '800 12 345'],
    ['+47 23 08 80 00', '+4723088000', '23 08 80 00'],
    ['0047 23088000', '+4723088000', '23 08 80 00'],
    ['(22) 13-21.00', '+4722132100', '22 13 21 00'],
    ['+46 8 123 456 78', '+46812345678', '+46812345678'],
  ])('%s is dialled %s and read %s', (written, phone, read) => {
    expect(dialled(written)).toBe(phone);
    expect(readAloud(phone)).toBe(read);
    expect(dialled(read)).toBe(phone);
  });

  it.each([
    '',
    '02800',
    '1234',
    '12345678',
    '+47 12345678',
    '+47 2213210',
    '+4',
    'ring meg',
    '22132100x',
  ])('%p is no number to ring', (written) => {
    expect(dialled(written)).toBeNull();
  });

  it.each<[string, Partial<PressContact>, [string, string][]]>([
    ['is told as it is', {}, []],
    ['needs no role and no address', { role: '', email: ' ' }, []],
    ['needs a name', { name: ' ' }, [['name', 'missing']]],
    ['needs a number', { phone: ' ' }, [['phone', 'missing']]],
    ['needs a number to ring', { phone: '02800' }, [['phone', 'not-a-phone']]],
    ['has an address or none', { email: 'kari' }, [['email', 'not-an-email']]],
    [
      'is told everything that is wrong at once',
      { name: '', phone: 'x', email: 'a@b' },
      [
        ['name', 'missing'],
        ['phone', 'not-a-phone'],
        ['email', 'not-an-email'],
      ],
    ],
  ])('a contact %s', (_, more, expected) => {
    const problems = pressContactProblems([contact(), contact(more)]);
    expect(problems).toEqual(expected.map(([field, reason]) => ({ at: 1, field, reason })));
  });

  it('is stored without what was typed around it', () => {
    expect(
      tidied([contact({ name: ' Kari Vik ', phone: '900 12 345', email: ' k@ks.example' })]),
    ).toEqual([contact({ phone: '+4790012345', email: 'k@ks.example' })]);
  });
});
