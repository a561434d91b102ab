import { TestBed } from '@angular/core/testing';
import { Countdown } from './countdown';
import { timeLeft } from './time-left';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the time left in words', () => {
  it.each([
    [12 * DAY, '12 dager igjen'],
    [4 * DAY, '4 dager igjen'],
    [3 * DAY + 5 * HOUR, '3 dager og 5 timer igjen'],
    [DAY + HOUR + MINUTE, '1 dag og 1 time igjen'],
    [23 * HOUR + 59 * MINUTE, '23 timer og 59 minutter igjen'],
    [MINUTE, '1 minutt igjen'],
    [MINUTE - 1, 'Mindre enn ett minutt igjen'],
    [1, 'Mindre enn ett minutt igjen'],
    [0, 'Tiden er ute'],
    [-DAY, 'Tiden er ute'],
  ])('%d ms is «%s»', (left, words) => {
    expect(timeLeft(left)).toBe(words);
  });
});

describe('the countdown', () => {
  async function shown(until: string, now: string | null): Promise<string> {
    const fixture = TestBed.createComponent(Countdown);
    fixture.componentRef.setInput('until', until);
    fixture.componentRef.setInput('now', now);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent ?? '';
  }

  it("counts from the server's clock, whatever the clock of this machine", async () => {
    expect(await shown('2031-01-27T11:00:00Z', '2031-01-27T10:30:00Z')).toBe('30 minutter igjen');
  });

  it('has counted on while the machine slept and nothing ticked', async () => {
    const fixture = TestBed.createComponent(Countdown);
    fixture.componentRef.setInput('until', '2031-01-27T11:00:00Z');
    fixture.componentRef.setInput('now', '2031-01-27T08:00:00Z');
    await fixture.whenStable();
    const clock = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 2 * HOUR);
    document.dispatchEvent(new Event('visibilitychange'));
    await fixture.whenStable();
    clock.mockRestore();
    expect((fixture.nativeElement as HTMLElement).textContent).toMatch(
      /^(?:59 minutter|1 time og 0 minutter) igjen$/,
    );
  });

  it('says nothing before the server has said what time it is', async () => {
    expect(await shown('2031-01-27T11:00:00Z', null)).toBe('');
  });
});
