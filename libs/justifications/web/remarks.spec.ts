import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { RemarksView, RemarkView } from '@award/justifications/contract';
import { Remarks } from './remarks';

const PATH = '/api/editions/e/classes/small/justifications/n/remarks';

const remark = (more: Partial<RemarkView> = {}): RemarkView => ({
  id: '1',
  kind: 'comment',
  passage: '38 årsverk',
  body: 'Riktig år?',
  source: null,
  sourceName: null,
  standing: true,
  found: null,
  writtenBy: 'Kari Nordli',
  writtenAt: '2027-02-16T08:00:00.000Z',
  settledAt: null,
  settledBy: null,
  ...more,
});

const remarks = (more: Partial<RemarksView> = {}): RemarksView => ({
  remarks: [],
  sentences: ['Kommunen fikk 38 årsverk.', 'Bedriftene var med.'],
  withoutSource: ['Kommunen fikk 38 årsverk.'],
  assessments: [{ seatId: 's', name: 'Per Vik', house: 'NHO' }],
  mayWrite: null,
  ...more,
});

describe('remarks beside the text', () => {
  let fixture: ComponentFixture<Remarks>;
  let http: HttpTestingController;
  let element: HTMLElement;

  const turn = async () => {
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  };
  const shown = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
  const choose = async (id: string, value: string) => {
    const field = element.querySelector(`#${id}`) as HTMLSelectElement;
    field.value = value;
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input'));
    await turn();
  };
  const submit = () => element.querySelector<HTMLButtonElement>('button[type=submit]');

  async function render(view: RemarksView): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    fixture = TestBed.createComponent(Remarks);
    const inputs = {
      of: { editionId: 'e', classCode: 'small' },
      nominationId: 'n',
      sha256: 'a',
      lang: 'nn',
    };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    http = TestBed.inject(HttpTestingController);
    element = fixture.nativeElement as HTMLElement;
    fixture.detectChanges();
    await turn();
    http.expectOne(PATH).flush(view);
    await turn();
    await turn();
  }

  it('tells what is open, what no longer holds and what has no source', async () => {
    await render(
      remarks({
        remarks: [
          remark({ standing: false }),
          remark({ id: '2', kind: 'source', source: 'assessment', body: 'Flott', found: false }),
          remark({ id: '3', settledAt: '2027-02-16T09:00:00.000Z', settledBy: 'Per Vik' }),
        ],
      }),
    );
    expect(shown()).toContain('Teksten er endret siden');
    expect(shown()).toContain('Ordene står ikke slik i kilden');
    expect(shown()).toContain('1 av 2 setninger har ingen kilde');
    expect(shown()).toContain('Ordnet (1)');
    expect(element.querySelector('blockquote')?.lang).toBe('nn');
  });

  it('sends a source with the member’s seat, once, and shows what comes back', async () => {
    await render(remarks());
    expect(submit()?.disabled).toBe(true);
    (element.querySelector('#remark-source') as HTMLInputElement).click();
    await turn();
    await choose('remark-passage', 'Bedriftene var med.');
    const source = element.querySelector('select[name=source]') as HTMLSelectElement;
    source.value = 's';
    source.dispatchEvent(new Event('change'));
    await turn();
    expect(submit()?.disabled).toBe(false);
    submit()?.click();
    submit()?.click();
    const request = http.expectOne(PATH);
    expect(request.request.body).toEqual({
      kind: 'source',
      passage: 'Bedriftene var med.',
      body: '',
      source: 'assessment',
      seatId: 's',
    });
    expect(request.request.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    request.flush(remarks({ withoutSource: [] }));
    await turn();
    await turn();
    expect(shown()).toContain('Alle setninger har en kilde.');
  });

  it('keeps what was written when it is refused, and says why', async () => {
    await render(remarks());
    await choose('remark-body', 'Se på tallet');
    submit()?.click();
    http.expectOne(PATH).flush({ refusal: 'text-changed' }, { status: 409, statusText: '' });
    await turn();
    await turn();
    expect(element.querySelector<HTMLTextAreaElement>('#remark-body')?.value).toBe('Se på tallet');
    expect(element.querySelector('ui-failure')?.textContent?.trim()).not.toBe('');
  });

  it('whoever may only read gets no form', async () => {
    await render(remarks({ mayWrite: 'wrong-state', remarks: [remark()] }));
    expect(element.querySelector('form, button')).toBeNull();
  });
});
