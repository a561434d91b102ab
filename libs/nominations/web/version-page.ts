import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { Router } from '@angular/router';
import { Breadcrumbs, ConfirmDialog, OsloDateTime, PageHeader, ResourceState } from '@award/ui/web';
import { EntryText } from './entry-text';
import { NominationDraft } from './nomination-draft';
import { NominationsClient } from './nominations-client';
import { VersionComparison } from './version-comparison';

/** One version to read, and to take up again as the text to go on from. */
@Component({
  selector: 'nominations-version-page',
  imports: [
    Breadcrumbs,
    ConfirmDialog,
    EntryText,
    OsloDateTime,
    PageHeader,
    ResourceState,
    VersionComparison,
  ],
  templateUrl: './version-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VersionPage {
  /** From the address. */
  readonly number = input.required<string>();
  /** From the address: the version to compare with, or `na` for the text in the form. */
  readonly mot = input<string>();

  private readonly client = inject(NominationsClient);
  private readonly router = inject(Router);
  protected readonly draft = inject(NominationDraft);
  protected readonly version = resource({
    params: () => Number(this.number()) || 0,
    loader: async ({ params }) => {
      const { entry } = await this.draft.open();
      return entry === null ? null : this.client.version(entry.id, params);
    },
  });
  protected readonly against = resource({
    params: () => ({ mot: this.mot(), version: this.version.hasValue() }),
    loader: async ({ params: { mot, version } }) => {
      const entry = this.draft.entry();
      if (!mot || !version || entry === null) return null;
      return mot === 'na'
        ? this.draft.content()
        : (await this.client.version(entry.id, Number(mot) || 0)).content;
    },
  });
  protected readonly comparedWith = computed(() =>
    this.mot() === 'na'
      ? $localize`:@@nominations.compare.to-now:Fra denne versjonen til teksten i skjemaet nå`
      : $localize`:@@nominations.compare.from:Fra versjon ${this.mot() ?? ''}:other: til denne`,
  );
  protected readonly trail = [
    { label: $localize`:@@nominations.my-entry:Kommunens forslag`, link: '/kommune' },
    { label: $localize`:@@nominations.versions:Tidligere versjoner`, link: '/kommune/versjoner' },
  ];
  protected readonly heading = computed(
    () => $localize`:@@nominations.version.heading:Versjon ${this.number()}:number:`,
  );

  protected async compare(mot: string): Promise<void> {
    const queryParams = { mot: mot.trim() || null };
    await this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected async takeUp(dialog: ConfirmDialog): Promise<void> {
    const version = this.version.hasValue() ? this.version.value() : null;
    if (version === null || !(await dialog.ask())) return;
    this.draft.change(version.content);
    await this.draft.flush();
    await this.router.navigateByUrl('/kommune');
  }
}
