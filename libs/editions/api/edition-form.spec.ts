import { DEFAULT_SECTIONS, type FormSection, NO_WORDS } from '@award/award';
import type { ChangeForm, EditionView } from '@award/editions/contract';
import type { Visitor } from '../../../apps/api/demo/visitor';
import { story } from '../../../apps/api/testing/story';
import { type TestApp, testApp } from '../../../apps/api/testing/test-app';

const CLIMATE: FormSection = {
  code: 'own-climate',
  place: 'short',
  asked: true,
  required: true,
  limit: 800,
  heading: { nb: 'Klima', nn: 'Klima', en: 'Climate' },
  help: NO_WORDS,
};

/** A form that asks less than the award's own and one thing more, with some questions changed. */
function formOrder(
  changes: Readonly<Record<string, Partial<FormSection>>> = {},
): Omit<ChangeForm, 'lockVersion'> {
  const [title, text, ...others] = DEFAULT_SECTIONS as FormSection[];
  const kept = ['summary', 'results', 'attachments'];
  return {
    sections: [title, text, CLIMATE, ...others]
      .flatMap((one) => one ?? [])
      .map((one) => ({
        ...one,
        asked: one.place === 'short' || kept.includes(one.code),
        ...changes[one.code],
      })),
    measures: ['other', 'value-creation'],
    requirePhone: true,
    approvalByLink: false,
    mostFiles: 4,
    mostMegabytes: 20,
    groups: ['pdf'],
  };
}

function asOrder({ form }: EditionView): Omit<ChangeForm, 'lockVersion'> {
  const { sections, measures, requirePhone, approvalByLink, files } = form;
  return {
    sections: [...sections],
    measures: [...measures],
    requirePhone,
    approvalByLink,
    mostFiles: files.mostFiles,
    mostMegabytes: files.mostBytes / 1_000_000,
    groups: [...files.groups],
  };
}

describe('the form of an edition', () => {
  let app: TestApp;
  let secretary: Visitor;
  let edition: EditionView;

  beforeAll(async () => {
    app = await testApp();
    const scene = story(app);
    await scene.holder('solveig', 'secretary');
    secretary = await app.visitor().signInAs('solveig');
    const last = await scene.edition({ phase: 'archived', year: 2026 });
    const made = await secretary.post<EditionView>('/api/editions', {
      year: 2027,
      fromId: last.id,
    });
    edition = made.body;
  });
  afterAll(() => app.close());

  const save = async (order: object) => {
    const answer = await secretary.put<EditionView & { refusal: string; fields: unknown }>(
      `/api/editions/${edition.id}/form`,
      { lockVersion: edition.lockVersion, ...order },
    );
    if (answer.status === 200) edition = answer.body;
    return answer;
  };

  it('keeps a form of its own, and names what is wrong in one', async () => {
    expect((await save(formOrder())).status).toBe(200);
    expect(edition.form).toMatchObject({
      requirePhone: true,
      measures: ['other', 'value-creation'],
      files: { mostFiles: 4, mostBytes: 20_000_000, groups: ['pdf'] },
      maxShort: 200,
    });
    const asked = edition.form.sections.filter((one) => one.asked).map(({ code }) => code);
    expect(asked).toEqual(['title', 'text', 'own-climate', 'summary', 'results', 'attachments']);
    const wrong = await save(
      formOrder({
        'own-climate': { limit: 99, heading: { nb: ' ', nn: '', en: '' } },
        text: { limit: 7000 },
      }),
    );
    expect([wrong.status, wrong.body.fields]).toEqual([
      400,
      [
        { path: 'sections.1.limit', reason: 'out-of-range' },
        { path: 'sections.2.heading', reason: 'missing' },
        { path: 'sections.2.limit', reason: 'out-of-range' },
      ],
    ]);
  });

  it('copies the form to the next year, which may then ask something else', async () => {
    const { body: next } = await secretary.post<EditionView>('/api/editions', {
      year: 2031,
      fromId: edition.id,
    });
    expect(next.form).toEqual(edition.form);
    const own = { nb: 'Hva gjør dere for klimaet?', nn: '', en: '' };
    const answer = await secretary.put<EditionView>(`/api/editions/${next.id}/form`, {
      ...formOrder({ 'own-climate': { required: false, asked: false }, summary: { heading: own } }),
      lockVersion: next.lockVersion,
    });
    expect(answer.body.form.sections.find(({ code }) => code === 'summary')?.heading).toEqual(own);
    const first = await secretary.get<EditionView>(`/api/editions/${edition.id}`);
    expect(first.body.form).toEqual(edition.form);
  });

  it('mends only the help once the call is open, with a reason that is told', async () => {
    const open = await story(app).edition({ phase: 'open', year: 2032 });
    const send = async (order: object) => {
      const { body } = await secretary.get<EditionView>(`/api/editions/${open.id}`);
      return secretary.put<EditionView & { refusal: string; fields: unknown }>(
        `/api/editions/${open.id}/form`,
        { ...asOrder(body), lockVersion: body.lockVersion, ...order },
      );
    };
    const help = DEFAULT_SECTIONS.map((one) =>
      one.code === 'text' ? { ...one, help: { nb: 'Tenk på leseren', nn: '', en: '' } } : one,
    );
    expect((await send({ requirePhone: true, reason: 'Glemt' })).body.refusal).toBe('wrong-phase');
    expect((await send({ sections: help })).body.fields).toEqual([
      { path: 'reason', reason: 'reason-required' },
    ]);
    const mended = await send({ sections: help, reason: 'Mange spør' });
    expect(mended.status).toBe(200);
    expect(mended.body.changes.map(({ what, reason }) => [what, reason])).toEqual([
      ['form', 'Mange spør'],
    ]);
  });
});
