import { LOCALE_ID } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { ReleaseAct, ReleaseItem } from '@award/publication/contract';
import { ReleaseItemCard, type WantedAct } from './release-item';

const NOTHING: Record<ReleaseAct, 'not-sealed'> = {
  seal: 'not-sealed',
  arm: 'not-sealed',
  release: 'not-sealed',
  stop: 'not-sealed',
  schedule: 'not-sealed',
  cancel: 'not-sealed',
};
const item = (change: Partial<ReleaseItem> = {}): ReleaseItem => ({
  kind: 'finalists',
  scope: 'all',
  conditions: [
    { code: 'finalists-decided', classCode: 'small', met: true, reason: null },
    { code: 'justifications-sealed', classCode: 'large', met: false, reason: 'not-signed-off' },
  ],
  contents: [
    {
      classCode: 'small',
      municipality: 'Kommunen med det aller lengste navnet som noen har funnet på',
      outcome: 'finalist',
      justification: 'Ett avsnitt.\n\nEtt til.',
      writtenForm: 'nn',
      images: [],
    },
  ],
  sealed: null,
  text: null,
  acts: NOTHING,
  closed: null,
  mails: { template: 'publication.news', recipients: 26 },
  released: null,
  ...change,
});
const SEALED: NonNullable<ReleaseItem['sealed']> = {
  id: 'r',
  sha256: 'a'.repeat(64),
  sealedAt: '2027-02-01T08:00:00.000Z',
  sealedBy: 'Solveig Tangen',
  releaseAt: '2027-02-10T08:00:00.000Z',
  stoppedAt: null,
  keys: [{ name: 'Solveig Tangen', mine: true, armedAt: '2027-02-01T08:10:00.000Z' }],
};

describe('one release in the room', () => {
  it.each<[string, string[], string]>([
    ['others can', ['Kari', 'Ola'], 'Disse kan: Kari, Ola.'],
    ['nobody else can', [], 'Ingen andre kan heller.'],
  ])('tells who is recused that %s', (_, others, words) => {
    const { element } = show(item({ sealed: SEALED, closed: { others } }));
    expect(element.querySelector('.ds-alert')?.textContent).toContain(words);
    expect(element.textContent).toContain('Du kan fortsatt stoppe det.');
  });

  function show(shown: ReleaseItem, planned: string | null = null, prepares = false) {
    TestBed.configureTestingModule({
      providers: [provideRouter([]), { provide: LOCALE_ID, useValue: 'nb' }],
    });
    const fixture = TestBed.createComponent(ReleaseItemCard);
    fixture.componentRef.setInput('item', shown);
    fixture.componentRef.setInput('editionId', 'e');
    fixture.componentRef.setInput('prepares', prepares);
    fixture.componentRef.setInput('classes', [
      { code: 'small', name: 'Små kommuner' },
      { code: 'large', name: 'Store kommuner' },
    ]);
    fixture.componentRef.setInput('now', '2027-02-01T09:00:00.000Z');
    fixture.componentRef.setInput('planned', planned);
    fixture.detectChanges();
    const element: HTMLElement = fixture.nativeElement;
    const wanted: WantedAct[] = [];
    fixture.componentInstance.wanted.subscribe((act) => wanted.push(act));
    const button = (name: string) =>
      [...element.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
    return { fixture, element, wanted, button };
  }

  it('lists what is in order and why the rest is not', () => {
    const { element, button } = show(item());
    const lines = [...element.querySelectorAll('.conditions__item')].map((line) =>
      line.textContent?.replace(/\s+/g, ' ').trim(),
    );
    expect(lines[0]).toBe('Små kommuner: finalistene er bestemt : i orden');
    expect(lines[1]).toMatch(/^Store kommuner: begrunnelsene er godkjent og låst .+/);
    expect(element.querySelectorAll('button')).toHaveLength(0);
    expect(button('Forsegle resultatet')).toBeUndefined();
  });

  it('says where each thing that is written is mended, to whoever prepares the release', () => {
    const waiting = (['images-ready', 'release-text', 'two-keys'] as const).map((code) => ({
      code,
      classCode: code === 'images-ready' ? 'small' : null,
      met: false,
      reason: 'not-sealed' as const,
    }));
    const ways = (prepares: boolean) => {
      TestBed.resetTestingModule();
      const { element } = show(item({ conditions: waiting }), null, prepares);
      return [...element.querySelectorAll('.conditions a')].map((one) => one.getAttribute('href'));
    };
    expect(ways(true)).toEqual([
      '/sekretariat/publisering/e/bilder',
      '/sekretariat/publisering/e/pressemelding/all',
    ]);
    expect(ways(false)).toEqual([]);
  });

  it('shows the text that is sent out, and which languages are not written', () => {
    const none = { title: '', text: '' };
    const nb = { title: 'Seks finalister', text: 'Ett avsnitt.\n\nEtt til.' };
    const text = { version: 2, words: { nb, nn: none, en: none }, missing: ['nn', 'en'] as const };
    const { element } = show(item({ text: { ...text, missing: [...text.missing] } }));
    const words = element.querySelector('publication-release-text-summary')?.textContent ?? '';
    expect(words).toContain('Seks finalister');
    expect(words).toContain('Nynorsk er ikke skrevet');
    expect(words).toContain('Engelsk er ikke skrevet');
  });

  it('shows exactly what becomes visible, in its own language', () => {
    const { element } = show(item());
    const quote = element.querySelector('blockquote');
    expect(quote?.getAttribute('lang')).toBe('nn');
    expect(quote?.querySelectorAll('p')).toHaveLength(2);
    expect(element.textContent).toContain('26 mottakere');
  });

  it('seals with the planned time as Oslo reads it, or without a time', () => {
    const { wanted, button, element, fixture } = show(
      item({ acts: { ...NOTHING, seal: null } }),
      '2027-07-10T08:30:00.000Z',
    );
    expect(element.querySelector<HTMLInputElement>('input[type=time]')?.value).toBe('10:30');
    button('Forsegle resultatet')?.click();
    element.querySelectorAll<HTMLInputElement>('input[type=radio]')[0]?.click();
    element
      .querySelectorAll<HTMLInputElement>('input[type=radio]')[0]
      ?.dispatchEvent(new Event('change'));
    fixture.detectChanges();
    button('Forsegle resultatet')?.click();
    expect(wanted).toEqual([
      { act: 'seal', releaseAt: '2027-07-10T08:30:00.000Z' },
      { act: 'seal', releaseAt: null },
    ]);
  });

  it('seals with what was chosen and typed, however often the room is asked again meanwhile', () => {
    const sealable = item({ acts: { ...NOTHING, seal: null } });
    const { element, fixture, wanted, button } = show(sealable, '2027-07-10T08:30:00.000Z');
    const askedAgain = () => {
      fixture.detectChanges();
      fixture.componentRef.setInput('item', { ...sealable });
      fixture.detectChanges();
    };
    const time = element.querySelector<HTMLInputElement>('input[type=time]');
    if (!time) throw new Error('no time');
    time.value = '12:15';
    time.dispatchEvent(new Event('input'));
    askedAgain();
    expect(time.value).toBe('12:15');
    button('Forsegle resultatet')?.click();
    element
      .querySelectorAll<HTMLInputElement>('input[type=radio]')[0]
      ?.dispatchEvent(new Event('change'));
    askedAgain();
    button('Forsegle resultatet')?.click();
    expect(wanted).toEqual([
      { act: 'seal', releaseAt: '2027-07-10T10:15:00.000Z' },
      { act: 'seal', releaseAt: null },
    ]);
  });

  it('shows one key turned, one missing, and when it goes by itself', () => {
    const { element } = show(item({ sealed: SEALED, acts: { ...NOTHING, arm: null } }));
    expect(element.querySelectorAll('.key--turned')).toHaveLength(1);
    expect(element.textContent).toContain('Nøkkel mangler');
    expect(element.querySelector('time')?.getAttribute('datetime')).toBe(SEALED.releaseAt);
  });

  it('is a receipt afterwards, without a single act', () => {
    const { element } = show(
      item({
        sealed: SEALED,
        released: {
          at: '2027-02-10T08:00:00.000Z',
          by: null,
          sha256: SEALED.sha256,
          mailsQueued: 26,
          mailsSent: 25,
        },
      }),
    );
    expect(element.querySelector('.receipt')?.textContent).toContain(SEALED.sha256);
    expect(element.textContent?.replace(/\s+/g, ' ')).toContain('25 av 26');
    expect(element.textContent).toContain('klokken, til avtalt tid');
    expect(element.querySelectorAll('button, .conditions')).toHaveLength(0);
  });
});
