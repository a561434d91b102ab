import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { EntryStanding } from '@award/award';
import { AccessClient, Session } from '@award/access/web';
import { ImpartialityClient } from '@award/impartiality/web';
import type { MyDeclarationsView } from '@award/impartiality/contract';
import type { MySeatView } from '@award/jury/contract';
import { JuryClient } from '@award/jury/web';
import { type JuryRoom, roomOpens } from './jury-door';
import { juryRoutes } from './jury.routes';

type Told = Partial<Pick<MySeatView, 'phase' | 'stage' | 'standing'>> & {
  closedBecause?: MyDeclarationsView['closedBecause'];
  entries?: EntryStanding[];
};

const words = { nb: 'Kåringen', nn: 'Kåringa', en: 'The award' };

function place({ closedBecause = null, entries = ['clear'], ...change }: Told) {
  const seat: MySeatView = {
    id: 'seat',
    name: 'Nora Lie',
    house: 'NHO',
    role: 'member',
    standing: 'active',
    editionId: 'edition',
    editionYear: 2027,
    editionName: words,
    classCode: 'small',
    className: words,
    stage: 'deliberation',
    phase: 'judging',
    scoringClosesAt: null,
    meetingAt: null,
    ...change,
  };
  const declared: MyDeclarationsView = {
    scope: 'class',
    closedBecause,
    undeclared: 0,
    entries: entries.map((standing, at) => ({
      standing,
      nominationId: `entry-${at}`,
      municipalityName: 'Rauma',
      municipalityNumber: '1539',
      countyName: 'Møre og Romsdal',
      contactName: '',
      partners: [],
      neighbours: [],
      proposedBy: [],
      suggestions: [],
      ground: null,
      declaredAt: null,
    })),
  };
  return { seat, declared };
}

const opened = (told: Told) =>
  (['panel', 'class', 'figures', 'meeting'] as JuryRoom[]).filter((room) =>
    roomOpens(room, place(told)),
  );

describe('the jury’s rooms', () => {
  it.each<[string, Told, JuryRoom[]]>([
    ['the class is scored', { stage: 'scoring' }, ['panel', 'class']],
    ['scoring is closed', {}, ['panel', 'class', 'figures', 'meeting']],
    ['the member has not declared', { closedBecause: 'undeclared' }, ['panel']],
    ['the member has left the class', { closedBecause: 'recused' }, ['panel']],
    ['a deputy sits in the seat', { standing: 'replaced' }, ['panel']],
    ['the member is a deputy who waits', { standing: 'waiting' }, ['panel']],
    ['the member has left one entry only', { entries: ['clear', 'recused'] }, ['panel', 'class']],
    [
      'one ground is not ruled on',
      { entries: ['clear', 'ground-awaiting-ruling'] },
      ['panel', 'class'],
    ],
    ['the edition is in the archive', { phase: 'archived', stage: 'winner-sealed' }, []],
  ])('open as the server would when %s', (_, told, rooms) => {
    expect(opened(told)).toEqual(rooms);
  });
});

@Component({ template: 'ute' })
class Outside {}

async function open(url: string, told: Told) {
  const acting = { id: 'g', role: 'juror', editionId: 'edition', classCode: 'small' };
  const me = { person: { id: 'p', name: 'Nora Lie' }, grants: [acting], acting };
  const { seat, declared } = place(told);
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'jury', children: juryRoutes },
        { path: '**', component: Outside },
      ]),
      { provide: AccessClient, useValue: { me: () => Promise.resolve(me) } },
      { provide: JuryClient, useValue: { mySeat: () => Promise.resolve(seat) } },
      { provide: ImpartialityClient, useValue: { mine: () => Promise.resolve(declared) } },
    ],
  });
  await TestBed.inject(Session).load();
  const harness = await RouterTestingHarness.create(url);
  await harness.fixture.whenStable();
  const page = harness.fixture.nativeElement as HTMLElement;
  return {
    page,
    address: TestBed.inject(Router).url,
    links: [...page.querySelectorAll('.area-nav a')].map((link) => link.getAttribute('href')),
  };
}

describe('a page of the jury', () => {
  it('is led to only when it opens', async () => {
    const { links } = await open('/jury/habilitet', {
      closedBecause: 'undeclared',
      entries: ['undeclared'],
    });
    expect(links).toEqual(['/jury', '/jury/habilitet', '/jury/habilitet/avgjorelser']);
  });

  it('leads back to the start page when it is closed, without asking for what it would show', async () => {
    const { address, page, links } = await open('/jury/rangering', { phase: 'archived' });
    expect(address).toBe('/jury');
    expect(links).toEqual([]);
    expect(page.textContent).toContain('Kåringen ligger i arkivet');
    expect(page.querySelector('a[href="/arkiv/2027"]')).not.toBeNull();
  });
});
