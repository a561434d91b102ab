import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { TRAITS } from '@award/award';
import { AttachedFiles } from '@award/files/web';
import { BASIS_WORDS, FIELD_WORDS, MEASURE_WORDS, TRAIT_WORDS } from '@award/nominations/web';
import type { OpenEntryView } from '@award/scoring/contract';
import { ownFileAddress } from './scoring-client';
import { DataTable, Grouped, OsloDate } from '@award/ui/web';
import { EntryPartners } from './entry-partners';

/** The submitted entry as the jury reads it: long text at reading size, what is not written left out. */
@Component({
  selector: 'scoring-entry-reading',
  imports: [AttachedFiles, DataTable, EntryPartners, Grouped, OsloDate],
  templateUrl: './entry-reading.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryReading {
  readonly entry = input.required<OpenEntryView>();

  protected readonly fieldWords = FIELD_WORDS;
  protected readonly measureWords = MEASURE_WORDS;
  protected readonly addressOf = computed(() => {
    const { nominationId } = this.entry();
    return (fileId: string) => ownFileAddress(nominationId, fileId);
  });
  protected readonly content = computed(() => this.entry().content);
  protected readonly basis = computed(() => {
    const { basis } = this.content();
    return basis ? BASIS_WORDS[basis] : null;
  });
  /** The main field first. */
  protected readonly fields = computed(() => {
    const { mainField, fields } = this.content();
    return [...new Set([...(mainField ? [mainField] : []), ...fields])].map(
      (field) => FIELD_WORDS[field],
    );
  });
  protected readonly traits = computed(() =>
    TRAITS.flatMap((trait) => {
      const text = this.content().traits[trait] ?? '';
      return text.trim() === '' ? [] : [{ trait, heading: TRAIT_WORDS[trait], text }];
    }),
  );
}
