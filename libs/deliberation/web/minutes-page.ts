import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  LOCALE_ID,
  resource,
  signal,
} from '@angular/core';
import type { Refusal } from '@award/award';
import {
  ClassMark,
  documentLanguage,
  Download,
  Failure,
  InLocale,
  OsloDateTime,
  OsloTime,
  PageHeader,
  readRefusal,
  ResourceState,
  StateTag,
  WithYear,
} from '@award/ui/web';
import { DeliberationClient } from './deliberation-client';
import { MinutesMoments } from './moments/minutes-moments';
import { MinutesObjections } from './talk/minutes-objections';
import { motionWords } from './talk/talk-words';
import { HOUSE_WORDS, POSITION_WORDS, SETTLEMENT_WORDS } from './words';

/** The minutes of one meeting, to read, print and approve. Says who stepped out and when, never why. */
@Component({
  selector: 'deliberation-minutes-page',
  imports: [
    ClassMark,
    Download,
    Failure,
    InLocale,
    MinutesMoments,
    MinutesObjections,
    OsloDateTime,
    OsloTime,
    PageHeader,
    ResourceState,
    StateTag,
    WithYear,
  ],
  templateUrl: './minutes-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MinutesPage {
  readonly minutesId = input.required<string>();

  private readonly client = inject(DeliberationClient);
  protected readonly minutes = resource({
    params: () => this.minutesId(),
    loader: ({ params }) => this.client.minutes(params),
  });
  protected readonly view = computed(() => (this.minutes.hasValue() ? this.minutes.value() : null));
  protected readonly busy = signal(false);
  protected readonly failed = signal<{ refusal: Refusal | null } | null>(null);

  private readonly language = documentLanguage(inject(LOCALE_ID));
  protected readonly pdf = computed(
    () => `/api/minutes/${this.minutesId()}/pdf?language=${this.language}`,
  );
  protected readonly json = computed(() => `/api/minutes/${this.minutesId()}/json`);
  protected readonly houseWords = HOUSE_WORDS;
  protected readonly positionWords = POSITION_WORDS;
  protected readonly settlementWords = SETTLEMENT_WORDS;
  protected readonly motionWords = motionWords;
  protected readonly attended = computed(() =>
    (this.view()?.content.attendance ?? []).filter((one) => one.present || one.steppedOutAt),
  );
  protected readonly absent = computed(() =>
    (this.view()?.content.attendance ?? []).filter((one) => !one.present && !one.steppedOutAt),
  );

  protected seat(id: string): string {
    return this.view()?.seats[id]?.name ?? id;
  }

  protected entries(ids: readonly string[]): string {
    return ids.map((id) => this.entry(id)).join(', ');
  }

  protected entry(id: string): string {
    const known = this.view()?.entries[id];
    return known ? `${known.municipality} (${known.county})` : id;
  }

  protected print(): void {
    window.print();
  }

  protected async approve(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failed.set(null);
    try {
      await this.client.approveMinutes(this.minutesId());
    } catch (error) {
      this.failed.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
      this.minutes.reload();
    }
  }
}
