import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { Session } from '@award/access/web';
import { classScope } from '@award/deliberation/web';
import {
  Breadcrumbs,
  ClassMark,
  Empty,
  InLocale,
  PageHeader,
  ResourceState,
  StateTag,
} from '@award/ui/web';
import { AskFactCheck } from './ask-fact-check';
import { JustificationLine } from './justification-line';
import { JustificationsClient } from './justifications-client';

/** The entries of a class: the finalists' justifications and the others' feedback, and how far each has come. */
@Component({
  selector: 'justifications-list-page',
  imports: [
    AskFactCheck,
    Breadcrumbs,
    ClassMark,
    Empty,
    InLocale,
    JustificationLine,
    PageHeader,
    ResourceState,
    StateTag,
  ],
  templateUrl: './justification-list-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JustificationListPage {
  readonly editionId = input<string>();
  readonly classCode = input<string>();

  private readonly client = inject(JustificationsClient);
  private readonly session = inject(Session);
  private readonly scope = classScope(this.editionId, this.classCode);
  protected readonly list = resource({
    params: () => this.scope(),
    loader: ({ params }) => this.client.list(params),
  });
  protected readonly view = computed(() => (this.list.hasValue() ? this.list.value() : null));
  protected readonly mayAsk = computed(
    () => this.session.may('release:prepare') && this.view()?.class.phase === 'judging',
  );
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
}
