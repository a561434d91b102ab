import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { MyRelationsView, RelationView } from '@award/impartiality/contract';
import { RelationsPage } from './relations-page';

const relation = (change: Partial<RelationView> = {}): RelationView => ({
  id: 'one',
  type: 'board',
  municipalityId: null,
  name: 'Fjord Sveis AS',
  organisationNumber: '923609016',
  fromYear: 2019,
  toYear: null,
  renewed: true,
  ...change,
});
const view = (...relations: RelationView[]): MyRelationsView => ({
  relations,
  year: 2027,
  invented: true,
});

describe('standing relations', () => {
  let fixture: ComponentFixture<RelationsPage>;
  let server: HttpTestingController;
  let element: HTMLElement;

  async function open(answer: MyRelationsView): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    fixture = TestBed.createComponent(RelationsPage);
    server = TestBed.inject(HttpTestingController);
    element = fixture.nativeElement;
    fixture.detectChanges();
    await settle();
    server.expectOne('/api/my-relations').flush(answer);
    await settle();
  }
  async function settle(wait = 0): Promise<void> {
    await new Promise((later) => setTimeout(later, wait));
    fixture.detectChanges();
  }
  const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
  const button = (words: string) =>
    [...element.querySelectorAll('button')].find((one) => one.textContent?.includes(words));
  async function fill(id: string, value: string, event = 'input'): Promise<void> {
    const field = element.querySelector<HTMLInputElement>(`#${id}`);
    if (!field) throw new Error(`No field ${id}`);
    field.value = value;
    field.dispatchEvent(new Event(event));
    await settle();
  }
  async function add(): Promise<void> {
    element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
  }

  it('shows what is told, and asks to renew only what is from an earlier year', async () => {
    await open(view(relation(), relation({ id: 'old', name: 'Havbruk AS', renewed: false })));
    expect(text()).toContain('Styreverv · 2019– · 923609016');
    expect(button('Gjelder fortsatt: Fjord Sveis AS')).toBeUndefined();
    button('Gjelder fortsatt: Havbruk AS')?.click();
    const request = server.expectOne('/api/my-relations/old/renew');
    request.flush(view(relation({ id: 'old', name: 'Havbruk AS' })));
    await settle();
    expect(button('Gjelder fortsatt')).toBeUndefined();
  });

  it('removes one, and says when none is left', async () => {
    await open(view(relation()));
    button('Fjern Fjord Sveis AS')?.click();
    const request = server.expectOne('/api/my-relations/one');
    expect(request.request.method).toBe('DELETE');
    request.flush(view());
    await settle();
    expect(text()).toContain('Du har ikke lagt inn noe');
  });

  it('says what is missing before it sends anything', async () => {
    await open(view());
    await add();
    expect(text()).toContain('Velg hva slags forhold det er');
    expect(text()).toContain('Søk og velg kommunen');
    server.verify();
  });

  it('finds a municipality by name and sends its id alone', async () => {
    await open(view());
    await fill('relation-type', 'residence', 'change');
    expect(element.querySelector('#relation-to-business')).toBeNull();
    await fill('relation-municipality', 'Fjordv');
    await settle(300);
    const search = server.expectOne((one) => one.url === '/api/municipalities');
    expect(search.request.params.get('invented')).toBe('true');
    search.flush({
      municipalities: [{ id: 'm', name: 'Fjordvik', countyName: 'Kyst' }],
      next: null,
    });
    await settle();
    await settle();
    button('Velg Fjordvik (Kyst)')?.click();
    await settle();
    await add();
    const sent = server.expectOne('/api/my-relations');
    expect(sent.request.body).toEqual({
      type: 'residence',
      municipalityId: 'm',
      businessName: null,
      organisationNumber: null,
      fromYear: null,
      toYear: null,
    });
  });

  it('checks the number and the years of a business', async () => {
    await open(view());
    await fill('relation-type', 'board', 'change');
    element.querySelector<HTMLInputElement>('#relation-to-business')?.click();
    await settle();
    await fill('relation-business', 'Fjord Sveis AS');
    await fill('relation-number', '923 609 017');
    await fill('relation-from', '2020');
    await fill('relation-to', '2019');
    await add();
    expect(text()).toContain('dette stemmer ikke');
    expect(text()).toContain('Til og med må være samme år eller senere');
    await fill('relation-number', '923 609 016');
    await fill('relation-to', '2021');
    await add();
    expect(server.expectOne('/api/my-relations').request.body).toMatchObject({
      businessName: 'Fjord Sveis AS',
      organisationNumber: '923609016',
      fromYear: 2020,
      toYear: 2021,
    });
  });
});
