import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { EMPTY_CONTENT } from '@award/award';
import { Session } from '@award/access/web';
import type { EntryView, MyEntryView } from '@award/nominations/contract';
import { MyEntryPage } from './my-entry-page';
import { NominationDraft } from './nomination-draft';
import { Presence } from './presence';
import { AT, entryView, myEntry } from './testing/my-entry';

const NOBODY_ELSE = { watch: () => undefined, others: () => [], at: () => [] };

const SUBMITTED = {
  reference: '2027-1539-12',
  versionNumber: 12,
  sha256: 'a'.repeat(64),
  receivedAt: '2027-01-20T10:00:00.000Z',
};

async function page(view: MyEntryView | { refusal: string; status: number }) {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      NominationDraft,
      { provide: Presence, useValue: NOBODY_ELSE },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const grant = {
    id: 'grant',
    role: 'municipality-submitter',
    editionId: 'edition',
    editionYear: 2027,
    classCode: null,
    municipalityId: 'municipality',
    municipalityName: 'Rauma',
  };
  const loaded = TestBed.inject(Session).load();
  http.expectOne('/api/me').flush({
    person: { id: 'p', name: 'Siri', language: 'nb' },
    grants: [grant],
    acting: grant,
    demo: false,
    csrf: 'token',
  });
  await loaded;
  const fixture = TestBed.createComponent(MyEntryPage);
  fixture.detectChanges();
  await new Promise((later) => setTimeout(later));
  const request = http.expectOne('/api/nominations/mine');
  if ('refusal' in view) {
    request.flush({ refusal: view.refusal }, { status: view.status, statusText: view.refusal });
  } else {
    request.flush(view);
  }
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const texts = (selector: string) =>
    [...element.querySelectorAll(selector)].map(
      (one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '',
    );
  return { element, texts, buttons: () => texts('.acts button:not(dialog button)') };
}

const sent = (state: EntryView['state'], acts: EntryView['acts'] = []) =>
  myEntry(
    entryView({
      state,
      acts,
      submitted: SUBMITTED,
      content: { ...EMPTY_CONTENT, title: 'Sammen', contactName: 'Kari', contactEmail: 'k@r.no' },
    }),
  );

describe('my entry', () => {
  it('says where, for whom, what and by when on its first screen', async () => {
    const { texts } = await page(myEntry(entryView({ acts: ['write', 'withdraw'] })));
    expect(texts('h1')).toEqual(['Forslaget fra Rauma']);
    expect(texts('.page-header__acting')[0]).toContain('Rauma');
    expect(texts('.page-header__state ui-state-tag')).toEqual(['Kladd']);
    expect(texts('.page-header__state ui-class-mark')).toEqual(['Små kommuner']);
    expect(texts('.page-header__due')[0]).toMatch(
      /^Frist onsdag 27\. januar 2027 kl\.\s12\.00 6 dager igjen$/,
    );
    expect(texts('.page-header p.ds-paragraph')[0]).toBe(
      '7 100 innbyggere 1. januar 2026. Kilde: SSB.',
    );
  });

  it.each<[string, MyEntryView, string[]]>([
    ['may be begun', myEntry(null, { mayStart: true }), ['Start på forslaget']],
    ['is read by a viewer before it is begun', myEntry(null), []],
    [
      'is being written',
      myEntry(entryView({ acts: ['write', 'withdraw'] })),
      ['Se over og send inn', 'Trekk forslaget'],
    ],
    [
      'is a tip',
      myEntry(entryView({ state: 'tipped', acts: ['accept-tip', 'decline-tip'] })),
      ['Lag et forslag', 'Nei takk'],
    ],
    [
      'is on hold',
      myEntry(entryView({ state: 'held', acts: ['send-held', 'decline-held', 'withdraw'] })),
      ['Send inn', 'Ikke send inn'],
    ],
    [
      'is on hold in a reopened call',
      myEntry(entryView({ state: 'held', acts: ['resume-writing'] })),
      ['Skriv videre'],
    ],
    [
      'is sent while the call is open',
      sent('submitted', ['take-back', 'withdraw']),
      ['Ta tilbake og endre', 'Trekk forslaget'],
    ],
    ['is in check', sent('in-eligibility-check', ['withdraw']), ['Trekk forslaget']],
    ['is with the jury, to a viewer', sent('in-review'), []],
    ['has lapsed', myEntry(entryView({ state: 'lapsed', acts: [] })), []],
    [
      'is withdrawn while the call is open',
      myEntry(entryView({ state: 'withdrawn', acts: [] }), { mayStart: true }),
      ['Start på forslaget'],
    ],
    [
      'is withdrawn, and told of on the open pages',
      myEntry(entryView({ state: 'withdrawn', acts: [], mayHideText: true })),
      ['Skjul teksten på de åpne sidene'],
    ],
    [
      'is withdrawn and hidden',
      myEntry(entryView({ state: 'withdrawn', acts: [], textHiddenAt: AT })),
      [],
    ],
  ])('that %s offers what can be done and nothing else', async (_, view, buttons) => {
    expect((await page(view)).buttons()).toEqual(buttons);
  });

  it('shows a returned entry what to mend, point by point, and by when', async () => {
    const { texts } = await page(
      myEntry(
        entryView({
          state: 'returned',
          acts: ['write'],
          returned: { reason: 'Ta ut lønnen\nSkriv kilden', dueAt: '2027-02-03T11:00:00.000Z' },
        }),
      ),
    );
    expect(texts('nominations-returned-notice li')).toEqual(['Ta ut lønnen', 'Skriv kilden']);
    expect(texts('.page-header__due')[0]).toContain('Rett og send inn igjen innen');
  });

  it('tells the events newest first, with reasons where there are any', async () => {
    const view = sent('ineligible');
    const events: EntryView['events'] = [
      { action: 'submit', at: '2027-01-20T10:00:00Z', by: 'Siri', reason: null },
      { action: 'find-ineligible', at: '2027-01-30T10:00:00Z', by: null, reason: 'Ikke næring' },
    ];
    const { texts } = await page({ ...view, entry: view.entry && { ...view.entry, events } });
    expect(texts('.timeline__event').map((text) => text.split('.')[0])).toEqual([
      expect.stringContaining('Forslaget oppfyller ikke vilkårene'),
      expect.stringContaining('Forslaget ble sendt inn'),
    ]);
    expect(texts('.timeline__event')[0]).toContain('Ikke næring');
    expect(texts('.timeline__event')[1]).toContain('Siri');
  });

  it('shows beside the text what the jury looks for, by what the entry builds on', async () => {
    const content = { ...EMPTY_CONTENT, basis: 'all-round' as const };
    const { texts } = await page(myEntry(entryView({ content })));
    expect(texts('.looks-for dt')).toEqual(['Samarbeider']);
    expect(texts('.looks-for dd')).toEqual(['Hvordan samarbeider dere?']);
  });

  it('says what is wrong when the page cannot be had, and offers to try again', async () => {
    const { texts } = await page({ refusal: 'unavailable', status: 503 });
    expect(texts('ui-failure [role=alert] p')[0]).toContain('ikke tilgjengelig');
    expect(texts('ui-failure button')).toEqual(['Prøv igjen']);
  });

  it('says so when the register lacks the population', async () => {
    const { texts } = await page(myEntry(entryView(), { classification: null }));
    expect(texts('.page-header p.ds-paragraph')[0]).toContain('mangler folketall');
  });
});
