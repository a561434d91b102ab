import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
} from '@angular/core';
import { type FormSection, hasAnswer, textOf, TRAITS } from '@award/award';
import { AttachedFiles } from '@award/files/web';
import { BASIS_WORDS, FIELD_WORDS, MEASURE_WORDS, TRAIT_WORDS } from '@award/nominations/web';
import type { OpenEntryView } from '@award/scoring/contract';
import { ownFileAddress } from './scoring-client';
import { DataTable, Grouped, inLocale, OsloDate } from '@award/ui/web';
import { EntryPartners } from './entry-partners';

/** Told at the head of the page. */
const APART: readonly FormSection['code'][] = ['title', 'fields'];

const HEADINGS: Readonly<Partial<Record<string, string>>> = {
  summary: $localize`:@@scoring.reading.summary:Kort fortalt`,
  text: $localize`:@@scoring.reading.text:Begrunnelsen fra kommunen`,
  traits: $localize`:@@scoring.reading.traits:Kjennetegn på en god vertskommune`,
  difficult: $localize`:@@scoring.reading.difficult:Hva som var vanskelig, og hva de lærte`,
  business: $localize`:@@scoring.reading.business:Hva næringslivet har bidratt med`,
  results: $localize`:@@scoring.reading.results:Resultater`,
  partners: $localize`:@@scoring.reading.partners:Samarbeidspartnere`,
  neighbours: $localize`:@@scoring.reading.neighbours:Nabokommuner som er med`,
  attachments: $localize`:@@scoring.reading.attachments:Vedlegg og bilder`,
};

/** The submitted entry as the jury reads it: long text at reading size, what is not written left out. */
@Component({
  selector: 'scoring-entry-reading',
  imports: [AttachedFiles, DataTable, EntryPartners, Grouped, OsloDate],
  templateUrl: './entry-reading.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryReading {
  readonly entry = input.required<OpenEntryView>();

  private readonly locale = inject(LOCALE_ID);
  protected readonly fieldWords = FIELD_WORDS;
  protected readonly measureWords = MEASURE_WORDS;
  protected readonly addressOf = computed(() => {
    const { nominationId } = this.entry();
    return (fileId: string) => ownFileAddress(nominationId, fileId);
  });
  protected readonly content = computed(() => this.entry().content);
  protected readonly basis = computed(() => {
    const { basis } = this.content();
    return basis ? BASIS_WORDS[basis] : null;
  });
  /** The main field first. */
  protected readonly fields = computed(() => {
    const { mainField, fields } = this.content();
    return [...new Set([...(mainField ? [mainField] : []), ...fields])].map(
      (field) => FIELD_WORDS[field],
    );
  });
  /** What has been answered, in the edition's order; the short version goes before the long one. */
  protected readonly sections = computed(() => {
    const questions = this.entry().questions.filter(
      ({ code }) => !APART.includes(code) && hasAnswer(this.content(), code),
    );
    const summary = questions.filter(({ code }) => code === 'summary');
    return [...summary, ...questions.filter((one) => !summary.includes(one))].map(
      ({ code, heading }) => ({
        code,
        heading: inLocale(heading, this.locale) || (HEADINGS[code] ?? ''),
        text: textOf(this.content(), code),
      }),
    );
  });
  protected readonly traits = computed(() =>
    TRAITS.flatMap((trait) => {
      const text = this.content().traits[trait] ?? '';
      return text.trim() === '' ? [] : [{ trait, heading: TRAIT_WORDS[trait], text }];
    }),
  );
}
