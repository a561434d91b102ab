import { ChangeDetectionStrategy, Component, inject, linkedSignal } from '@angular/core';
import {
  PRESS_CONTACT_LIMITS,
  type PressContact,
  type PressContactProblem,
  pressContactProblems,
  readAloud,
} from '@award/award';
import type { EditionView } from '@award/editions/contract';
import type { FieldRefusal } from '@award/ui/web';
import { EditionsClient } from './editions-client';
import { LineField } from './line-field';
import { type FieldPlace, SectionForm } from './section-form';
import { SectionFrame } from './section-frame';

const EMPTY: PressContact = { name: '', role: '', phone: '', email: '' };

/** Whom journalists ring, as the press page and the kit tell it. */
@Component({
  selector: 'editions-press-section',
  imports: [LineField, SectionFrame],
  templateUrl: './press-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PressSection extends SectionForm {
  private readonly client = inject(EditionsClient);

  protected readonly limits = PRESS_CONTACT_LIMITS;
  protected readonly drafts = linkedSignal<EditionView, readonly PressContact[]>({
    source: this.edition,
    computation: (edition, before) =>
      before && JSON.stringify(draftsOf(before.source)) !== JSON.stringify(before.value)
        ? before.value
        : draftsOf(edition),
  });

  protected change(at: number, part: Partial<PressContact>): void {
    this.drafts.update((drafts) =>
      drafts.map((one, place) => (place === at ? { ...one, ...part } : one)),
    );
  }

  protected add(): void {
    this.drafts.update((drafts) => [...drafts, EMPTY]);
  }

  protected remove(at: number): void {
    this.drafts.update((drafts) => drafts.filter((_, place) => place !== at));
    this.problems.set([]);
  }

  protected async submit(): Promise<void> {
    const contacts = this.drafts();
    const problems = pressContactProblems(contacts);
    if (problems.length > 0) {
      this.problems.set(
        problems.map(({ at, field, reason }) => ({
          id: `${field}-${at}`,
          text: WORDS[field][reason],
        })),
      );
      return;
    }
    await this.save(async () => {
      const edition = await this.client.changePressContacts(this.edition().id, {
        lockVersion: this.edition().lockVersion,
        contacts: [...contacts],
      });
      const came = draftsOf(edition);
      // As it was read, unless it was written on while the save was under way.
      this.drafts.update((drafts) => drafts.map((one) => came[contacts.indexOf(one)] ?? one));
      return edition;
    });
  }

  protected override placeOf({ path, reason }: FieldRefusal): FieldPlace | null {
    const [, at, field] = /^contacts\.(\d+)\.(name|phone|email)$/.exec(path) ?? [];
    if (at === undefined) return null;
    const of = WORDS[field as PressContactProblem['field']];
    return {
      id: `${field}-${at}`,
      text: of[reason as PressContactProblem['reason']] ?? of.missing,
    };
  }
}

/** Numbers as people read them, as they are typed. */
function draftsOf({ pressContacts }: EditionView): PressContact[] {
  return pressContacts.map((one) => ({ ...one, phone: readAloud(one.phone) }));
}

const NAME = $localize`:@@editions.press.name-needed:Skriv navnet`;
const PHONE = $localize`:@@editions.press.phone-needed:Skriv et telefonnummer som går rett til personen`;
const NOT_PHONE = $localize`:@@editions.press.phone-wrong:Skriv åtte sifre, eller et utenlandsk nummer med + og landkode`;
const EMAIL = $localize`:@@editions.press.email-wrong:Skriv en e-postadresse, eller la feltet stå tomt`;
const WORDS: Readonly<
  Record<PressContactProblem['field'], Record<PressContactProblem['reason'], string>>
> = {
  name: { missing: NAME, 'not-a-phone': NAME, 'not-an-email': NAME },
  phone: { missing: PHONE, 'not-a-phone': NOT_PHONE, 'not-an-email': PHONE },
  email: { missing: EMAIL, 'not-a-phone': EMAIL, 'not-an-email': EMAIL },
};
