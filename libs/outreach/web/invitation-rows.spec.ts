import { invitationRows } from './invitation-rows';

describe('a pasted list of addresses', () => {
  it.each([
    [
      '1539;rad@rauma.example;Kari Nordli',
      [{ number: '1539', email: 'rad@rauma.example', name: 'Kari Nordli' }],
    ],
    ['rad@rauma.example, 1539', [{ number: '1539', email: 'rad@rauma.example', name: '' }]],
    [
      '301\tKari Nordli\t<rad@oslo.example>',
      [{ number: '301', email: 'rad@oslo.example', name: 'Kari Nordli' }],
    ],
    ['\n  \n1539;a@b.example\n', [{ number: '1539', email: 'a@b.example', name: '' }]],
    ['Rauma;ikke en adresse', [{ number: '', email: '', name: 'Rauma ikke en adresse' }]],
    ['', []],
  ])('%j', (text, rows) => {
    expect(invitationRows(text)).toEqual(rows);
  });

  it('keeps the order and every line, however many', () => {
    const text = Array.from({ length: 400 }, (_, at) => `${1000 + at};post@k${at}.example`).join(
      '\r\n',
    );
    const rows = invitationRows(text);
    expect(rows).toHaveLength(400);
    expect(rows[399]).toEqual({ number: '1399', email: 'post@k399.example', name: '' });
  });
});
