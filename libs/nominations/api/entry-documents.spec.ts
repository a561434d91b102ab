import { extractText, getDocumentProxy } from 'unpdf';
import {
  EMPTY_CONTENT,
  FIELDS,
  type NominationContent,
  RESULT_MEASURES,
  TRAITS,
} from '@award/award';
import { Mail } from '@award/mail/api';
import { mailHasGone } from '../../../apps/api/testing/statements';
import { formWithItsOwn, type SceneEdition, story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { EntryDocuments } from './entry-documents.service';
import { ENTRY_WORDS } from './entry-words';

const word = (name: string) => `${name}-čđŋšŧž-æøå`;
const FULL: NominationContent = {
  ...EMPTY_CONTENT,
  basis: 'single-measure',
  mainField: 'tourism',
  fields: [...FIELDS],
  title: word('Tittelen'),
  text: `${word('Begrunnelsen')} begynner.\n\n${'Vi har arbeidd lenge med dette saman med bedriftene. '.repeat(110)}\n\nSå slutter ${word('begrunnelsen')}.`,
  contactName: 'Kari Nordli',
  contactEmail: 'kari@kommune.example',
  contactPhone: '99 00 00 00',
  confirmedWithChiefExecutive: true,
  summary: word('Sammendraget'),
  traits: Object.fromEntries(TRAITS.map((code) => [code, word(code)])),
  difficult: word('Vanskelig'),
  business: word('Næringslivet'),
  results: RESULT_MEASURES.map((measure, at) => ({
    measure,
    figure: `${at} 123`,
    period: `20${at}0-20${at}5`,
    source: word(`Kilde${at}`),
    ownPart: word(`Del${at}`),
  })),
  partners: [
    { name: word('Bedriften'), organisationNumber: '974760673', contactEmail: 'b@b.example' },
  ],
};

describe('an entry as a document', () => {
  let app: TestApp;
  let scene: ReturnType<typeof story>;
  let edition: SceneEdition;
  let contacts = 0;
  beforeAll(async () => {
    app = await testApp();
    scene = story(app);
    edition = await scene.edition({ phase: 'open' });
  });
  afterAll(() => app.close());

  async function sent(
    content: NominationContent,
    writtenForm: 'nb' | 'nn',
    name: string,
    year = edition,
  ) {
    const municipalityId = await scene.municipality(name, 9000);
    const contactEmail = `kari@${++contacts}.kommune.example`;
    const { id } = await scene.nomination(year, municipalityId, {
      state: 'draft',
      content: { ...content, contactEmail },
    });
    await app.db.query('update nomination set written_form = $2 where id = $1', [id, writtenForm]);
    await scene.holder(name, 'municipality-submitter', { editionId: year.id, municipalityId });
    const who = await app.visitor().signInAs(name);
    const { status, body } = await who.post<{
      versionNumber: number;
      sha256: string;
      reference: string;
    }>(`/api/nominations/${id}/submit`, { lockVersion: 1 });
    expect(status).toBe(200);
    return { id, who, municipalityId, contactEmail, ...body };
  }
  const pdfOf = (who: Visitor, id: string, number: number, query = '') =>
    who.file(`/api/nominations/${id}/versions/${number}/pdf${query}`);
  const read = async (pdf: Buffer) =>
    (await extractText(new Uint8Array(pdf), { mergePages: true })).text.replace(/\s+/g, ' ');

  it.each([
    ['nb', 'Slik forslaget ble sendt inn'],
    ['nn', 'Slik forslaget vart sendt inn'],
  ] as const)('holds every word of it and its hash, in %s', async (form, heading) => {
    const mine = await sent(FULL, form, `Čáhcesuolu ${form}`);
    const answer = await pdfOf(mine.who, mine.id, mine.versionNumber);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="kvittering-/);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    const pdf = answer.body;
    expect(pdf.toString('latin1')).toContain('<pdfuaid:part>1</pdfuaid:part>');
    const { info } = await (await getDocumentProxy(new Uint8Array(pdf))).getMetadata();
    expect(info).toMatchObject({ Language: `${form}-NO` });
    const text = await read(pdf);
    for (const shown of [heading, mine.sha256, mine.reference]) expect(text).toContain(shown);
    const words = ENTRY_WORDS[form];
    const named = [
      ...FIELDS.map((code) => words.fields[code]),
      ...TRAITS.map((code) => words.traits[code]),
      ...RESULT_MEASURES.map((code) => words.measures[code]),
    ];
    for (const name of named) expect(text).toContain(name);
    for (const one of wordsOf({ ...FULL, contactEmail: mine.contactEmail }))
      expect(text).toContain(one);
  });

  it('speaks English around a Norwegian entry when asked to', async () => {
    const mine = await sent(FULL, 'nb', 'Spurt på engelsk');
    const answer = await pdfOf(mine.who, mine.id, mine.versionNumber, '?language=en');
    const text = await read(answer.body);
    expect(text).toContain('As the nomination was sent');
    expect(text).toContain(FULL.title);
    expect((await pdfOf(mine.who, mine.id, mine.versionNumber, '?language=de')).status).toBe(400);
  });

  it('leaves out what was not written, and says so of the short form', async () => {
    const bare = { ...EMPTY_CONTENT, basis: 'all-round' as const, title: 'T', text: 'Én setning.' };
    const mine = await sent(
      {
        ...bare,
        contactName: 'Kari',
        contactEmail: 'kari@kommune.example',
        confirmedWithChiefExecutive: true,
      },
      'nb',
      'Knapp kommune',
    );
    const answer = await pdfOf(mine.who, mine.id, mine.versionNumber);
    const text = await read(answer.body);
    const { parts, sections, empty } = ENTRY_WORDS.nb;
    expect(text).toContain(`${parts.contactPhone} ${empty}`);
    for (const heading of [sections.traits, sections.results, parts.difficult, parts.mainField])
      expect(text).not.toContain(heading);
  });

  it('goes by the form of its edition: its own questions in its own words', async () => {
    const year = await scene.edition({ year: 2026, form: formWithItsOwn() });
    const answers = { 'own-climate': word('Svaret') };
    const mine = await sent({ ...FULL, results: [], answers }, 'nn', 'I fjor', year);
    const text = await read((await pdfOf(mine.who, mine.id, mine.versionNumber)).body);
    expect(text).toContain(`Klimaet på nynorsk ${word('Svaret')}`);
    expect(text).not.toContain(ENTRY_WORDS.nn.sections.results);
    const english = await pdfOf(mine.who, mine.id, mine.versionNumber, '?language=en');
    expect(await read(english.body)).toContain(`Klimaet ${word('Svaret')}`);
  });

  it('is another municipality’s to nobody, and a draft is no document', async () => {
    const mine = await sent(FULL, 'nb', 'Vår kommune');
    const other = await sent(FULL, 'nb', 'Deres kommune');
    expect((await pdfOf(other.who, mine.id, mine.versionNumber)).status).toBe(404);
    expect((await pdfOf(app.visitor(), mine.id, mine.versionNumber)).status).toBe(401);
    expect((await pdfOf(mine.who, mine.id, 1)).status).toBe(404);
    expect((await pdfOf(mine.who, mine.id, 99)).status).toBe(404);
  });

  it('goes with the receipt, to those who still answer for the municipality', async () => {
    const mine = await sent(FULL, 'nn', 'Volda');
    const caught = async () => {
      await mailHasGone(app);
      return app.db.query(
        `select recipient, body, attachments from caught_mail where subject like '%Volda%' order by recipient`,
      );
    };
    const mails = await caught();
    expect(mails.map(({ recipient }: { recipient: string }) => recipient)).toEqual([
      mine.contactEmail,
      'volda@people.example',
    ]);
    for (const { body, attachments } of mails) {
      expect(body).toContain('Heile forslaget ligg ved som PDF.');
      expect(attachments).toEqual([
        {
          name: `kvittering-${mine.reference}.pdf`,
          type: 'application/pdf',
          content: expect.any(String),
        },
      ]);
      expect(await read(Buffer.from(attachments[0].content, 'base64'))).toContain(mine.sha256);
    }
  });

  it('does not go to somebody who left while the mail waited', async () => {
    const mine = await sent(FULL, 'nb', 'Herøy');
    await mailHasGone(app);
    await app.db.query(
      `update role_grant set revoked_at = clock_timestamp() where municipality_id = $1`,
      [mine.municipalityId],
    );
    const [order] = await app.db.query(
      `select template, language, words, edition_id as "editionId" from mail_outbox
       where words ->> 'nominationId' = $1 limit 1`,
      [mine.id],
    );
    await app.db.query('delete from caught_mail');
    await app.db.transaction(async (tx) => {
      for (const recipient of ['her.y@people.example', mine.contactEmail])
        await app
          .get(Mail)
          .queue(tx, { ...order, eventKey: `nomination-receipt:${mine.id}:once-more`, recipient });
    });
    await mailHasGone(app);
    const [got] = await app.db.query(
      `select coalesce(sum(jsonb_array_length(attachments)) filter (where recipient like 'kari@%'), 0)::int as contact,
         coalesce(sum(jsonb_array_length(attachments)) filter (where recipient like 'her%'), 0)::int as former from caught_mail`,
    );
    expect(got).toEqual({ contact: 1, former: 0 });
  });

  it('is produced for the archive as PDF/A-2a', async () => {
    const mine = await sent(FULL, 'nb', 'Arkivkommunen');
    const made = await app.get(EntryDocuments).forArchive(app.db, mine.id, mine.versionNumber);
    expect(made?.name).toBe(`kvittering-${mine.reference}`);
    expect(made?.pdf.toString('latin1')).toMatch(/<pdfaid:part>2<.*<pdfaid:conformance>A</s);
  });
});

/** Every word that a municipality has written, from every text in the content. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s+/).filter(Boolean);
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) =>
    ['basis', 'mainField', 'fields', 'measure'].includes(key) ? [] : wordsOf(one),
  );
}
