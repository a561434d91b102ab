import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  LOCALE_ID,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import type { OutcomeState } from '@award/publication/contract';
import {
  Download,
  InLocale,
  inLocale,
  OsloDate,
  PageHeader,
  ResourceState,
  withYear,
} from '@award/ui/web';
import { MyCorrections } from './corrections/my-corrections';
import { OutcomeClient } from './outcome-client';

const HEADINGS: Readonly<Record<OutcomeState, string>> = {
  waiting: $localize`:@@publication.outcome.waiting:Ikke offentliggjort ennå`,
  winner: $localize`:@@publication.outcome.winner:Kommunen vant`,
  finalist: $localize`:@@publication.outcome.finalist:Kommunen er finalist`,
  'not-finalist': $localize`:@@publication.outcome.not-finalist:Forslaget ble ikke finalist`,
  'not-in-competition': $localize`:@@publication.outcome.not-in-competition:Kommunen har ikke noe forslag med i konkurransen`,
};

/** How it went for the municipality's entry: told here, behind sign-in, and never in a mail. */
@Component({
  selector: 'publication-outcome-page',
  imports: [Download, InLocale, MyCorrections, OsloDate, PageHeader, ResourceState, RouterLink],
  templateUrl: './outcome-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OutcomePage {
  private readonly client = inject(OutcomeClient);
  private readonly session = inject(Session);
  private readonly locale = inject(LOCALE_ID);

  protected readonly outcome = resource({
    params: () => this.session.acting()?.id ?? null,
    loader: () => this.client.mine(),
  });
  protected readonly view = computed(() => (this.outcome.hasValue() ? this.outcome.value() : null));
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });
  protected readonly edition = computed(() => {
    const view = this.view();
    return view ? withYear(inLocale(view.editionName, this.locale), view.year) : '';
  });
  protected readonly headings = HEADINGS;
}
