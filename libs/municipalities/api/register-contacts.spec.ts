import { randomUUID } from 'node:crypto';
import type {
  ContactFileView,
  ContactView,
  MunicipalityPage,
} from '@award/municipalities/contract';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { RegisterImporter } from './register-importer.service';

const FILE =
  'number;written_form;post_address;mail_domain\n1539;bokmål;Vollan 8A, 6300 Åndalsnes;rauma.example\n1149;;;@karmoy.example\n';

describe('what the secretariat adds to the register', () => {
  let app: TestApp;
  let secretary: Visitor;
  let rauma: string;
  beforeAll(async () => {
    app = await testApp();
    await app.db.transaction((tx) => app.get(RegisterImporter).importShipped(tx));
    await story(app).holder('solveig', 'secretary');
    await story(app).holder('amund', 'case-officer');
    secretary = await app.visitor().signInAs('solveig');
    const found = await secretary.get<MunicipalityPage>('/api/municipalities?search=1539');
    rauma = found.body.municipalities[0]?.id ?? '';
  });
  afterAll(() => app.close());

  const contact = async () =>
    (await secretary.get<ContactView>(`/api/register/municipalities/${rauma}/contact`)).body;

  it('is not known until somebody says so', async () => {
    expect(await contact()).toEqual({
      id: rauma,
      writtenForm: null,
      postAddress: null,
      mailDomain: null,
    });
  });

  it('shows what a file would change before anything is written', async () => {
    const { body } = await secretary.post<ContactFileView>('/api/register/contacts/preview', {
      csv: FILE,
    });
    expect(body.problem).toBeNull();
    expect(
      body.lines.map(({ line, name, changes }) => [
        line,
        name,
        changes.map(({ field, to }) => `${field} ${to}`),
      ]),
    ).toEqual([
      [
        2,
        'Rauma',
        ['writtenForm nb', 'postAddress Vollan 8A, 6300 Åndalsnes', 'mailDomain rauma.example'],
      ],
      [3, 'Karmøy', ['mailDomain karmoy.example']],
    ]);
    expect((await contact()).mailDomain).toBeNull();
  });

  it.each([
    ['no header', '1539;nb\n', 'no-header'],
    ['nothing but a header', 'number;written_form\n', 'empty'],
    ['an open quote', 'number;written_form\n1539;"nb\n', 'unreadable'],
  ])('cannot use a file with %s', async (_case, csv, problem) => {
    const { body } = await secretary.post<ContactFileView>('/api/register/contacts/preview', {
      csv,
    });
    expect(body).toEqual({ problem, lines: [] });
    expect((await secretary.post('/api/register/contacts', { csv })).status).toBe(400);
  });

  it('refuses a file with one wrong row whole, and names the rows', async () => {
    const csv =
      'number;written_form;mail_domain\n1539;nn;\n3006;nb;\n1149;svensk;\n1144;;not a domain\n';
    const refused = await secretary.post<{ fields: unknown }>('/api/register/contacts', { csv });
    expect([refused.status, refused.body.fields]).toEqual([
      400,
      [
        { path: 'csv.3', reason: 'unknown-number' },
        { path: 'csv.4', reason: 'bad-written-form' },
        { path: 'csv.5', reason: 'bad-mail-domain' },
      ],
    ]);
    expect((await contact()).writtenForm).toBeNull();
  });

  it('applies a file once, whatever is clicked', async () => {
    const clicks = await Promise.all(
      Array.from({ length: 5 }, () => secretary.post('/api/register/contacts', { csv: FILE })),
    );
    expect(clicks.map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect(await contact()).toMatchObject({ writtenForm: 'nb', mailDomain: 'rauma.example' });
    const imports =
      await secretary.get<{ source: string; by: string | null; counts: object }[]>(
        '/api/register/imports',
      );
    expect(imports.body.filter(({ source }) => source === 'contacts')).toMatchObject([
      { by: 'solveig', counts: { 'detail-changed': 4 } },
    ]);
  });

  it('changes one municipality by hand, also back to not known', async () => {
    const path = `/api/register/municipalities/${rauma}/contact`;
    const order = { writtenForm: 'neutral', postAddress: null, mailDomain: null };
    expect((await secretary.put(path, order)).status).toBe(200);
    expect(await contact()).toEqual({ id: rauma, ...order });
    expect((await secretary.put(path, { ...order, mailDomain: 'no domain' })).status).toBe(400);
    expect(
      (await secretary.put(`/api/register/municipalities/${randomUUID()}/contact`, order)).status,
    ).toBe(404);
  });

  it('is read by the case officer and changed by the secretary only', async () => {
    const officer = await app.visitor().signInAs('amund');
    expect((await officer.get(`/api/register/municipalities/${rauma}/contact`)).status).toBe(200);
    expect((await officer.post('/api/register/contacts', { csv: FILE })).status).toBe(403);
    expect((await app.visitor().get('/api/register/imports')).status).toBe(401);
  });
});
