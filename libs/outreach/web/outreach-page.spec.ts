import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@award/access/web';
import { EditionsClient } from '@award/editions/web';
import { MunicipalitiesClient } from '@award/municipalities/web';
import type { OutreachMunicipality, Progress } from '@award/outreach/contract';
import { anEdition } from '@award/editions/web/testing';
import { OutreachClient, type OutreachFilter } from './outreach-client';
import { OutreachPage } from './outreach-page';

const LONG = 'Guovdageaidnu – Kautokeino og Unjárga – Nesseby og Porsanger';

const row = (
  number: string,
  name: string,
  progress: Progress = 'not-invited',
): OutreachMunicipality => ({
  municipalityId: `id-${number}`,
  number,
  name,
  countyNumber: '15',
  countyName: 'Møre og Romsdal',
  population: 7000,
  classCode: 'small',
  progress,
  invitations: progress === 'not-invited' ? 0 : 1,
  invitedAt: null,
  remindedAt: null,
  undelivered: 0,
  suggestions: number === '1539' ? ['rad@rauma.example'] : [],
});

class FakeOutreach {
  rows = [row('1539', 'Rauma'), row('1547', LONG, 'submitted')];
  asked: OutreachFilter[] = [];
  fails = false;

  list = async (editionId: string, filter: OutreachFilter) => {
    this.asked.push(filter);
    if (this.fails) throw new HttpErrorResponse({ status: 503, error: { refusal: 'unavailable' } });
    return { editionId, municipalities: this.rows, total: this.rows.length, next: null };
  };
  counts = async () => [
    {
      countyNumber: '15',
      countyName: 'Møre og Romsdal',
      classCode: 'small',
      municipalities: 2,
      invited: 1,
      signedIn: 1,
      started: 1,
      complete: 0,
      submitted: 1,
    },
  ];
  one = async (_edition: string, id: string) => ({
    ...(this.rows.find(({ municipalityId }) => municipalityId === id) ?? this.rows[0]),
    contacts: [],
    mailDomain: null,
    postAddress: null,
  });
  toRemind = async () => ({
    editionId: 'edition-2027',
    deadline: '2027-01-27T11:00:00.000Z',
    rows: [],
  });
}

async function open(
  address = '/',
  options: { phase?: 'open' | 'closed'; fails?: boolean; rows?: OutreachMunicipality[] } = {},
) {
  const server = new FakeOutreach();
  server.fails = options.fails ?? false;
  if (options.rows) server.rows = options.rows;
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: '', component: OutreachPage },
          { path: 'fil', children: [] },
        ],
        withComponentInputBinding(),
      ),
      { provide: OutreachClient, useValue: server },
      {
        provide: EditionsClient,
        useValue: { current: async () => anEdition({ phase: options.phase ?? 'open' }) },
      },
      { provide: Session, useValue: { may: () => true, acting: () => null } },
      {
        provide: MunicipalitiesClient,
        useValue: {
          contact: async () => ({
            id: 'x',
            writtenForm: null,
            postAddress: null,
            mailDomain: null,
          }),
          history: async () => ({
            municipality: {},
            organisationNumber: null,
            endedOn: null,
            versions: [],
            populations: [],
            before: [],
            after: [],
            redirectTo: null,
          }),
        },
      },
    ],
  });
  const harness = await RouterTestingHarness.create(address);
  const settle = async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      await harness.fixture.whenStable();
    }
  };
  await settle();
  const page = harness.routeNativeElement as HTMLElement;
  return {
    server,
    page,
    settle,
    words: () => page.textContent?.replace(/\s+/g, ' ') ?? '',
    address: () => TestBed.inject(Router).url,
    press: async (label: string) => {
      const button = [...page.querySelectorAll('button')].find((one) =>
        one.textContent?.includes(label),
      );
      if (!button) throw new Error(`no button ${label}`);
      button.click();
      await settle();
    },
  };
}

describe('the page of municipalities', () => {
  it('takes its filters from the address, so that a list can be shared', async () => {
    const { server, page } = await open('/?sok=rau&fylke=15&kategori=small&status=invited');
    expect(server.asked).toEqual([
      { search: 'rau', county: '15', classCode: 'small', after: '', progress: 'invited' },
    ]);
    expect((page.querySelector('#search') as HTMLInputElement).value).toBe('rau');
    expect((page.querySelector('#progress') as HTMLSelectElement).value).toBe('invited');
  });

  it('puts a new filter into the address and begins on the first page', async () => {
    const { page, settle, address } = await open('/?etter=1500&kategori=small');
    const select = page.querySelector('#progress') as HTMLSelectElement;
    select.value = 'started';
    select.dispatchEvent(new Event('change'));
    await settle();
    expect(address()).toBe('/?kategori=small&status=started');
  });

  it('opens a municipality beside the list, by its address too', async () => {
    const { page, press, address, words } = await open();
    await press('Rauma');
    expect(address()).toBe('/?valgt=1539');
    expect(page.querySelector('aside h2')?.textContent).toContain('Rauma');
    expect(document.activeElement?.id).toBe('drawer-heading');
    await press('Lukk');
    expect(page.querySelector('aside')).toBeNull();
    expect(document.activeElement?.id).toBe('row-1539');
    TestBed.resetTestingModule();
    const direct = await open('/?valgt=1547');
    expect(direct.page.querySelector('aside h2')?.textContent).toContain(LONG);
    expect(words()).toContain(LONG);
  });

  it('begins an invitation with last year’s addresses of the chosen ones', async () => {
    const { page, press } = await open();
    const [all] = page.querySelectorAll<HTMLInputElement>('input[type=checkbox]');
    all?.click();
    await new Promise((resolve) => setTimeout(resolve));
    await press('Inviter de valgte');
    expect((page.querySelector('#addresses') as HTMLTextAreaElement).value).toBe(
      '1539; rad@rauma.example\n1547; ',
    );
  });

  it('opens one thing at a time above the list, and takes the reader there', async () => {
    const { page, press } = await open();
    await press('Minn på fristen');
    expect(document.activeElement?.id).toBe('remind-heading');
    expect(page.textContent).toContain('Ingen å minne på nå');
    const buttons = [...page.querySelectorAll('button')].map((one) => one.textContent?.trim());
    expect(buttons).not.toContain('Inviter kommuner');
    await press('Avbryt');
    expect(page.querySelector('outreach-remind-form')).toBeNull();
    expect(document.activeElement?.tagName).toBe('H1');
  });

  it('invites and reminds only while the phase allows it', async () => {
    const { page } = await open('/', { phase: 'closed' });
    const buttons = [...page.querySelectorAll('button')].map((one) => one.textContent?.trim());
    expect(buttons).not.toContain('Inviter kommuner');
    expect(buttons).not.toContain('Minn på fristen');
    expect(page.querySelectorAll('input[type=checkbox]')).toHaveLength(0);
  });

  it.each([
    ['nothing matches', { rows: [] }, 'Ingen kommuner passer'],
    ['the server does not answer', { fails: true }, 'Prøv igjen'],
    [
      'there are many',
      { rows: Array.from({ length: 100 }, (_, at) => row(String(1000 + at), `Kommune ${at}`)) },
      'Kommune 99',
    ],
  ])('is readable when %s', async (_case, options, expected) => {
    const { words } = await open('/', options);
    expect(words()).toContain(expected);
  });
});
