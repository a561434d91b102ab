import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { JuryPageView } from '@award/publication/contract';
import { ClassMark, Grouped, OsloDate } from '@award/ui/web';
import { houseWords } from '../house-words';

type Member = JuryPageView['classes'][number]['members'][number];

/** How the jury works, and who sits in it once the finalists are told. */
@Component({
  selector: 'publication-jury',
  imports: [ClassMark, Grouped, OsloDate],
  templateUrl: './jury.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class JuryPortrait {
  readonly page = input.required<JuryPageView>();

  protected readonly houseWords = houseWords;

  protected readonly named = computed(() =>
    this.page().classes.some(({ members }) => members.length > 0),
  );

  protected readonly told = computed(() =>
    this.page().classes.some(({ entries }) => entries !== null),
  );
  protected readonly equalWeights = computed(
    () => new Set(this.page().criteria.map(({ weight }) => weight)).size === 1,
  );

  protected className(code: string): string {
    return this.page().classes.find((one) => one.code === code)?.name ?? code;
  }

  protected roleWords({ role }: Member): string {
    switch (role) {
      case 'leader':
        return $localize`:@@publication.jury.leader:leder`;
      case 'deputy-leader':
        return $localize`:@@publication.jury.deputy-leader:nestleder`;
      case 'deputy':
        return $localize`:@@publication.jury.deputy:vara`;
      case 'member':
        return $localize`:@@publication.jury.member:medlem`;
    }
  }
}
