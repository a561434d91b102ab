import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  linkedSignal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { EDITION_LIMITS, FILE_CEILING, MEGABYTE, TEXT_LIMIT_RANGE } from '@award/award';
import type { EditionView, Words } from '@award/editions/contract';
import { type FieldRefusal, formatNumber } from '@award/ui/web';
import { EditionsClient } from './editions-client';
import { type FieldPlace, SectionForm } from './section-form';
import { SectionFrame } from './section-frame';
import { WordsField } from './words-field';

interface Texts {
  name: Words;
  callText: Words;
  maxText: number;
  requirePhone: boolean;
  approvalByLink: boolean;
  mostFiles: number;
  mostMegabytes: number;
}

/** The edition's name, the words of the call, and how much room the form gives. */
@Component({
  selector: 'editions-texts-section',
  imports: [FormsModule, SectionFrame, WordsField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './texts-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextsSection extends SectionForm {
  private readonly client = inject(EditionsClient);

  protected readonly limits = EDITION_LIMITS;
  protected readonly draft = linkedSignal<EditionView, Texts>({
    source: this.edition,
    computation: (edition, before) =>
      before && JSON.stringify(textsOf(before.source)) !== JSON.stringify(before.value)
        ? before.value
        : textsOf(edition),
  });

  /** The form stays as those who are writing have seen it. */
  protected get mayChangeForm(): boolean {
    return this.mayChange() && this.edition().phase === 'planned';
  }

  protected change(part: Partial<Texts>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected submit(): Promise<void> {
    const draft = this.draft();
    const { min, max } = TEXT_LIMIT_RANGE;
    const problems = [
      ...(draft.name.nb.trim() === '' ? [{ id: 'name-nb', text: NAME }] : []),
      ...(draft.maxText >= min && draft.maxText <= max
        ? []
        : [{ id: 'max-text', text: this.room() }]),
      ...(within(draft.mostFiles, FILES) ? [] : [this.counted('most-files', FILES)]),
      ...(within(draft.mostMegabytes, MEGABYTES)
        ? []
        : [this.counted('most-megabytes', MEGABYTES)]),
    ];
    if (problems.length > 0) {
      this.problems.set(problems);
      return Promise.resolve();
    }
    return this.save(() =>
      this.client.changeTexts(this.edition().id, {
        lockVersion: this.edition().lockVersion,
        ...draft,
      }),
    );
  }

  protected override placeOf({ path }: FieldRefusal): FieldPlace | null {
    if (path.startsWith('name')) return { id: 'name-nb', text: NAME };
    if (path.startsWith('callText')) return { id: 'call-nb', text: LONG };
    if (path === 'mostFiles') return this.counted('most-files', FILES);
    if (path === 'mostMegabytes') return this.counted('most-megabytes', MEGABYTES);
    return path === 'maxText' ? { id: 'max-text', text: this.room() } : null;
  }

  protected room(): string {
    return this.counted('max-text', TEXT_LIMIT_RANGE.max, TEXT_LIMIT_RANGE.min).text;
  }

  private counted(id: string, most: number, least = 1): FieldPlace {
    const min = formatNumber(least, this.locale);
    const max = formatNumber(most, this.locale);
    const text = $localize`:@@editions.texts.room-needed:Skriv et tall fra ${min}:min: til ${max}:max:`;
    return { id, text };
  }
}

const FILES = FILE_CEILING.files;
const MEGABYTES = FILE_CEILING.bytes / MEGABYTE;

const within = (number: number, most: number) =>
  Number.isInteger(number) && number >= 1 && number <= most;

const NAME = $localize`:@@editions.texts.name-needed:Skriv navnet på kåringen på bokmål`;
const LONG = $localize`:@@editions.texts.too-long:Gjør utlysningsteksten kortere`;

function textsOf({ name, callText, form }: EditionView): Texts {
  const { maxText, requirePhone, approvalByLink } = form;
  const { mostFiles, mostBytes } = form.files;
  const mostMegabytes = mostBytes / MEGABYTE;
  return { name, callText, maxText, requirePhone, approvalByLink, mostFiles, mostMegabytes };
}
