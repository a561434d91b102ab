import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { EntryToDeclareView, MyDeclarationsView } from '@award/impartiality/contract';
import { DeclarePage } from './declare-page';

const entry = (name: string, change: Partial<EntryToDeclareView> = {}): EntryToDeclareView => ({
  nominationId: name,
  municipalityName: name,
  municipalityNumber: '1539',
  countyName: 'Møre og Romsdal',
  contactName: 'Kari Nordli',
  partners: [],
  neighbours: [],
  proposedBy: [],
  suggestions: [],
  standing: 'undeclared',
  ground: null,
  declaredAt: null,
  ...change,
});
const view = (
  entries: EntryToDeclareView[],
  change: Partial<MyDeclarationsView> = {},
): MyDeclarationsView => ({
  scope: 'class',
  closedBecause: 'undeclared',
  undeclared: entries.filter((one) => one.standing === 'undeclared').length,
  entries,
  ...change,
});
const said = { declaredAt: '2027-02-01T10:00:00.000Z', standing: 'clear' } as const;

describe('declaring impartiality', () => {
  let fixture: ComponentFixture<DeclarePage>;
  let server: HttpTestingController;
  let element: HTMLElement;

  async function open(answer: MyDeclarationsView): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    fixture = TestBed.createComponent(DeclarePage);
    server = TestBed.inject(HttpTestingController);
    element = fixture.nativeElement;
    fixture.detectChanges();
    await settle();
    server.expectOne('/api/impartiality').flush(answer);
    await settle();
  }
  async function settle(): Promise<void> {
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  }
  const text = (selector?: string) =>
    (selector ? element.querySelector(selector) : element)?.textContent
      ?.replace(/\s+/g, ' ')
      .trim() ?? '';
  async function click(selector: string): Promise<void> {
    element.querySelector<HTMLElement>(selector)?.click();
    await settle();
  }
  async function send(): Promise<void> {
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }
  const button = (words: string) =>
    [...element.querySelectorAll('button')].find((one) => one.textContent?.includes(words));

  it('shows who it is about and nothing of what they write', async () => {
    await open(view([entry('Rauma'), entry('Fyresdal')]));
    expect(text('.declarations__name')).toBe('Rauma');
    expect(text('.detail')).toBe('Møre og Romsdal · 1539 · kontakt: Kari Nordli');
    expect(text('form [role=status]')).toBe('0 av 2 besvart');
  });

  it('suggests from the member’s own ties, and uses a suggestion when asked to', async () => {
    const tie = {
      type: 'board',
      name: 'Fjord Sveis AS',
      link: 'partner',
      ground: 'board',
    } as const;
    const home = { type: 'residence', name: 'Rauma', link: 'municipality', ground: null } as const;
    await open(view([entry('Rauma', { partners: ['Fjord Sveis AS'], suggestions: [home, tie] })]));
    expect(text('impartiality-suggestions')).toContain(
      'Styreverv: Fjord Sveis AS – samarbeidspartner i forslaget',
    );
    expect(text('impartiality-suggestions')).toContain('Det er ikke i seg selv en grunn.');
    expect(text('form [role=status]')).toBe('0 av 1 besvart');
    button('Meld: Styreverv')?.click();
    await settle();
    expect(element.querySelector<HTMLSelectElement>('#ground-Rauma')?.value).toBe('board');
    expect(button('Meld: Styreverv')).toBeUndefined();
  });

  it('marks none for the rest, and sends only what is new, for the entries that were shown', async () => {
    await open(view([entry('Rauma', said), entry('Fyresdal'), entry('Kvitsøy')]));
    await click('#some-Fyresdal');
    button('Ingen grunn for alle de andre')?.click();
    await settle();
    expect(text('form [role=status]')).toBe('3 av 3 besvart');
    const select = element.querySelector<HTMLSelectElement>('#ground-Fyresdal');
    if (!select) throw new Error('no list of grounds');
    select.value = 'board';
    select.dispatchEvent(new Event('change'));
    await settle();
    await send();
    const request = server.expectOne({ method: 'POST', url: '/api/impartiality' });
    expect(request.request.body).toEqual({
      declarations: [
        { nominationId: 'Fyresdal', ground: 'board' },
        { nominationId: 'Kvitsøy', ground: null },
      ],
    });
    request.flush(
      view([entry('Rauma', said), entry('Fyresdal', { ...said, ground: 'board' })], {
        closedBecause: 'ruling-awaited',
      }),
    );
    await settle();
    expect(text()).toContain('Lederen avgjør, og du får en e-post');
    expect(text()).toContain('Svarene er lagret.');
  });

  it('asks what a ground is about before it sends, and leads to the field', async () => {
    await open(view([entry('Rauma')]));
    await click('#some-Rauma');
    await send();
    server.expectNone({ method: 'POST', url: '/api/impartiality' });
    expect(text('ui-error-summary li')).toBe('Velg hva det gjelder for Rauma');
    expect(element.querySelector('#ground-Rauma')?.getAttribute('aria-invalid')).toBe('true');
  });

  it('keeps what was chosen when the server refuses', async () => {
    await open(view([entry('Rauma')]));
    await click('#none-Rauma');
    await send();
    server
      .expectOne({ method: 'POST', url: '/api/impartiality' })
      .flush({ refusal: 'wrong-phase' }, { status: 409, statusText: 'Conflict' });
    await settle();
    expect(text('ui-failure')).toContain('fasen');
    expect(element.querySelector<HTMLInputElement>('#none-Rauma')?.checked).toBe(true);
  });

  it.each([
    ['class', 'konkurrerer med hverandre'],
    ['entry', 'Du kan vurdere de andre forslagene'],
  ] as const)('tells what a recusal means with %s scope', async (scope, words) => {
    await open(
      view([entry('Rauma', { standing: 'recused' })], { scope, closedBecause: 'recused' }),
    );
    expect(text('.ds-alert')).toContain(words);
  });

  it('leads on when all is answered, and says so when there is nothing to answer yet', async () => {
    await open(view([entry('Rauma', said)], { closedBecause: null }));
    expect(element.querySelector('a[href="/jury"]')).not.toBeNull();
  });

  it('says so when there is nothing to answer yet', async () => {
    await open(view([], { closedBecause: null }));
    expect(text('ui-empty')).toContain('Ingen forslag er klare ennå');
    expect(element.querySelector('form')).toBeNull();
  });
});
