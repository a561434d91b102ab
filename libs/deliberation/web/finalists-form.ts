import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Refusal } from '@award/award';
import type { DecideFinalists, DecisionView, MeetingView } from '@award/deliberation/contract';
import { ConfirmDialog, ErrorSummary, type Problem } from '@award/ui/web';
import { type DecisionWords, EMPTY_WORDS, orderOf, problemOf, problemsOf } from './decision-draft';
import { DecisionFields } from './decision-fields';
import { entryName } from './entry-name';
import { sameData } from './same-data';

type Choice = 'finalist' | 'reserve';

/** The leader writes down which entries the jury has chosen, in order, and seals the decision. */
@Component({
  selector: 'deliberation-finalists-form',
  imports: [ConfirmDialog, DecisionFields, ErrorSummary],
  templateUrl: './finalists-form.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FinalistsForm {
  readonly view = input.required<MeetingView>();
  readonly busy = input(false);
  /** Why the server refused the last attempt. */
  readonly refusal = input<Refusal | null>(null);
  readonly decided = output<DecideFinalists>();

  private readonly dialog = viewChild.required(ConfirmDialog);
  private readonly standing = computed(() => this.view().finalists, { equal: sameData });
  private readonly usual = computed(() => this.view().usual.finalists);
  protected readonly chosen = linkedSignal<
    DecisionView | null,
    { readonly id: string; readonly as: Choice }[]
  >({
    source: this.standing,
    computation: (finalists) => {
      const all = (ids: readonly string[], as: Choice) => ids.map((id) => ({ id, as }));
      return [
        ...all(finalists?.finalists ?? [], 'finalist'),
        ...all(finalists?.reserve ?? [], 'reserve'),
      ];
    },
  });
  protected readonly words = linkedSignal<number, DecisionWords>({
    source: this.usual,
    computation: (usual) => ({ ...EMPTY_WORDS, number: String(usual) }),
  });
  private readonly found = signal<readonly Problem[]>([]);

  protected readonly problems = computed<readonly Problem[]>(() => {
    const refusal = this.refusal();
    return refusal === null ? this.found() : [problemOf(refusal, 'finalists')];
  });
  protected readonly entries = computed(() => {
    const { agenda, entries } = this.view();
    const placeOf = (id: string) =>
      agenda.find(({ nominationId }) => nominationId === id)?.place ?? null;
    return entries
      .filter(({ state }) => state !== 'withdrawn')
      .map((entry) => ({ ...entry, place: placeOf(entry.nominationId) }))
      .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
  });
  protected readonly finalists = computed(() => this.chosenAs('finalist'));
  protected readonly reserve = computed(() => this.chosenAs('reserve'));
  protected readonly lists = computed(() => [
    {
      as: 'finalist' as const,
      heading: $localize`:@@deliberation.finalists.list:Finalister, i rekkefølge`,
      ids: this.finalists(),
    },
    {
      as: 'reserve' as const,
      heading: $localize`:@@deliberation.finalists.reserve-list:Reserver, i rekkefølge`,
      ids: this.reserve(),
    },
  ]);
  protected readonly replaces = computed(() => this.view().finalists !== null);

  protected is(id: string, as: Choice): boolean {
    return this.chosen().some((one) => one.id === id && one.as === as);
  }

  protected choose(id: string, as: Choice): void {
    const had = this.is(id, as);
    this.chosen.update((all) => [
      ...all.filter((one) => one.id !== id),
      ...(had ? [] : [{ id, as }]),
    ]);
  }

  /** Changes places with the one above in the same list. */
  protected raise(id: string): void {
    this.chosen.update((all) => {
      const at = all.findIndex((one) => one.id === id);
      const above = all.slice(0, at).findLastIndex((one) => one.as === all[at]?.as);
      if (above < 0) return all;
      const moved = [...all];
      [moved[above], moved[at]] = [moved[at], moved[above]];
      return moved;
    });
  }

  protected name(id: string): string {
    return entryName(this.view().entries, id);
  }

  protected async decide(): Promise<void> {
    const finalists = this.finalists();
    const found = problemsOf(this.words(), finalists.length, 'finalists');
    this.found.set(found);
    if (found.length > 0 || !(await this.dialog().ask())) return;
    this.decided.emit({
      ...orderOf(this.words(), this.view().finalists?.id ?? null),
      finalists,
      reserve: this.reserve(),
    });
  }

  private chosenAs(as: Choice): string[] {
    return this.chosen()
      .filter((one) => one.as === as)
      .map(({ id }) => id);
  }
}
