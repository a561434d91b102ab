import { TestBed } from '@angular/core/testing';
import type { BallotView, CastPaper, ClassEntryView } from '@award/deliberation/contract';
import { BallotPaper } from './ballot-paper';

const BALLOT: BallotView = {
  id: 'b',
  round: 1,
  state: 'open',
  options: ['x', 'y', 'z'],
  openedAt: '2027-02-01T12:00:00.000Z',
  closedAt: null,
  holds: true,
  papers: 0,
  waitingFor: [],
  mine: null,
  result: null,
};
const ENTRIES = ['x', 'y', 'z'].map((nominationId): ClassEntryView => ({
  nominationId,
  municipality: `Kommune ${nominationId}`,
  county: 'Eksempelfylke',
  title: '',
  basis: 'all-round',
  state: 'assessed',
}));

describe('a ballot paper', () => {
  const render = async (ballot: Partial<BallotView> = {}) => {
    const fixture = TestBed.createComponent(BallotPaper);
    fixture.componentRef.setInput('ballot', { ...BALLOT, ...ballot });
    fixture.componentRef.setInput('entries', ENTRIES);
    const cast: CastPaper[] = [];
    fixture.componentInstance.cast.subscribe((paper) => cast.push(paper));
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const choose = async (option: string, at: number) => {
      const radios = element.querySelectorAll<HTMLInputElement>(`input[name="rank-${option}"]`);
      radios[at].dispatchEvent(new Event('change'));
      await fixture.whenStable();
    };
    const send = async () => {
      element.querySelector('form')?.dispatchEvent(new Event('submit'));
      await fixture.whenStable();
      return cast.at(-1)?.ranks.map(({ options }) => options);
    };
    const hear = async (news: Partial<BallotView>) => {
      fixture.componentRef.setInput('ballot', { ...BALLOT, ...ballot, ...news });
      await fixture.whenStable();
    };
    return { element, choose, send, hear };
  };

  it('ranks by numbers, best first', async () => {
    const { choose, send } = await render();
    await choose('x', 2);
    await choose('y', 0);
    await choose('z', 1);
    expect(await send()).toEqual([['y'], ['z'], ['x']]);
  });

  it('puts equal numbers together and leaves out what has none', async () => {
    const { choose, send } = await render();
    await choose('x', 0);
    await choose('z', 0);
    expect(await send()).toEqual([['x', 'z']]);
  });

  it('is blank when nothing has a number', async () => {
    const { send } = await render();
    expect(await send()).toEqual([]);
  });

  it('opens on the paper that was cast, and lets a number be taken away', async () => {
    const { element, choose, send } = await render({ mine: [['z'], ['x']] });
    const chosen = [...element.querySelectorAll<HTMLInputElement>('input')].map(
      (one) => one.checked,
    );
    expect(chosen).toEqual([
      ...[false, true, false, false],
      ...[false, false, false, true],
      ...[true, false, false, false],
    ]);
    await choose('z', 3);
    expect(await send()).toEqual([['x']]);
  });

  it('keeps what is being filled in while the votes of others come in', async () => {
    const { choose, send, hear } = await render();
    await choose('y', 0);
    await hear({ papers: 3, waitingFor: ['s1'] });
    expect(await send()).toEqual([['y']]);
    await hear({ papers: 4, mine: [['x']] });
    expect(await send()).toEqual([['x']]);
  });

  it('names each finalist as the group of its numbers', async () => {
    const { element } = await render();
    expect(
      [...element.querySelectorAll('fieldset')].map((one) =>
        one.querySelector('legend')?.textContent?.trim(),
      ),
    ).toEqual(['Kommune x', 'Kommune y', 'Kommune z']);
  });
});
