import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import type { ContactView } from '@award/municipalities/contract';
import { readRefusal, ResourceState, wordsFor } from '@award/ui/web';
import { MunicipalitiesClient } from './municipalities-client';
import { FIELD_WORDS, WRITTEN_FORM_CODES, writtenFormWords } from './register-words';

const DOMAIN = /^$|^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Written form, post address and mail domain of one municipality: what no public table at hand has. */
@Component({
  selector: 'municipalities-contact-form',
  imports: [FormsModule, ResourceState],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './contact-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ContactForm {
  readonly municipalityId = input.required<string>();
  readonly mayChange = input.required<boolean>();

  private readonly client = inject(MunicipalitiesClient);
  protected readonly forms = WRITTEN_FORM_CODES;
  protected readonly fieldWords = FIELD_WORDS;
  protected readonly writtenFormWords = writtenFormWords;
  protected readonly contact = resource({
    params: () => this.municipalityId(),
    loader: ({ params }) => this.client.contact(params),
  });
  protected readonly draft = linkedSignal(() =>
    this.contact.hasValue() ? textsOf(this.contact.value()) : null,
  );
  protected readonly busy = signal(false);
  protected readonly done = signal(false);
  protected readonly domainProblem = signal(false);
  protected readonly refused = signal<string | null>(null);

  protected change(part: Partial<Texts>): void {
    this.done.set(false);
    this.draft.update((draft) => draft && { ...draft, ...part });
  }

  protected async save(): Promise<void> {
    const draft = this.draft();
    if (draft === null || this.busy()) return;
    const mailDomain = draft.mailDomain.trim().replace(/^@/, '').toLowerCase();
    this.domainProblem.set(!DOMAIN.test(mailDomain));
    if (this.domainProblem()) return;
    this.busy.set(true);
    this.refused.set(null);
    try {
      await this.client.changeContact(this.municipalityId(), {
        writtenForm: draft.writtenForm || null,
        postAddress: draft.postAddress.trim() || null,
        mailDomain: mailDomain || null,
      });
      this.done.set(true);
    } catch (error) {
      this.refused.set(wordsFor(readRefusal(error)?.refusal ?? null));
    } finally {
      this.busy.set(false);
    }
  }
}

interface Texts {
  writtenForm: '' | 'nb' | 'nn' | 'neutral';
  postAddress: string;
  mailDomain: string;
}

function textsOf({ writtenForm, postAddress, mailDomain }: ContactView): Texts {
  return {
    writtenForm: writtenForm ?? '',
    postAddress: postAddress ?? '',
    mailDomain: mailDomain ?? '',
  };
}
