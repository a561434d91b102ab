import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PRESENCE_EVERY } from '@award/award';
import type { PresenceView } from '@award/nominations/contract';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';
import { Presence } from './presence';

@Component({
  selector: 'nominations-writing-test',
  template: '<textarea id="text"></textarea><input id="results.0.figure" /><input id="search" />',
})
class Writing {
  constructor() {
    inject(Presence).watch();
  }
}

function open(mayWrite = true) {
  const said: unknown[] = [];
  const answer: PresenceView = { others: [{ name: 'Ole', part: 'text' }], lockVersion: 4 };
  let fails = false;
  const draft = {
    entry: () => ({ id: 'entry' }),
    mayWrite: () => mayWrite,
    version: () => 3,
    catchUp: async (lockVersion: number) => void said.push(`catch up ${lockVersion}`),
  };
  TestBed.configureTestingModule({
    providers: [
      Presence,
      { provide: NominationDraft, useValue: draft },
      {
        provide: NominationsClient,
        useValue: {
          sayPresent: async (_id: string, part: string | null) => {
            if (fails) throw new Error('offline');
            said.push(part);
            return answer;
          },
          leave: async () => void said.push('left'),
        },
      },
    ],
  });
  const fixture = TestBed.createComponent(Writing);
  document.body.append(fixture.nativeElement as HTMLElement);
  const presence = TestBed.inject(Presence);
  return {
    said,
    presence,
    fixture,
    fail: () => (fails = true),
    focus: async (id: string) => {
      document.getElementById(id)?.focus();
      await jest.advanceTimersByTimeAsync(0);
    },
  };
}

describe('who else is writing', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('is told at once and again, with the part the cursor is in', async () => {
    const { said, focus } = open();
    await focus('text');
    await focus('results.0.figure');
    await focus('search');
    await jest.advanceTimersByTimeAsync(PRESENCE_EVERY);
    expect(said.filter((one) => !String(one).startsWith('catch'))).toEqual([
      null,
      'text',
      'results',
      null,
      null,
    ]);
    expect(said).toContain('catch up 4');
  });

  it('is shown at the field and for the whole entry', async () => {
    const { presence, focus } = open();
    await focus('text');
    expect([presence.others(), presence.at('text'), presence.at('title')]).toEqual([
      ['Ole'],
      ['Ole'],
      [],
    ]);
  });

  it('is forgotten when the line is lost: nobody is shown who may have gone', async () => {
    const { presence, focus, fail } = open();
    await focus('text');
    fail();
    await jest.advanceTimersByTimeAsync(PRESENCE_EVERY);
    expect(presence.others()).toEqual([]);
  });

  it('ends with the page', async () => {
    const { said, fixture } = open();
    await jest.advanceTimersByTimeAsync(0);
    fixture.destroy();
    const before = said.length;
    await jest.advanceTimersByTimeAsync(3 * PRESENCE_EVERY);
    expect(said.slice(before - 1)).toEqual(['left']);
  });

  it('is nothing where nobody can write', async () => {
    const { said, focus } = open(false);
    await focus('text');
    expect(said).toEqual([]);
  });
});
