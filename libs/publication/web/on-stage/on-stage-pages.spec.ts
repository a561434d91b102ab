import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@award/access/web';
import type {
  ClearancesView,
  MyStagePartyView,
  RunSheetView,
  SaveStageParty,
  StagePlanView,
} from '@award/publication/contract';
import { ClearancesPage } from './clearances-page';
import { MyStagePage } from './my-stage-page';
import { RunSheetPage } from './run-sheet-page';
import { StageGaps } from './stage-gaps';
import { StageQuestion } from './stage-question';

const EDITION = { id: 'e', year: 2027, name: 'Årets vertskommune', sample: true };
const PERSON = { name: 'Ola Nordli', role: 'Ordfører', said: '', photo: false };

async function page<T>(component: Type<T>, address: string, answer: object, inputs: object = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      {
        provide: Session,
        useValue: { acting: signal({ id: 'g', role: 'secretary' }), may: () => true },
      },
    ],
  });
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const http = TestBed.inject(HttpTestingController);
  fixture.detectChanges();
  await Promise.resolve();
  http.expectOne(address).flush(answer);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const button = (name: string) =>
    [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  const type = async (id: string, value: string) => {
    const field = element.querySelector<HTMLInputElement>(`[id="${id}"]`);
    if (!field) throw new Error(`no field ${id}`);
    field.value = value;
    field.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const text = () => element.textContent?.replace(/\s+/g, ' ') ?? '';
  return { fixture, http, element, button, type, text };
}

describe('a finalist says who comes on stage', () => {
  const asked = (
    party: NonNullable<MyStagePartyView['call']>['party'] = null,
  ): MyStagePartyView => ({
    call: { municipality: 'Fjordvik', dueAt: '2027-02-20T11:00:00.000Z', closed: null, party },
  });
  const open = (view: MyStagePartyView) => page(MyStagePage, '/api/stage-plan/mine', view);

  it('with names, how they are said, and a person more', async () => {
    const { fixture, http, button, type, text } = await open(asked());
    expect(text()).toContain('Slik sier vi Fjordvik');
    button('Lagre')?.click();
    await fixture.whenStable();
    expect(text()).toContain('Skriv navnet på person 1');
    await type('name-1', 'Ola Nordli');
    button('Legg til en person')?.click();
    await fixture.whenStable();
    await type('name-2', 'Kari Vik');
    button('Lagre')?.click();
    const sent = http.expectOne('/api/stage-plan/mine');
    const body = sent.request.body as SaveStageParty;
    expect([body.lockVersion, body.people.map(({ name, photo }) => [name, photo])]).toEqual([
      0,
      [
        ['Ola Nordli', false],
        ['Kari Vik', false],
      ],
    ]);
    sent.flush(
      asked({ said: '', people: body.people, needs: '', lockVersion: 1, changedAt: '2027-02-10' }),
    );
    await new Promise((later) => setTimeout(later));
    await fixture.whenStable();
    expect(text()).toContain('Dere kan endre svaret helt til fristen.');
  });

  it('and reads it only when the time is over', async () => {
    const view = asked({ said: '', people: [PERSON], needs: '', lockVersion: 1, changedAt: '' });
    if (view.call) view.call.closed = 'past-deadline';
    const { element, text } = await open(view);
    expect(element.querySelector('input')).toBeNull();
    expect(text()).toContain('Svarfristen er ute.');
    expect(text()).toContain('Skal ikke fotograferes');
  });

  it('and nobody else is asked', async () => {
    const { element, text } = await open({ call: null });
    expect(text()).toContain('Ingenting å svare på nå');
    expect(element.querySelector('form')).toBeNull();
  });
});

describe('on the page of the entry', () => {
  const dueAt = '2027-02-20T11:00:00.000Z';
  const party = { said: '', people: [PERSON], needs: '', lockVersion: 1, changedAt: '' };
  const call = { municipality: 'Fjordvik', dueAt, closed: null, party: null };

  it.each<[string, MyStagePartyView['call'], boolean]>([
    ['a finalist that has not answered is reminded', call, true],
    ['one that has answered is not', { ...call, party }, false],
    ['nor one whose time is over', { ...call, closed: 'past-deadline' }, false],
    ['nor anybody who is not asked', null, false],
  ])('%s', async (_, asked, reminded) => {
    const { text, element } = await page(
      StageQuestion,
      '/api/stage-plan/mine',
      { call: asked },
      { nominationId: 'n' },
    );
    expect(element.querySelector('a[href="/kommune/scenen"]') !== null).toBe(reminded);
    expect(text().trim()).toBe(
      reminded
        ? 'Si hvem som kommer på scenen\u00a0Svar innen lørdag 20. februar 2027 kl. 12.00.'.replace(
            '\u00a0',
            ' ',
          )
        : '',
    );
  });
});

describe('what is missing for the show', () => {
  it.each<[string, Partial<StagePlanView>, string[]]>([
    ['the question', {}, ['Finalistene er ikke spurt om hvem som kommer.']],
    [
      'an answer, and somebody to present',
      {
        call: { askedAt: '', dueAt: '' },
        classes: [
          {
            code: 'small',
            name: 'Små kommuner',
            presenters: '',
            note: '',
            lockVersion: 0,
            finalists: [{ nominationId: 'n', municipality: 'Ås', county: '', party: null }],
          },
        ],
      },
      ['Hvem som presenterer kategorien Små kommuner.', 'Svar fra Ås om hvem som kommer.'],
    ],
    ['nothing', { call: { askedAt: '', dueAt: '' } }, []],
  ])('is %s', async (_, more, words) => {
    const plan: StagePlanView = {
      edition: EDITION,
      announcementAt: null,
      call: null,
      cannotAsk: null,
      cannotCorrect: null,
      classes: [],
      now: '',
      ...more,
    };
    const fixture = TestBed.createComponent(StageGaps);
    fixture.componentRef.setInput('plan', plan);
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const listed = [...element.querySelectorAll('li')].map((one) => one.textContent?.trim());
    expect(listed).toEqual(words);
    expect(element.textContent?.includes('Alt er på plass til scenen.')).toBe(words.length === 0);
  });
});

describe('the cards', () => {
  const sheet: RunSheetView = {
    edition: EDITION,
    announcementAt: null,
    event: { name: 'Toppmøtet', place: 'Lillestrøm' },
    classes: [
      {
        code: 'small',
        name: 'Små',
        presenters: 'Kari',
        note: '',
        finalists: [],
        winners: null,
        closed: 'not-cleared',
      },
      {
        code: 'large',
        name: 'Store',
        presenters: '',
        note: '',
        finalists: [],
        winners: [
          {
            municipality: 'Storby',
            county: 'F',
            said: 'STOR-by',
            people: [PERSON],
            stageText: 'De fekk det til.',
            writtenForm: 'nn',
          },
        ],
        closed: null,
      },
    ],
  };

  it('show a winner only where the reader may know, in the language it is read in', async () => {
    const { element, text } = await page(RunSheetPage, '/api/stage-plan/e/run-sheet', sheet, {
      editionId: 'e',
    });
    const winners = [...element.querySelectorAll('.cue-card--winner')];
    expect(winners.map((one) => one.querySelector('.cue-card__name')?.textContent)).toEqual([
      undefined,
      'Storby',
      undefined,
    ]);
    const comesUp = [...(winners[2]?.querySelectorAll('li > *') ?? [])];
    expect(comesUp.map((one) => one.textContent?.trim())).toEqual([
      'Ola Nordli',
      'Ordfører',
      'Skal ikke fotograferes',
    ]);
    expect(winners[0]?.querySelector('[lang=nn]')?.textContent?.trim()).toBe('De fekk det til.');
    expect(text()).toContain('Vinnerkortet er lukket til to personer har vridd om nøkkelen.');
  });
});

describe('who knows', () => {
  const list: ClearancesView = {
    edition: EDITION,
    classes: [{ code: 'small', name: 'Små' }],
    clearances: [],
    byRole: [
      {
        name: 'Sara',
        part: 'secretary',
        className: null,
        since: '2027-01-01T10:00:00Z',
        endedAt: null,
        read: [],
        closed: [
          { className: 'Små', handed: { knows: 'winners', at: '2027-01-03T10:00:00Z' } },
          { className: 'Store', handed: null },
        ],
      },
      {
        name: 'Jens',
        part: 'juror',
        className: 'Små',
        since: '2027-01-01T10:00:00Z',
        endedAt: '2027-01-04T10:00:00Z',
        read: [{ className: 'Små', knows: 'finalists', at: '2027-01-03T10:00:00Z' }],
        closed: [],
      },
    ],
    people: [{ id: 'p1', name: 'Nils Nøkkel' }],
    cannotClear: { finalists: 'already-released', winners: null },
  };

  it('takes a journalist for no winner, and a person who signs in by name', async () => {
    const { fixture, http, element, button, text } = await page(
      ClearancesPage,
      '/api/stage-plan/e/clearances',
      list,
      { editionId: 'e' },
    );
    const closed = [...element.querySelectorAll('.closed-class')].map((one) =>
      one.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(closed).toEqual([
      'Inhabil i Små: ser ikke resultatet der. Fra 3. januar 2027 kl. 11.00 og til kategorien ble lukket, kunne personen lese hvem som vinner.',
      'Inhabil i Store: ser ikke resultatet der.',
      'Kunne fra 3. januar 2027 kl. 11.00 lese hvem finalistene er i Små.',
    ]);
    expect(text()).toContain('til 4. januar 2027 kl. 11.00');
    const choose = async (id: string, value: string) => {
      const field = element.querySelector<HTMLSelectElement>(`#${id}`);
      if (!field) throw new Error(`no field ${id}`);
      field.value = value;
      field.dispatchEvent(new Event('change'));
      await fixture.whenStable();
    };
    await choose('clear-part', 'journalist');
    expect(text()).toContain('journalister får aldri vite hvem som vinner');
    expect(button('Sett på lista')).toBeUndefined();
    await choose('clear-part', 'technician');
    await choose('clear-person', 'p1');
    button('Sett på lista')?.click();
    const sent = http.expectOne('/api/stage-plan/e/clearances');
    expect(sent.request.body).toEqual({
      name: 'Nils Nøkkel',
      part: 'technician',
      organisation: '',
      knows: 'winners',
      classCode: 'small',
      personId: 'p1',
    });
  });
});
