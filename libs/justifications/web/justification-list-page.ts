import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { NgTemplateOutlet } from '@angular/common';
import { RouterLink } from '@angular/router';
import { classScope, HOUSE_WORDS } from '@award/deliberation/web';
import type { JustificationLineView } from '@award/justifications/contract';
import {
  Breadcrumbs,
  ClassMark,
  Empty,
  InLocale,
  OsloDateTime,
  PageHeader,
  ResourceState,
  StateTag,
  wordsFor,
} from '@award/ui/web';
import { JustificationsClient } from './justifications-client';
import { FORM_WORDS, lengthWords, STATE_TONES, STATE_WORDS } from './words';

/** The entries of a class: the finalists' justifications and the others' feedback, and how far each has come. */
@Component({
  selector: 'justifications-list-page',
  imports: [
    Breadcrumbs,
    ClassMark,
    Empty,
    InLocale,
    NgTemplateOutlet,
    OsloDateTime,
    PageHeader,
    ResourceState,
    RouterLink,
    StateTag,
  ],
  templateUrl: './justification-list-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JustificationListPage {
  readonly editionId = input<string>();
  readonly classCode = input<string>();

  private readonly client = inject(JustificationsClient);
  private readonly scope = classScope(this.editionId, this.classCode);
  protected readonly list = resource({
    params: () => this.scope(),
    loader: ({ params }) => this.client.list(params),
  });
  protected readonly view = computed(() => (this.list.hasValue() ? this.list.value() : null));
  protected readonly allSealed = computed(() =>
    (this.view()?.justifications ?? []).every(({ state }) => state === 'sealed'),
  );
  /** `2 av 3 forseglet`; nothing before there are finalists. */
  protected readonly progress = computed(() => {
    const all = this.view()?.justifications ?? [];
    const sealed = all.filter(({ state }) => state === 'sealed').length;
    return all.length === 0
      ? ''
      : $localize`:@@justifications.list.sealed:${sealed}:sealed: av ${all.length}:all: forseglet`;
  });
  protected readonly trail = computed(() =>
    this.editionId()
      ? [
          {
            label: $localize`:@@justifications.list.heading:Begrunnelser`,
            link: '/sekretariat/begrunnelser',
          },
        ]
      : [],
  );
  protected readonly stateWords = STATE_WORDS;
  protected readonly stateTones = STATE_TONES;
  protected readonly formWords = FORM_WORDS;
  protected readonly length = lengthWords;
  protected readonly refusal = wordsFor;

  /** Who has signed the text as it stands. */
  protected signed({ signers }: JustificationLineView): string {
    return signers
      .filter(({ current }) => current)
      .map(({ name, house }) => `${name} (${HOUSE_WORDS[house]})`)
      .join(', ');
  }
}
