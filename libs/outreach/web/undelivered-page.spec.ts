import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@award/access/web';
import type { EditionPhase } from '@award/award';
import { EditionsClient } from '@award/editions/web';
import { anEdition } from '@award/editions/web/testing';
import type { UndeliveredView } from '@award/outreach/contract';
import { OutreachClient } from './outreach-client';
import { UndeliveredPage } from './undelivered-page';

const row = (address: string, more: Partial<UndeliveredView> = {}): UndeliveredView => ({
  id: `mail ${address}`,
  address,
  personName: null,
  of: 'invited',
  municipality: { id: 'm', number: '9001', name: 'Askedalen' },
  trouble: 'no-such-address',
  status: '5.1.1',
  words: '550 5.1.1 no such user',
  reportedAt: '2027-01-11T09:00:00.000Z',
  invitationId: `invitation ${address}`,
  ...more,
});

async function open(rows: UndeliveredView[], phase: EditionPhase = 'open', may = true) {
  const done: unknown[][] = [];
  let refusal: object | null = null;
  const act =
    (name: string) =>
    async (...what: unknown[]) => {
      if (refusal) throw new HttpErrorResponse({ status: 400, error: refusal });
      done.push([name, ...what]);
    };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', children: [] }]),
      { provide: EditionsClient, useValue: { current: async () => anEdition({ phase }) } },
      { provide: Session, useValue: { may: () => may } },
      {
        provide: OutreachClient,
        useValue: {
          undelivered: async () => rows,
          sendAgain: act('again'),
          closeUndelivered: act('close'),
          correct: act('correct'),
        },
      },
    ],
  });
  const fixture = TestBed.createComponent(UndeliveredPage);
  const page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  const settle = async () => {
    for (let turn = 0; turn < 3; turn++) {
      await new Promise((resolve) => setTimeout(resolve));
      await fixture.whenStable();
    }
  };
  await settle();
  return {
    page,
    done,
    refuse: (answer: object | null) => (refusal = answer),
    text: () => (page.textContent ?? '').replace(/\s+/g, ' '),
    buttons: () => [...page.querySelectorAll('.acts button')].map((one) => one.textContent?.trim()),
    press: async (words: string) => {
      const button = [...page.querySelectorAll('button')].find((one) =>
        one.textContent?.trim().startsWith(words),
      );
      button?.click();
      await settle();
    },
    write: async (value: string) => {
      const input = page.querySelector('input');
      if (input) input.value = value;
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
  };
}

describe('the addresses that mail did not reach', () => {
  it('says that nothing has come back', async () => {
    expect((await open([])).text()).toContain('Ingen e-post er kommet i retur');
  });

  it.each<[string, UndeliveredView, EditionPhase, string[]]>([
    [
      'an invited address that does not exist is corrected',
      row('a@b.example'),
      'open',
      ['Rett adressen: a@b.example', 'Ta av listen: a@b.example'],
    ],
    [
      'a full mailbox may have room again',
      row('a@b.example', { trouble: 'mailbox-full' }),
      'open',
      ['Rett adressen: a@b.example', 'Send på nytt: a@b.example', 'Ta av listen: a@b.example'],
    ],
    [
      'nobody is invited any more once the call has closed',
      row('a@b.example'),
      'judging',
      ['Ta av listen: a@b.example'],
    ],
    [
      'the contact of an entry is the municipality’s to correct',
      row('a@b.example', { of: 'contact', invitationId: null }),
      'open',
      ['Ta av listen: a@b.example'],
    ],
  ])('offers what helps: %s', async (_case, given, phase, buttons) => {
    expect((await open([given], phase)).buttons()).toEqual(buttons);
  });

  it('tells whose address it is, why, and what the server said', async () => {
    const { text, page } = await open([row('a@b.example', { of: 'contact', invitationId: null })]);
    expect(text()).toContain('Kontaktperson i forslaget fra Askedalen');
    expect(text()).toContain('Adressen finnes ikke');
    expect(page.querySelector('code')?.textContent).toBe('550 5.1.1 no such user');
  });

  it('offers nothing to those who only read', async () => {
    expect((await open([row('a@b.example')], 'open', false)).buttons()).toEqual([]);
  });

  it('asks for another address, and says so when it is the same, none, or refused', async () => {
    const { press, write, text, done, refuse } = await open([row('a@b.example')]);
    await press('Rett adressen');
    await write('A@b.example ');
    expect(text()).toContain('Dette er adressen som ikke virket');
    await write('kari');
    expect(text()).toContain('Skriv e-postadressen');
    refuse({ refusal: 'bad-input', fields: [{ path: 'email', reason: 'already-invited' }] });
    await write('c@b.example');
    expect(text()).toContain('allerede invitert');
    expect(done).toEqual([]);
    refuse(null);
    await write('C@b.example');
    expect(done).toEqual([['correct', 'invitation a@b.example', { email: 'c@b.example' }]]);
    expect(text()).toContain('c@b.example er invitert i stedet');
  });

  it('sends again and takes off the list', async () => {
    const { press, done, text } = await open([row('a@b.example', { trouble: 'not-reached' })]);
    await press('Send på nytt');
    expect(text()).toContain('E-posten er sendt på nytt til a@b.example');
    await press('Ta av listen');
    expect(done).toEqual([
      ['again', 'mail a@b.example'],
      ['close', 'mail a@b.example'],
    ]);
  });
});
