import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Session } from '@award/access/web';
import type { OfficeEntryView, OfficeImpartialityView } from '@award/impartiality/contract';
import { OfficePage } from './office-page';

const AT = '/api/editions/edition/office-impartiality';
const entry = (name: string, more: Partial<OfficeEntryView> = {}): OfficeEntryView => ({
  nominationId: name,
  municipalityName: name,
  municipalityNumber: '9001',
  countyName: 'Kyst',
  classCode: 'small',
  standing: 'undeclared',
  ground: null,
  declaredAt: null,
  ...more,
});
const view = (more: Partial<OfficeImpartialityView> = {}): OfficeImpartialityView => ({
  editionId: 'edition',
  classes: [
    { code: 'small', name: { nb: 'Små', nn: 'Små', en: 'Small' }, closed: false },
    { code: 'large', name: { nb: 'Store', nn: 'Store', en: 'Large' }, closed: false },
  ],
  entries: [entry('Rauma'), entry('Arendal', { classCode: 'large' })],
  awaiting: [],
  closedTo: [],
  ...more,
});

describe('impartiality of the secretariat', () => {
  let fixture: ComponentFixture<OfficePage>;
  let server: HttpTestingController;
  let element: HTMLElement;

  async function settle(): Promise<void> {
    await new Promise((later) => setTimeout(later));
    fixture.detectChanges();
  }
  async function open(answer: OfficeImpartialityView): Promise<void> {
    const grant = {
      id: 'g',
      role: 'secretary',
      editionId: null,
      editionYear: null,
      classCode: null,
      municipalityId: null,
      municipalityName: null,
    };
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        { provide: Session, useValue: { acting: () => grant, may: () => true } },
      ],
    });
    fixture = TestBed.createComponent(OfficePage);
    server = TestBed.inject(HttpTestingController);
    element = fixture.nativeElement;
    fixture.detectChanges();
    await settle();
    server.expectOne('/api/editions/current').flush({ id: 'edition', sample: true });
    await settle();
    server.expectOne(AT).flush(answer);
    await settle();
  }
  const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
  const press = async (words: string) => {
    const button = [...element.querySelectorAll('button')].find((one) =>
      one.textContent?.includes(words),
    );
    if (!button) throw new Error(`no button ${words}`);
    button.click();
    await settle();
  };
  const choose = async (name: string, value: string) => {
    const select = element.querySelector<HTMLSelectElement>(`#office-${name}`);
    if (!select) throw new Error(`no list for ${name}`);
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await settle();
  };

  it('sends what is chosen and nothing else, and shows what it closes', async () => {
    await open(view());
    await choose('Rauma', 'board');
    await press('Lagre svarene');
    const sent = server.expectOne(AT);
    expect(sent.request.body).toEqual({
      declarations: [{ nominationId: 'Rauma', ground: 'board' }],
    });
    const said = { declaredAt: '2027-01-01T12:00:00Z', ground: 'board' as const };
    const [small, large] = view().classes;
    sent.flush(
      view({
        classes: [{ ...small, closed: true }, large] as OfficeImpartialityView['classes'],
        entries: [
          entry('Rauma', { ...said, standing: 'ground-awaiting-ruling' }),
          entry('Arendal', { classCode: 'large' }),
        ],
      }),
    );
    await settle();
    expect(text()).toContain('Kategorien er lukket for deg.');
    expect(text()).toContain('Svarene er lagret.');
    expect(text()).toContain('1 av 2 besvart');
  });

  it('marks none for the rest, to be looked over before it is sent', async () => {
    await open(view());
    await press('Ingen grunn for alle de andre');
    expect(text()).toContain('2 av 2 besvart');
    server.expectNone(AT);
  });

  it('lets a secretary rule on another', async () => {
    await open(
      view({
        awaiting: [
          {
            personId: 'p',
            name: 'Amund Brekke',
            nominationId: 'Rauma',
            municipalityName: 'Rauma',
            ground: 'kin',
            declaredAt: '2027-01-01T12:00:00Z',
          },
        ],
        closedTo: [{ name: 'Amund Brekke', classCode: 'small' }],
      }),
    );
    expect(text()).toContain('Lukket for: Amund Brekke');
    await choose('Arendal', 'kin');
    await press('Habil: Amund Brekke, Rauma');
    const sent = server.expectOne(`${AT}/rulings`);
    expect(sent.request.body).toEqual({
      personId: 'p',
      nominationId: 'Rauma',
      outcome: 'impartial',
    });
    sent.flush(view());
    await settle();
    expect(text()).not.toContain('Lukket for');
    // What was chosen and not yet saved is still there.
    expect(element.querySelector<HTMLSelectElement>('#office-Arendal')?.value).toBe('kin');
  });

  it('says why when an answer is refused, and keeps what was chosen', async () => {
    await open(view());
    await choose('Rauma', 'kin');
    await press('Lagre svarene');
    server.expectOne(AT).flush({ refusal: 'unavailable' }, { status: 503, statusText: 'Away' });
    await settle();
    expect(element.querySelector('ui-failure')).not.toBeNull();
    expect(element.querySelector<HTMLSelectElement>('#office-Rauma')?.value).toBe('kin');
  });
});
