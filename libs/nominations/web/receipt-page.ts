import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  LOCALE_ID,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import {
  Breadcrumbs,
  ClassMark,
  Download,
  Empty,
  Grouped,
  OsloDate,
  OsloDateTime,
  PageHeader,
  ResourceState,
  inLocale,
} from '@award/ui/web';
import { NominationDraft } from './nomination-draft';
import { sentPdf } from './nominations-client';

/** The receipt: reference, time, class, the fingerprint of what was sent, and what happens next. */
@Component({
  selector: 'nominations-receipt-page',
  imports: [
    Breadcrumbs,
    ClassMark,
    Download,
    Empty,
    Grouped,
    OsloDate,
    OsloDateTime,
    PageHeader,
    ResourceState,
    RouterLink,
  ],
  templateUrl: './receipt-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceiptPage {
  private readonly session = inject(Session);
  private readonly locale = inject(LOCALE_ID);
  protected readonly draft = inject(NominationDraft);
  protected readonly opened = resource({
    params: () => this.session.acting()?.id ?? null,
    loader: () => this.draft.open(),
  });
  protected readonly trail = [
    { label: $localize`:@@nominations.my-entry:Kommunens forslag`, link: '/kommune' },
  ];
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly submitted = computed(() => this.draft.entry()?.submitted ?? null);
  protected readonly pdf = computed(() => {
    const entry = this.draft.entry();
    return entry?.submitted ? sentPdf(entry.id, entry.submitted.versionNumber, this.locale) : null;
  });
  protected readonly className = computed(() => {
    const view = this.draft.view();
    const found = view?.call.classes.find(({ code }) => code === view.classification?.classCode);
    return found ? inLocale(found.name, this.locale) : null;
  });
}
