import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import {
  type BallotView,
  type ClassEntryView,
  type DecisionView,
  type MeetingAct,
  type MeetingView,
} from '@award/deliberation/contract';
import { MeetingPage } from './meeting-page';

const NAME = { nb: 'Små kommuner', nn: '', en: '' };
const ACTS: readonly MeetingAct[] = [
  'openMeeting',
  'noteAttendance',
  'decideFinalists',
  'supersedeFinalists',
  'openBallot',
  'cast',
  'closeBallot',
  'decideWinner',
  'supersedeWinner',
  'keepDecision',
  'writeMinutes',
  'approveMinutes',
  'closeMeeting',
];

const entry = (id: string): ClassEntryView => ({
  nominationId: id,
  municipality: `Kommune ${id}`,
  county: 'Eksempelfylke',
  title: `Tiltak ${id}`,
  basis: 'all-round',
  state: 'assessed',
});

function meeting(may: readonly MeetingAct[], more: Partial<MeetingView> = {}): MeetingView {
  return {
    class: {
      editionId: 'e',
      year: 2027,
      editionName: NAME,
      phase: 'judging',
      sample: true,
      classCode: 'small',
      className: NAME,
      stage: 'deliberation',
    },
    now: '2027-02-16T09:00:00.000Z',
    meeting: { id: 'm', openedAt: '2027-02-16T09:00:00.000Z', closedAt: null },
    members: [
      {
        seatId: 's1',
        name: 'Kari Nordli',
        house: 'KS',
        position: 'leader',
        present: true,
        takesPart: true,
        steppedOutAt: null,
        returnedAt: null,
        own: true,
      },
      {
        seatId: 's2',
        name: 'Per Vik',
        house: 'NHO',
        position: 'member',
        present: false,
        takesPart: false,
        steppedOutAt: '2027-02-16T09:00:00.000Z',
        returnedAt: null,
        own: false,
      },
    ],
    quorum: { needed: 1, present: 1, houses: { KS: 1, NHO: 0 }, missing: 'house-empty' },
    entries: ['a', 'b', 'c', 'd'].map(entry),
    agenda: ['a', 'b', 'c', 'd'].map((nominationId, at) => ({
      nominationId,
      place: at + 1,
      mean: 5 - at,
      spread: 1,
      contentions: [],
    })),
    usual: { finalists: 3, winners: 1 },
    settlements: { finalists: ['second-ballot'], winner: [] },
    finalists: null,
    winner: null,
    earlierDecisions: [],
    ballots: [],
    minutes: [],
    acts: Object.fromEntries(
      ACTS.map((act) => [act, may.includes(act) ? null : 'not-permitted']),
    ) as MeetingView['acts'],
    ...more,
  };
}

const ballot = (more: Partial<BallotView> = {}): BallotView => ({
  id: 'b1',
  round: 1,
  state: 'open',
  options: ['a', 'b', 'c'],
  openedAt: '2027-02-16T10:00:00.000Z',
  closedAt: null,
  papers: 2,
  holds: true,
  waitingFor: ['s1'],
  mine: null,
  result: null,
  ...more,
});

describe('the meeting page', () => {
  let fixture: ComponentFixture<MeetingPage>;
  let http: HttpTestingController;
  let element: HTMLElement;
  const PATH = '/api/editions/e/classes/small';
  const turn = () => new Promise((later) => setTimeout(later));
  const button = (name: string) =>
    [...element.querySelectorAll('button')].find((one) =>
      one.textContent?.replace(/\s+/g, ' ').trim().startsWith(name),
    );
  const text = (selector: string) =>
    element.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

  async function render(view: MeetingView): Promise<void> {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    fixture = TestBed.createComponent(MeetingPage);
    fixture.componentRef.setInput('editionId', 'e');
    fixture.componentRef.setInput('classCode', 'small');
    http = TestBed.inject(HttpTestingController);
    fixture.detectChanges();
    await turn();
    http.expectOne(`${PATH}/meeting`).flush(view);
    http
      .expectOne(`${PATH}/ranking`)
      .flush({ refusal: 'wrong-stage' }, { status: 409, statusText: '' });
    await quietTalk();
    await fixture.whenStable();
    element = fixture.nativeElement as HTMLElement;
    for (const dialog of element.querySelectorAll('dialog'))
      dialog.showModal = () => dialog.setAttribute('open', '');
  }
  /** Nothing is said in these meetings. */
  async function quietTalk(): Promise<void> {
    for (let asked = 0; asked < 3; asked += 1) {
      await turn();
      fixture.detectChanges();
    }
    const acts = { takeUp: 'no-meeting', say: 'no-meeting', putMotion: 'no-meeting' };
    for (const asked of http.match(`${PATH}/meeting/talk`))
      asked.flush({ revision: 1, onTheTable: null, remarks: [], motions: [], acts });
  }
  /** The page asks anew after each act. */
  async function again(view: MeetingView): Promise<void> {
    await turn();
    fixture.detectChanges();
    await turn();
    http.expectOne(`${PATH}/meeting`).flush(view);
    http
      .expectOne(`${PATH}/ranking`)
      .flush({ refusal: 'wrong-stage' }, { status: 409, statusText: '' });
    await fixture.whenStable();
  }
  /** Presses yes in the dialog that stands open. */
  async function confirm(): Promise<void> {
    await turn();
    const dialog = element.querySelector('dialog[open]') as HTMLDialogElement;
    dialog.returnValue = 'yes';
    dialog.removeAttribute('open');
    dialog.dispatchEvent(new Event('close'));
    await turn();
  }
  async function press(name: string): Promise<void> {
    button(name)?.click();
    await fixture.whenStable();
  }
  afterEach(() => TestBed.resetTestingModule());

  it('says who must leave the room before the meeting is opened', async () => {
    await render(meeting(['openMeeting'], { meeting: null }));
    expect(text('deliberation-meeting-opening .ds-alert')).toContain('Per Vik');
    expect(element.querySelectorAll('input[type="checkbox"]')).toHaveLength(1);
    await press('Åpne møtet');
    const request = http.expectOne(`${PATH}/meeting`);
    expect([request.request.method, request.request.body]).toEqual(['POST', { present: ['s1'] }]);
  });

  it('offers another meeting quietly when everything is decided', async () => {
    const winner: DecisionView = {
      id: 'd',
      kind: 'winner',
      number: 1,
      finalists: [],
      reserve: [],
      winners: ['a'],
      reason: 'Avstemningen ga én vinner.',
      dissent: null,
      votesFor: null,
      votesAgainst: null,
      settlement: null,
      sealedAt: '2027-02-16T09:00:00.000Z',
      rankingHash: null,
      ballotRound: 1,
      supersedes: null,
      replaced: false,
      inQuestion: 0,
      kept: [],
    };
    await render(meeting(['openMeeting'], { meeting: null, winner }));
    expect(element.querySelector('#opening')).toBeNull();
    const again = element.querySelector('details:has(deliberation-meeting-opening)');
    expect(again?.querySelector('summary')?.textContent).toBe('Åpne et nytt møte');
    expect(again?.hasAttribute('open')).toBe(false);
  });

  it('shows who is here, who has stepped out and when, and what the room lacks', async () => {
    await render(meeting([]));
    expect(text('deliberation-meeting-people')).toContain('Deltar ikke i denne kategorien');
    expect(text('deliberation-meeting-people')).toContain('kl.\u00a010.00'.replace('\u00a0', ' '));
    expect(text('deliberation-meeting-people ui-state-tag')).not.toBe('');
    expect(button('Vedta finalister')).toBeUndefined();
  });

  it('sends the chosen finalists in order, after asking', async () => {
    await render(meeting(['decideFinalists']));
    for (const id of ['b', 'a', 'c']) await press(`Finalist Kommune ${id}`);
    await press('Reserve Kommune d');
    await press('Flytt opp Kommune a');
    element.querySelector('deliberation-finalists-form form')?.dispatchEvent(new Event('submit'));
    await confirm();
    const request = http.expectOne(`${PATH}/decisions/finalists`);
    expect(request.request.body).toMatchObject({
      number: 3,
      finalists: ['a', 'b', 'c'],
      reserve: ['d'],
      supersedes: null,
    });
  });

  it('asks nothing of the server when the number is not the number chosen', async () => {
    await render(meeting(['decideFinalists']));
    await press('Finalist Kommune a');
    element.querySelector('deliberation-finalists-form form')?.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    expect(text('ui-error-summary')).toContain('Dere har valgt 1, men skrevet 3');
    expect(element.querySelector('#finalists-number')?.getAttribute('aria-invalid')).toBe('true');
    http.expectNone(`${PATH}/decisions/finalists`);
  });

  it('points a refusal at the field that mends it, and keeps what was chosen', async () => {
    await render(meeting(['decideFinalists']));
    for (const id of ['a', 'b', 'd']) await press(`Finalist Kommune ${id}`);
    element.querySelector('deliberation-finalists-form form')?.dispatchEvent(new Event('submit'));
    await confirm();
    http
      .expectOne(`${PATH}/decisions/finalists`)
      .flush({ refusal: 'reason-required' }, { status: 409, statusText: '' });
    await again(meeting(['decideFinalists']));
    expect(element.querySelector('#finalists-reason')?.getAttribute('aria-invalid')).toBe('true');
    expect(element.querySelectorAll('.order-list li')).toHaveLength(3);
  });

  it('shows how many have voted and for whom it waits, never what', async () => {
    const finalists = {
      id: 'd1',
      kind: 'finalists' as const,
      number: 3,
      finalists: ['a', 'b', 'c'],
      reserve: [],
      winners: [],
      reason: '',
      dissent: null,
      votesFor: null,
      votesAgainst: null,
      settlement: null,
      sealedAt: '2027-02-16T09:30:00.000Z',
      rankingHash: null,
      ballotRound: null,
      supersedes: null,
      replaced: false,
      inQuestion: 0,
      kept: [],
    };
    await render(meeting(['cast', 'closeBallot'], { finalists, ballots: [ballot()] }));
    expect(text('section[aria-labelledby="winner"]')).toContain(
      '2 har stemt. Venter på Kari Nordli.',
    );
    await press('Avslutt og tell');
    await confirm();
    expect(http.expectOne('/api/ballots/b1/close').request.method).toBe('POST');
  });

  it('says when a decision stands in question, and keeps it with a reason and the votes', async () => {
    const finalists: DecisionView = {
      id: 'd1',
      kind: 'finalists',
      number: 3,
      finalists: ['a', 'b', 'c'],
      reserve: [],
      winners: [],
      reason: '',
      dissent: null,
      votesFor: null,
      votesAgainst: null,
      settlement: null,
      sealedAt: '2027-02-16T09:30:00.000Z',
      rankingHash: null,
      ballotRound: null,
      supersedes: null,
      replaced: false,
      inQuestion: 1,
      kept: [],
    };
    await render(meeting(['keepDecision', 'supersedeFinalists'], { finalists }));
    expect(text('.meeting-next')).toBe('Neste: Avgjør om vedtaket skal stå');
    expect(text('deliberation-decision-in-question')).toContain('Skal vedtaket stå?');
    await press('La vedtaket stå');
    expect(
      [...element.querySelectorAll('deliberation-decision-in-question a')].map((one) =>
        one.textContent?.trim(),
      ),
    ).toEqual(['Skriv hvorfor vedtaket skal stå', 'Skriv stemmene for og mot med tall']);
    http.expectNone('/api/decisions/d1/keep');
    for (const [id, value] of [
      ['reason', 'Samme rekkefølge.'],
      ['for', '3'],
      ['against', '0'],
    ]) {
      const field = element.querySelector<HTMLInputElement>(`#keep-finalists-${id}`);
      if (field) field.value = value ?? '';
      field?.dispatchEvent(new Event('input'));
    }
    await press('La vedtaket stå');
    const request = http.expectOne('/api/decisions/d1/keep').request;
    expect(request.body).toEqual({ reason: 'Samme rekkefølge.', votesFor: 3, votesAgainst: 0 });
  });

  it('tells that a counted ballot no longer holds, and offers a new one', async () => {
    const result: BallotView['result'] = {
      winners: ['a'],
      tie: false,
      agreement: null,
      weights: null,
      parity: null,
      unweighted: null,
      houses: { KS: null, NHO: null },
      deadlock: null,
      ballots: 3,
      abstentions: 0,
      setAside: 0,
      papersHash: 'x',
    };
    const finalists = { id: 'd1', kind: 'finalists', inQuestion: 0, kept: [], finalists: ['a'] };
    await render(
      meeting(['openBallot'], {
        finalists: { ...finalists, reserve: [], sealedAt: '2027-02-16T09:30:00.000Z' } as never,
        ballots: [ballot({ state: 'closed', holds: false, result })],
      }),
    );
    expect(text('deliberation-ballot-result .ds-alert')).toContain('gjelder ikke lenger');
    expect(button('Stem på nytt uten medlemmet')).toBeDefined();
    expect(text('.meeting-next')).toBe('Neste: Avstemning om vinneren');
  });

  it('tells a failed act in words', async () => {
    await render(meeting(['writeMinutes']));
    await press('Skriv protokoll');
    http
      .expectOne(`${PATH}/minutes`)
      .flush({ refusal: 'no-meeting' }, { status: 409, statusText: '' });
    await again(meeting(['writeMinutes']));
    expect(text('ui-failure')).toContain('Møtet i denne kategorien er ikke åpnet');
  });
});
