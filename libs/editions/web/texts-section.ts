import { ChangeDetectionStrategy, Component, inject, linkedSignal } from '@angular/core';
import { EDITION_LIMITS } from '@award/award';
import type { EditionView, Words } from '@award/editions/contract';
import type { FieldRefusal } from '@award/ui/web';
import { EditionsClient } from './editions-client';
import { type FieldPlace, SectionForm } from './section-form';
import { SectionFrame } from './section-frame';
import { WordsField } from './words-field';

interface Texts {
  name: Words;
  callText: Words;
}

/** The edition's name and the words of the call. */
@Component({
  selector: 'editions-texts-section',
  imports: [SectionFrame, WordsField],
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

  protected change(part: Partial<Texts>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected submit(): Promise<void> {
    if (this.draft().name.nb.trim() === '') {
      this.problems.set([{ id: 'name-nb', text: NAME }]);
      return Promise.resolve();
    }
    return this.save(() =>
      this.client.changeTexts(this.edition().id, {
        lockVersion: this.edition().lockVersion,
        ...this.draft(),
      }),
    );
  }

  protected override placeOf({ path }: FieldRefusal): FieldPlace | null {
    if (path.startsWith('name')) return { id: 'name-nb', text: NAME };
    return path.startsWith('callText') ? { id: 'call-nb', text: LONG } : null;
  }
}

const NAME = $localize`:@@editions.texts.name-needed:Skriv navnet på kåringen på bokmål`;
const LONG = $localize`:@@editions.texts.too-long:Gjør utlysningsteksten kortere`;

function textsOf({ name, callText }: EditionView): Texts {
  return { name, callText };
}
