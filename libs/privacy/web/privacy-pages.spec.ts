import { HttpErrorResponse } from '@angular/common/http';
import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Session } from '@award/access/web';
import { RETENTION } from '@award/award';
import type { ChangePeriod, ErasurePreview } from '@award/privacy/contract';
import { wordsFor } from '@award/ui/web';
import { MyDataPage } from './my-data-page';
import { OfOthersPage } from './of-others-page';
import { PrivacyClient } from './privacy-client';
import { periodInWords } from './retention-words';

const GOES: ErasurePreview = {
  known: true,
  goes: [{ kind: 'name', rows: 1 }],
  stays: [{ kind: 'log', rows: 4 }],
  heldBackBy: [],
};
const HELD: ErasurePreview = { ...GOES, heldBackBy: ['juror-at-work'] };

async function open<T>(page: Type<T>, preview: ErasurePreview, refusal: string | null = null) {
  const done: string[] = [];
  let answer: Promise<void> | null = null;
  const act = async (what: string) => {
    if (refusal) throw new HttpErrorResponse({ status: 409, error: { refusal } });
    done.push(what);
  };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      { provide: Session, useValue: { signOut: () => act('signed out') } },
      {
        provide: PrivacyClient,
        useValue: {
          myData: async () => ({
            now: '2027-03-02T10:00:00.000Z',
            emails: ['kari@ks.example'],
            sections: [{ key: 'person', title: 'Deg selv', rows: [{ name: 'Kari' }] }],
            keptBack: ['Opplysninger om andre enn deg.'],
          }),
          whatGoesOfMine: async () => preview,
          whatGoesOf: async (email: string) => {
            done.push(`looked at ${email}`);
            await answer;
            return preview;
          },
          forgetMe: () => act('forgot me'),
          forget: (email: string) => act(`forgot ${email}`),
          retention: async () => RETENTION.map((rule) => ({ ...rule, due: 3 })),
          periods: async () =>
            RETENTION.map((rule) => ({
              ...rule,
              usual: rule.days,
              least: rule.kind === 'tips' ? 0 : null,
              most: rule.kind === 'tips' ? 1825 : null,
              number: 0,
              changed: null,
            })),
          setPeriod: (kind: string, { days, reason, number }: ChangePeriod) =>
            act(`set ${kind} to ${days} after ${number}: ${reason}`),
        },
      },
    ],
  });
  HTMLDialogElement.prototype.showModal = function () {
    this.returnValue = 'yes';
    setTimeout(() => this.dispatchEvent(new Event('close')));
  };
  const fixture = TestBed.createComponent(page);
  const settle = async () => {
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
  };
  await settle();
  const element = fixture.nativeElement as HTMLElement;
  return {
    done,
    settle,
    /** No answer comes before what is returned is called. */
    hold: () => {
      let come: () => void = () => undefined;
      answer = new Promise((resolve) => (come = resolve));
      return () => come();
    },
    words: () => element.textContent?.replace(/\s+/g, ' ') ?? '',
    button: (name: string) =>
      [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name),
    press: async (name: string) => {
      const found = [...element.querySelectorAll('button')].find(
        (one) => one.textContent?.trim() === name,
      );
      if (!found) throw new Error(`no button ${name}`);
      found.click();
      await settle();
      await settle();
    },
    write: async (value: string, into = 'input') => {
      const input = element.querySelector<HTMLInputElement>(into);
      if (!input) throw new Error('nowhere to write');
      input.value = value;
      input.dispatchEvent(new Event('input'));
      await settle();
    },
  };
}

/** What has been brought in sight. */
const seen: string[] = [];
beforeEach(() => {
  seen.length = 0;
  Object.defineProperty(HTMLElement.prototype, 'scrollIntoView', {
    value(this: HTMLElement) {
      seen.push(this.textContent?.trim() ?? '');
    },
    configurable: true,
  });
});
afterEach(() => Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView'));

describe('what is held about oneself', () => {
  it('is counted, offered as files, and what goes and stays is told before it is erased', async () => {
    const page = await open(MyDataPage, GOES);
    expect(page.words()).toContain('Deg selv: 1');
    expect(page.words()).toContain('Navnet: 1');
    expect(page.words()).toContain('Loggen. Den har bare numre');
    await page.press('Slett opplysningene om meg');
    expect(page.done).toEqual(['forgot me', 'signed out']);
    expect(page.words()).toContain('Du er logget ut');
  });

  it('is not erased of somebody who is needed, and says why', async () => {
    const page = await open(MyDataPage, HELD);
    expect(page.words()).toContain('Sitter i en jury som er i arbeid.');
    expect(page.button('Slett opplysningene om meg')).toBeUndefined();
  });

  it('says what was refused', async () => {
    const page = await open(MyDataPage, GOES, 'wrong-state');
    await page.press('Slett opplysningene om meg');
    expect(page.done).toEqual([]);
    expect(page.words()).not.toContain('Du er logget ut');
    expect(page.words()).toContain(wordsFor('wrong-state'));
    expect(seen).toEqual([wordsFor('wrong-state')]);
  });
});

describe('for who asks the secretariat', () => {
  it('an address is needed', async () => {
    const page = await open(OfOthersPage, GOES);
    await page.press('Se hva som kan slettes');
    expect(page.words()).toContain('Skriv en e-postadresse.');
    expect(page.done).toEqual([]);
  });

  it('what goes is looked at first, and then erased', async () => {
    const page = await open(OfOthersPage, GOES);
    await page.write(' gunn@bedrift.example ');
    await page.press('Se hva som kan slettes');
    expect(page.words()).toContain('gunn@bedrift.example');
    await page.press('Slett opplysningene');
    expect(page.done).toEqual(['looked at gunn@bedrift.example', 'forgot gunn@bedrift.example']);
    expect(page.words()).toContain('Opplysningene blir slettet');
  });

  it('one thing is done at a time, and no button goes dead under the keyboard', async () => {
    const page = await open(OfOthersPage, GOES);
    await page.write('gunn@bedrift.example');
    const come = page.hold();
    await page.press('Se hva som kan slettes');
    const button = page.button('Se hva som kan slettes');
    expect([button?.disabled, button?.getAttribute('aria-disabled')]).toEqual([false, 'true']);
    await page.press('Se hva som kan slettes');
    expect(page.done).toEqual(['looked at gunn@bedrift.example']);
    come();
    await page.settle();
    expect(page.button('Slett opplysningene')).toBeDefined();
    expect(button?.hasAttribute('aria-disabled')).toBe(false);
  });

  it('what is held back cannot be pressed', async () => {
    const page = await open(OfOthersPage, HELD);
    await page.write('nils@jury.example');
    await page.press('Se hva som kan slettes');
    expect(page.button('Slett opplysningene')).toBeUndefined();
  });

  it('what goes by itself is listed with its period', async () => {
    const page = await open(OfOthersPage, GOES);
    expect(page.words()).toContain(
      'Innholdet i utkast som ikke ble sendt inn 90 dager etter fristen 3',
    );
  });
});

describe('how long it is kept', () => {
  const change = 'Endre: Navn, adresse og ord fra dem som har tipset';

  it('is changed with a reason, and only where it may be', async () => {
    const page = await open(OfOthersPage, GOES);
    expect(page.button('Endre: Erklæringer om habilitet')).toBeUndefined();
    await page.press(change);
    expect(page.words()).toContain('Fra 0 til 1825. Vanligvis 30.');
    await page.write('60', '#privacy-days');
    await page.write('Klagefristen er lengre.', '#privacy-reason');
    await page.press('Lagre');
    expect(page.done).toEqual(['set tips to 60 after 0: Klagefristen er lengre.']);
    expect(page.words()).toContain('Tiden er endret.');
    expect(page.button('Lagre')).toBeUndefined();
  });

  it.each([
    ['30', 'Grunn', 'Skriv et helt tall fra 0 til 1825, et annet enn 30.'],
    ['1826', 'Grunn', 'Skriv et helt tall fra 0 til 1825'],
    ['ti', 'Grunn', 'Skriv et helt tall fra 0 til 1825'],
    ['60', ' ', 'Skriv hvorfor tiden endres.'],
  ])('%s days with the reason «%s» are not sent', async (days, reason, fault) => {
    const page = await open(OfOthersPage, GOES);
    await page.press(change);
    await page.write(days, '#privacy-days');
    await page.write(reason, '#privacy-reason');
    await page.press('Lagre');
    expect(page.done).toEqual([]);
    expect(page.words()).toContain(fault);
  });

  it('says what was refused, and keeps what was written', async () => {
    const page = await open(OfOthersPage, GOES, 'rule-frozen');
    await page.press(change);
    await page.write('60', '#privacy-days');
    await page.write('Grunn', '#privacy-reason');
    await page.press('Lagre');
    expect(page.words()).toContain(wordsFor('rule-frozen'));
    expect(page.button('Lagre')).toBeDefined();
  });
});

it.each([
  ['private-notes', 'til kåringen er arkivert'],
  ['sign-in', 'ett døgn etter siste bruk'],
  ['contacts', 'ett år etter kunngjøringen'],
  ['tips', '30 dager etter at kåringen er arkivert'],
])('%s is kept %s', (kind, words) => {
  const rule = RETENTION.find((one) => one.kind === kind);
  expect(rule && periodInWords(rule)).toBe(words);
});
