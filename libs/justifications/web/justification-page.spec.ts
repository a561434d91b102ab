import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { JustificationView, RemarksView } from '@award/justifications/contract';
import { JustificationPage } from './justification-page';

const NAME = { nb: 'Små kommuner', nn: '', en: '' };
const SHA = 'a'.repeat(64);
const NEW_SHA = 'b'.repeat(64);

const NO_REMARKS: RemarksView = {
  remarks: [],
  sentences: [],
  withoutSource: [],
  assessments: [],
  mayWrite: null,
};

function justification(more: Partial<JustificationView> = {}): JustificationView {
  return {
    class: {
      editionId: 'e',
      year: 2027,
      editionName: NAME,
      phase: 'judging',
      sample: true,
      classCode: 'small',
      className: NAME,
      stage: 'finalists-sealed',
    },
    now: '2027-02-16T09:00:00.000Z',
    nominationId: 'n',
    municipality: 'Snåase – Snåsa',
    county: 'Trööndelage – Trøndelag',
    title: 'Et godt tiltak',
    kind: 'justification',
    position: 1,
    writtenForm: 'nn',
    state: 'draft',
    words: 2,
    signers: [],
    sealing: 'not-signed-off',
    updatedAt: '2027-02-16T08:00:00.000Z',
    text: 'Første tekst.',
    stageText: '',
    internalNote: '',
    lockVersion: 1,
    sha256: SHA,
    author: 'Kari Nordli',
    findings: [{ code: 'too-short', found: '2' }],
    stageFindings: [],
    versions: [],
    assessments: [
      { seatId: 's', name: 'Per Vik', house: 'NHO', line: 'Godt.', assessment: 'Svært godt.' },
    ],
    entry: { title: 'Et godt tiltak', text: 'Hele forslaget.', summary: '' },
    factChecks: [],
    acts: { write: null, signOff: null, seal: 'not-signed-off', reopen: 'not-sealed' },
    ...more,
  };
}

describe('the page where a justification is written', () => {
  let fixture: ComponentFixture<JustificationPage>;
  let http: HttpTestingController;
  let element: HTMLElement;
  const PATH = '/api/editions/e/classes/small/justifications/n';
  const turn = () => new Promise((later) => setTimeout(later));
  /** The remarks come by themselves, beside the text. */
  const settled = async () => {
    for (let round = 0; round < 3; round += 1) {
      await turn();
      fixture.detectChanges();
      for (const asked of http.match(`${PATH}/remarks`)) asked.flush(NO_REMARKS);
    }
    await fixture.whenStable();
  };
  const text = (selector: string) =>
    element.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const field = (id: string) => element.querySelector(`#${id}`) as HTMLTextAreaElement;
  const button = (name: string) =>
    [...element.querySelectorAll('button')].find((one) => one.textContent?.trim().startsWith(name));

  async function render(view: JustificationView): Promise<void> {
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    fixture = TestBed.createComponent(JustificationPage);
    const inputs = { editionId: 'e', classCode: 'small', nominationId: 'n' };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await turn();
    http.expectOne(PATH).flush(view);
    await settled();
    element = fixture.nativeElement as HTMLElement;
  }
  function type(id: string, value: string): void {
    field(id).value = value;
    field(id).dispatchEvent(new Event('input'));
  }
  afterEach(() => TestBed.resetTestingModule());

  it('shows the text in the municipality’s written form, what to look at, and the assessments', async () => {
    await render(justification());
    expect(field('text').value).toBe('Første tekst.');
    expect(field('text').lang).toBe('nn');
    expect(text('.findings')).toContain('Teksten har 2 ord. Rådet er 80 til 220.');
    expect(text('justifications-material')).toContain('Per Vik (NHO)');
    expect(text('ui-page-header')).toContain('Teksten skrives på nynorsk');
  });

  it('shows what the municipality answered about the facts, and what has changed since', async () => {
    const check = {
      state: 'remarks' as const,
      text: 'Eldre tekst.',
      writtenForm: 'nn' as const,
      askedAt: '2027-02-10T09:00:00.000Z',
      dueAt: '2027-02-12T11:00:00.000Z',
      answeredAt: '2027-02-11T09:00:00.000Z',
      remarks: 'Det var tolv.',
    };
    await render(justification({ factChecks: [check] }));
    expect(text('justifications-fact-check-answers blockquote')).toBe('Det var tolv.');
    expect(text('justifications-fact-check-answers del')).toContain('Eldre');
    expect(text('justifications-fact-check-answers ins')).toContain('Første');
  });

  it('has no text for the stage when it is feedback, and advises another length', async () => {
    await render(justification({ kind: 'feedback', position: 0 }));
    expect(text('label[for=text]')).toBe('Tilbakemelding til kommunen');
    expect(field('stage-text')).toBeNull();
    expect(text('.findings')).toContain('Rådet er 60 til 220.');
  });

  it('signs exactly the text on the screen: what is unsent goes first, and its hash is signed', async () => {
    await render(justification());
    type('text', 'Ny tekst.');
    button('Skriv under')?.click();
    await turn();
    const save = http.expectOne(PATH);
    expect(save.request.body).toMatchObject({ text: 'Ny tekst.', lockVersion: 1 });
    expect(save.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    save.flush({
      lockVersion: 2,
      savedAt: '2027-02-16T09:01:00.000Z',
      sha256: NEW_SHA,
      findings: [],
      stageFindings: [],
    });
    await turn();
    expect(http.expectOne(`${PATH}/sign-off`).request.body).toEqual({ sha256: NEW_SHA });
  });

  it('does not sign while somebody else’s text stands against one’s own', async () => {
    await render(justification());
    type('text', 'Min tekst.');
    button('Skriv under')?.click();
    await turn();
    http.expectOne(PATH).flush(
      {
        refusal: 'stale-save',
        details: {
          standing: {
            text: 'Andres tekst.',
            stageText: '',
            internalNote: '',
            lockVersion: 5,
            savedAt: '2027-02-16T09:01:00.000Z',
            savedBy: 'Per Vik',
          },
        },
      },
      { status: 409, statusText: '' },
    );
    await turn();
    http.expectNone(`${PATH}/sign-off`);
    fixture.detectChanges();
    expect(text('.conflict')).toContain('Andres tekst.');
    expect(text('.conflict')).toContain('Min tekst.');
    expect(field('text').value).toBe('Min tekst.');
  });

  it('is for reading only to those who may not write', async () => {
    await render(
      justification({
        state: 'sealed',
        acts: { write: 'wrong-state', signOff: 'wrong-state', seal: 'wrong-state', reopen: null },
      }),
    );
    for (const id of ['text', 'stage-text', 'internal-note']) expect(field(id).readOnly).toBe(true);
    expect(button('Skriv under')).toBeUndefined();
  });

  it('takes a sealed one up again only with a reason', async () => {
    await render(
      justification({
        state: 'sealed',
        acts: { write: 'wrong-state', signOff: 'wrong-state', seal: 'wrong-state', reopen: null },
      }),
    );
    const form = element.querySelector('justifications-signing form') as HTMLFormElement;
    form.dispatchEvent(new Event('submit'));
    await settled();
    expect(field('reopen-reason').getAttribute('aria-invalid')).toBe('true');
    http.expectNone(`${PATH}/reopen`);
    type('reopen-reason', 'Feil tall.');
    form.dispatchEvent(new Event('submit'));
    await turn();
    expect(http.expectOne(`${PATH}/reopen`).request.body).toEqual({ reason: 'Feil tall.' });
  });

  it('shows whose signature holds and whose was given to an earlier text', async () => {
    const signedAt = '2027-02-16T08:30:00.000Z';
    await render(
      justification({
        signers: [
          { name: 'Kari Nordli', house: 'KS', signedAt, current: true, own: true },
          { name: 'Per Vik', house: 'NHO', signedAt, current: false, own: false },
        ],
      }),
    );
    const [ks, nho] = [...element.querySelectorAll('.signers li')].map(
      (one) => one.textContent ?? '',
    );
    expect(ks).toContain('Kari Nordli');
    expect(nho).toContain('Gjelder en tidligere tekst');
  });
});
