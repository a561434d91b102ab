import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { AttendanceView, TalkAct, TalkView } from '@award/deliberation/contract';
import { MeetingTalk } from './meeting-talk';

const OF = { editionId: 'e', classCode: 'small' };
const PATH = '/api/editions/e/classes/small/meeting';
const ACTS: readonly TalkAct[] = ['takeUp', 'say', 'putMotion', 'voteOnMotion', 'closeMotion'];
const MEMBERS = [{ seatId: 's1', name: 'Kari Nordli' }] as AttendanceView[];

function talk(may: readonly TalkAct[], more: Partial<TalkView> = {}): TalkView {
  return {
    revision: 1,
    onTheTable: null,
    remarks: [],
    motions: [],
    acts: Object.fromEntries(
      ACTS.map((act) => [act, may.includes(act) ? null : 'not-permitted']),
    ) as TalkView['acts'],
    ...more,
  };
}

describe('the talk in the meeting', () => {
  let fixture: ComponentFixture<MeetingTalk>;
  let http: HttpTestingController;
  let page: HTMLElement;

  async function show(view: TalkView) {
    TestBed.configureTestingModule({
      imports: [MeetingTalk],
      providers: [provideHttpClient(), provideHttpClientTesting()],
    });
    fixture = TestBed.createComponent(MeetingTalk);
    fixture.componentRef.setInput('of', OF);
    fixture.componentRef.setInput('nominationId', 'a');
    fixture.componentRef.setInput('members', MEMBERS);
    fixture.componentRef.setInput('changes', 0);
    http = TestBed.inject(HttpTestingController);
    page = fixture.nativeElement;
    await settled();
    await answer(view);
  }
  const settled = async () => {
    fixture.detectChanges();
    await new Promise((resolve) => setTimeout(resolve));
    fixture.detectChanges();
  };
  const answer = async (view: TalkView) => {
    http.expectOne(`${PATH}/talk`).flush(view);
    await settled();
  };
  const button = (text: string) =>
    [...page.querySelectorAll('button')].find((one) => one.textContent?.trim() === text);
  const write = (id: string, text: string) => {
    const field = page.querySelector<HTMLTextAreaElement>(`#${id}`);
    if (!field) throw new Error(`no ${id}`);
    field.value = text;
    field.dispatchEvent(new Event('input'));
  };

  it('shows what is said of this entry with the name, and nothing said of another', async () => {
    const remark = (nominationId: string, text: string) => ({
      id: text,
      nominationId,
      seatId: 's1',
      text,
      madeAt: '2027-02-16T09:00:00.000Z',
    });
    await show(talk([], { remarks: [remark('a', 'Sterkt.'), remark('b', 'Om en annen.')] }));
    expect(page.querySelector('.remarks')?.textContent).toContain('Kari Nordli');
    expect(page.textContent).toContain('Sterkt.');
    expect(page.textContent).not.toContain('Om en annen.');
    expect(page.querySelector('form')).toBeNull();
  });

  it('sends a remark once, empties the field and looks again', async () => {
    await show(talk(['say']));
    write('remark', '  Tallene holder.  ');
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    const sent = http.expectOne(`${PATH}/remarks`);
    expect(sent.request.body).toEqual({ nominationId: 'a', text: 'Tallene holder.' });
    sent.flush({ id: 'r' });
    await settled();
    await answer(talk(['say']));
    expect(page.querySelector<HTMLTextAreaElement>('#remark')?.value).toBe('');
  });

  it('keeps what was written when it is refused, and says why', async () => {
    await show(talk(['say']));
    write('remark', 'Noe.');
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    http
      .expectOne(`${PATH}/remarks`)
      .flush({ refusal: 'recused' }, { status: 409, statusText: 'Conflict' });
    await settled();
    await answer(talk(['say']));
    expect(page.querySelector('ui-failure')).not.toBeNull();
    expect(page.querySelector<HTMLTextAreaElement>('#remark')?.value).toBe('Noe.');
  });

  it('the leader takes the entry up, and is done with it', async () => {
    await show(talk(['takeUp']));
    button('Ta opp til behandling')?.click();
    const taken = http.expectOne(`${PATH}/table`);
    expect(taken.request.body).toEqual({ nominationId: 'a' });
    taken.flush(null);
    await settled();
    const since = '2027-02-16T09:00:00.000Z';
    await answer(talk(['takeUp'], { onTheTable: { nominationId: 'a', since } }));
    expect(page.textContent).toContain('Til behandling nå');
    button('Ferdig behandlet')?.click();
    expect(http.expectOne(`${PATH}/table`).request.body).toEqual({ nominationId: null });
  });

  it('votes by a press, shows the own vote, and tells the count when it is over', async () => {
    const motion = {
      id: 'm',
      seatId: 's1',
      text: 'Vi utsetter.',
      state: 'open' as const,
      putAt: '2027-02-16T09:00:00.000Z',
      closedAt: null,
      votes: 1,
      mine: null,
      result: null,
    };
    await show(talk(['voteOnMotion'], { motions: [motion] }));
    expect(button('Avslutt og tell')).toBeUndefined();
    button('For')?.click();
    const vote = http.expectOne('/api/motions/m/vote');
    expect(vote.request.body).toEqual({ vote: 'for' });
    vote.flush(null);
    await settled();
    await answer(talk(['voteOnMotion'], { motions: [{ ...motion, mine: 'for', votes: 2 }] }));
    expect(button('For')?.getAttribute('aria-pressed')).toBe('true');
    fixture.componentRef.setInput('changes', 1);
    await settled();
    const result = { inFavour: 2, against: 0, abstained: 1, carried: true, tie: false };
    await answer(talk([], { motions: [{ ...motion, state: 'closed', result }] }));
    expect(page.textContent).toContain('Vedtatt: 2 for, 0 mot, 1 avsto.');
  });
});
