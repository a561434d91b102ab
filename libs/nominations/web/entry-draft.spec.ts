import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import {
  DEFAULT_FORM,
  DEFAULT_SECTIONS,
  EMPTY_CONTENT,
  type FormSection,
  type NominationContent,
  NO_WORDS,
} from '@award/award';
import { EntryDraft } from './entry-draft';
import { NominationDraft } from './nomination-draft';
import { Presence } from './presence';
import { myEntry } from './testing/my-entry';

const NOBODY_ELSE = { watch: () => undefined, others: () => [], at: () => [] };

const COMPLETE: NominationContent = {
  ...EMPTY_CONTENT,
  basis: 'all-round',
  title: 'Sammen om sentrum',
  text: 'Vi begynte med et møte.',
  contactName: 'Kari Nordli',
  contactEmail: 'kari@kommune.example',
  confirmedWithChiefExecutive: true,
};

async function page(content: NominationContent, sections?: readonly FormSection[]) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      NominationDraft,
      { provide: Presence, useValue: NOBODY_ELSE },
    ],
  });
  const draft = TestBed.inject(NominationDraft);
  draft.writing.set({ content, writtenForm: 'nb' });
  if (sections) {
    const view = myEntry(null);
    draft.view.set({ ...view, call: { ...view.call, form: { ...DEFAULT_FORM, sections } } });
  }
  jest.spyOn(draft, 'flush').mockResolvedValue(true);
  const goTo = jest.spyOn(TestBed.inject(Router), 'navigateByUrl').mockResolvedValue(true);
  const fixture = TestBed.createComponent(EntryDraft);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const texts = (selector: string) =>
    [...element.querySelectorAll(selector)].map((one) => one.textContent?.trim() ?? '');
  return {
    draft,
    element,
    goTo,
    texts,
    leave: async (id: string) => {
      element.querySelector(`#${id}`)?.dispatchEvent(new Event('blur'));
      await fixture.whenStable();
    },
    press: async () => {
      element.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await fixture.whenStable();
    },
  };
}

describe('the short form', () => {
  it('lists what remains, but points at no field before one wants to go on', async () => {
    const { texts, element } = await page(EMPTY_CONTENT);
    expect(texts('nominations-missing-list a')).toEqual([
      'Velg hva forslaget bygger på',
      'Skriv en tittel',
      'Skriv begrunnelsen',
      'Skriv navnet på kontaktpersonen',
      'Skriv e-postadressen til kontaktpersonen',
      'Bekreft at forslaget er avklart med kommunedirektøren',
    ]);
    expect(texts('ui-error-summary a')).toEqual([]);
    expect(texts('.ds-validation-message')).toEqual([]);
    expect(element.querySelector('button[type=submit]')?.hasAttribute('disabled')).toBe(false);
  });

  it('sums up the errors above the button with the words that stand at the fields', async () => {
    const { texts, press, element, goTo } = await page(EMPTY_CONTENT);
    await press();
    const summary = texts('ui-error-summary a');
    expect(summary).toHaveLength(6);
    expect(texts('.ds-validation-message')).toEqual(summary);
    for (const link of element.querySelectorAll('ui-error-summary a')) {
      const id = link.getAttribute('href')?.slice(1) ?? '';
      expect(element.querySelector(`#${id}`)?.getAttribute('aria-invalid')).toBe('true');
    }
    expect(goTo).not.toHaveBeenCalled();
  });

  it('tells what is wrong with an address when the field is left', async () => {
    const { texts, leave } = await page({ ...COMPLETE, contactEmail: 'kari@' });
    expect(texts('.ds-validation-message')).toEqual([]);
    await leave('contactEmail');
    expect(texts('.ds-validation-message')).toEqual([
      'Skriv en hel e-postadresse, for eksempel kari@kommune.no',
    ]);
  });

  it('counts a text that is too long while it is being written', async () => {
    const { texts } = await page({ ...COMPLETE, text: 'å'.repeat(6012) });
    expect(texts('.ds-validation-message')).toEqual(['Begrunnelse: kort ned teksten med 12 tegn']);
    expect(texts('.text-count--over')).toEqual(['12 tegn for mye. Du kan bruke 6\u00a0000.']);
  });

  it('asks for the field of a single measure only', async () => {
    const { element } = await page({ ...COMPLETE, basis: 'single-measure' });
    expect(element.querySelector('#mainField')).not.toBeNull();
    TestBed.resetTestingModule();
    expect((await page(COMPLETE)).element.querySelector('#mainField')).toBeNull();
  });

  it('goes on to the review when nothing is missing here', async () => {
    const { press, goTo, texts } = await page(COMPLETE);
    expect(texts('nominations-missing-list a')).toEqual([]);
    await press();
    expect(goTo).toHaveBeenCalledWith('/kommune/kontroll');
  });

  it('lets the review name what is missing in the parts that are folded', async () => {
    const { press, goTo, element } = await page({ ...COMPLETE, partners: [{ name: '' }] });
    const link = element.querySelector('nominations-missing-list a');
    expect(link?.getAttribute('href')).toBe('/kommune/utdyp/samarbeid#partners.0.name');
    await press();
    expect(goTo).toHaveBeenCalledWith('/kommune/kontroll');
  });
});

describe('a form of the edition', () => {
  const climate: FormSection = {
    code: 'own-climate',
    place: 'short',
    asked: true,
    required: true,
    limit: 800,
    heading: { nb: 'Hva gjør dere for klimaet?', nn: '', en: '' },
    help: { nb: 'Kort fortalt', nn: '', en: '' },
  };
  const asking = (changes: Readonly<Record<string, Partial<FormSection>>>) =>
    DEFAULT_SECTIONS.map((one) => ({ ...one, ...changes[one.code] }));

  it('asks its own question where it stands, in its own words', async () => {
    const { texts, element } = await page(COMPLETE, [climate, ...DEFAULT_SECTIONS]);
    const labels = texts('nominations-question-field label').map((one) => one.trim());
    expect(labels).toEqual(['Hva gjør dere for klimaet?', 'Tittel', 'Begrunnelse']);
    expect(texts('nominations-missing-list a')).toEqual(['Fyll ut «Hva gjør dere for klimaet?»']);
    expect(element.querySelector('nominations-missing-list a')?.getAttribute('href')).toBe(
      '/kommune#answers.own-climate',
    );
  });

  it('folds only what is asked, and says what must be filled in there', async () => {
    const own = { ...climate, place: 'elaborate' as const };
    const { texts, element } = await page(COMPLETE, [
      ...asking({
        traits: { asked: false },
        results: { asked: false },
        summary: { heading: { ...NO_WORDS, nb: 'Kortversjonen' } },
        fields: { asked: false },
      }),
      own,
    ]);
    expect(texts('.task-list a')).toEqual([
      'Kortversjonen',
      'Erfaringer og næringslivets bidrag',
      'Samarbeidspartnere og nabokommuner',
      'Vedlegg og bilder',
      'Hva gjør dere for klimaet?',
    ]);
    expect(texts('.task-list .ds-tag')).toEqual(['Må fylles ut']);
    expect(element.querySelector('details')?.open).toBe(true);
    expect(element.querySelector('nominations-missing-list a')?.getAttribute('href')).toBe(
      '/kommune/utdyp/own-climate#answers.own-climate',
    );
  });
});
