import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  linkedSignal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { EDITION_LIMITS, EVENT_FORMS } from '@award/award';
import type { EditionView, EventDetails } from '@award/editions/contract';
import type { FieldRefusal } from '@award/ui/web';
import { eventFormWords } from './edition-words';
import { EditionsClient } from './editions-client';
import { LineField } from './line-field';
import { type FieldPlace, SectionForm } from './section-form';
import { SectionFrame } from './section-frame';

const ADDRESSES = ['signUpUrl', 'streamUrl'] as const;

/** Where and how the winners are announced. */
@Component({
  selector: 'editions-event-section',
  imports: [FormsModule, LineField, SectionFrame],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './event-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EventSection extends SectionForm {
  private readonly client = inject(EditionsClient);

  protected readonly forms = EVENT_FORMS;
  protected readonly limits = EDITION_LIMITS;
  protected readonly eventFormWords = eventFormWords;
  protected readonly draft = linkedSignal<EditionView, EventDetails>({
    source: this.edition,
    computation: (edition, before) =>
      before && JSON.stringify(before.source.event) !== JSON.stringify(before.value)
        ? before.value
        : edition.event,
  });

  protected change(part: Partial<EventDetails>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected submit(): Promise<void> {
    const draft = this.draft();
    const wrong = ADDRESSES.filter(
      (field) => !/^$|^https:\/\/[^\s<>"]+$/.test(draft[field].trim()),
    );
    if (wrong.length > 0) {
      this.problems.set(wrong.map((id) => ({ id, text: ADDRESS })));
      return Promise.resolve();
    }
    return this.save(() =>
      this.client.changeEvent(this.edition().id, {
        lockVersion: this.edition().lockVersion,
        ...draft,
        signUpUrl: draft.signUpUrl.trim(),
        streamUrl: draft.streamUrl.trim(),
      }),
    );
  }

  protected override placeOf({ path }: FieldRefusal): FieldPlace | null {
    const field = ADDRESSES.find((address) => address === path);
    return field ? { id: field, text: ADDRESS } : null;
  }
}

const ADDRESS = $localize`:@@editions.event.address-needed:Skriv hele adressen, for eksempel https://www.ks.no/toppmote`;
