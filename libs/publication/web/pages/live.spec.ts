import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { LivePageView, PublicEntry } from '@award/publication/contract';
import { PublicClient } from '../public-client';
import { Live } from './live';

class Stream {
  static last: Stream;
  readyState = 1;
  onmessage: ((event: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  constructor() {
    Stream.last = this;
  }
  close(): void {
    this.readyState = 2;
  }
  tell(revision: number): void {
    this.onmessage?.({ data: JSON.stringify({ revision }) });
  }
}

const ENTRY: PublicEntry = {
  number: '9001',
  name: 'Fjordvik',
  county: 'Eksempelfylke',
  nameNow: null,
  outline: null,
  population: 4000,
  populationDate: '2026-01-01',
  populationSource: 'SSB',
  winner: false,
  images: [],
  justification: null,
  writtenForm: null,
  source: null,
  withdrawnAt: null,
  textHidden: false,
  correctedAt: null,
  prizeWithdrawnAt: null,
};

const pageAt = (revision: number, winner: boolean): LivePageView => ({
  kind: 'live',
  revision,
  edition: null,
  classes: [
    {
      code: 'small',
      name: 'Små kommuner',
      minPopulation: null,
      maxPopulation: 14_999,
      entries: 12,
      finalistsReleased: true,
      winnersReleased: winner,
      corrections: [],
      finalists: [{ ...ENTRY, winner }],
    },
  ],
});

describe('the live page', () => {
  let asked: number[];
  let answer: () => Promise<LivePageView | null>;

  beforeEach(() => {
    jest.useFakeTimers();
    Object.assign(globalThis, { EventSource: Stream });
    asked = [];
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  async function open() {
    const live = (revision: number) => {
      asked.push(revision);
      return answer();
    };
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: PublicClient, useValue: { live } }],
    });
    const fixture = TestBed.createComponent(Live);
    fixture.componentRef.setInput('page', pageAt(1, false));
    fixture.detectChanges();
    await jest.advanceTimersByTimeAsync(0);
    return {
      fixture,
      name: () => {
        fixture.detectChanges();
        return (fixture.nativeElement as HTMLElement).querySelector('.live__name')?.textContent;
      },
    };
  }

  it('shows the name however long the line is cut after the stream has told of it', async () => {
    const { name } = await open();
    answer = () => Promise.reject(new Error('cut'));
    Stream.last.tell(2);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(name()).toBeUndefined();
    answer = () => Promise.resolve(pageAt(2, true));
    Stream.last.tell(2);
    await jest.advanceTimersByTimeAsync(16_000);
    expect(name()).toContain('Fjordvik');
    const before = asked.length;
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked.length).toBe(before);
  });

  it('asks again when the answer is older than what the stream has told of, and no more when it is left', async () => {
    const { fixture, name } = await open();
    answer = () => Promise.resolve(pageAt(1, false));
    Stream.last.tell(2);
    await jest.advanceTimersByTimeAsync(0);
    answer = () => Promise.resolve(pageAt(2, true));
    await jest.advanceTimersByTimeAsync(500);
    expect([asked, name()?.trim()]).toEqual([[2, 2], 'Fjordvik']);
    answer = () => Promise.reject(new Error('cut'));
    Stream.last.tell(3);
    await jest.advanceTimersByTimeAsync(0);
    fixture.destroy();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([2, 2, 3]);
  });
});
