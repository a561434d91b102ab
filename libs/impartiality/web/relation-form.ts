import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  DestroyRef,
  inject,
  input,
  output,
  resource,
  signal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import { organisationNumber, RELATION_TYPES, type RelationType } from '@award/award';
import type { TellRelation } from '@award/impartiality/contract';
import type { MunicipalityView } from '@award/municipalities/contract';
import { MunicipalitiesClient } from '@award/municipalities/web';
import { ErrorSummary, type Problem, ResourceState } from '@award/ui/web';
import { RELATION_WORDS } from './relation-words';

/** A tie with the name of what it leads to, for showing it before it is stored. */
export type NamedTie = TellRelation & { readonly name: string };

const PAUSE = 250;
const EARLIEST = 1950;

/** Asks for one tie: what kind, to which municipality or business, in which years. */
@Component({
  selector: 'impartiality-relation-form',
  imports: [ErrorSummary, FormsModule, ResourceState],
  templateUrl: './relation-form.html',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RelationForm {
  /** Search among the invented municipalities of the sample. */
  readonly invented = input(false);
  readonly busy = input(false);
  readonly told = output<NamedTie>();

  private readonly municipalities = inject(MunicipalitiesClient);
  protected readonly types = RELATION_TYPES.map((code) => ({ code, words: RELATION_WORDS[code] }));
  protected readonly type = signal<RelationType | ''>('');
  protected readonly to = signal<'municipality' | 'business'>('municipality');
  protected readonly chosen = signal<MunicipalityView | null>(null);
  protected readonly text = signal('');
  protected readonly business = signal('');
  protected readonly number = signal('');
  protected readonly fromYear = signal('');
  protected readonly toYear = signal('');
  protected readonly problems = signal<readonly Problem[]>([]);
  private readonly wanted = signal('');
  private timer: ReturnType<typeof setTimeout> | undefined;

  protected readonly found = resource({
    params: () => (this.wanted() ? { text: this.wanted(), invented: this.invented() } : undefined),
    loader: ({ params }) =>
      this.municipalities.search(params.text, { invented: params.invented, limit: 6 }),
  });
  protected readonly matches = computed(() =>
    this.found.hasValue() ? this.found.value().municipalities : [],
  );
  /** Nobody lives in a business. */
  protected readonly toBusiness = computed(
    () => this.to() === 'business' && this.type() !== 'residence',
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected textOf(id: string): string | null {
    return this.problems().find((problem) => problem.id === id)?.text ?? null;
  }

  protected search(text: string): void {
    this.text.set(text);
    this.chosen.set(null);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wanted.set(text.trim()), PAUSE);
  }

  protected choose(one: MunicipalityView): void {
    clearTimeout(this.timer);
    this.chosen.set(one);
    this.text.set(one.name);
    this.wanted.set('');
  }

  protected tell(): void {
    this.problems.set(this.faults());
    const type = this.type();
    if (this.problems().length > 0 || type === '' || this.busy()) return;
    const municipality = this.toBusiness() ? null : this.chosen();
    const name = this.business().trim();
    this.told.emit({
      type,
      municipalityId: municipality?.id ?? null,
      businessName: municipality ? null : name,
      organisationNumber: municipality ? null : organisationNumber(this.number()),
      fromYear: yearIn(this.fromYear()),
      toYear: yearIn(this.toYear()),
      name: municipality?.name ?? name,
    });
    for (const field of [this.text, this.business, this.number, this.fromYear, this.toYear])
      field.set('');
    this.type.set('');
    this.chosen.set(null);
  }

  private faults(): Problem[] {
    const [from, to] = [yearIn(this.fromYear()), yearIn(this.toYear())];
    const number = this.number().trim();
    const faults: readonly (readonly [boolean, Problem])[] = [
      [
        this.type() === '',
        {
          id: 'relation-type',
          text: $localize`:@@impartiality.relation.type-missing:Velg hva slags forhold det er`,
        },
      ],
      [
        !this.toBusiness() && this.chosen() === null,
        {
          id: 'relation-municipality',
          text: $localize`:@@impartiality.relation.municipality-missing:Søk og velg kommunen`,
        },
      ],
      [
        this.toBusiness() && this.business().trim() === '',
        {
          id: 'relation-business',
          text: $localize`:@@impartiality.relation.business-missing:Skriv navnet på virksomheten`,
        },
      ],
      [
        this.toBusiness() && number !== '' && organisationNumber(number) === null,
        {
          id: 'relation-number',
          text: $localize`:@@impartiality.relation.number-wrong:Organisasjonsnummeret har ni siffer; dette stemmer ikke`,
        },
      ],
      [
        !isYear(this.fromYear()) || !isYear(this.toYear()),
        {
          id: 'relation-from',
          text: $localize`:@@impartiality.relation.year-wrong:Skriv år med fire siffer, eller la feltet stå tomt`,
        },
      ],
      [
        from !== null && to !== null && from > to,
        {
          id: 'relation-to',
          text: $localize`:@@impartiality.relation.years-wrong:Til og med må være samme år eller senere`,
        },
      ],
    ];
    return faults.filter(([holds]) => holds).map(([, problem]) => problem);
  }
}

function yearIn(text: string): number | null {
  return /^\d{4}$/.test(text.trim()) ? Number(text.trim()) : null;
}

function isYear(text: string): boolean {
  const year = yearIn(text);
  return text.trim() === '' || (year !== null && year >= EARLIEST && year <= 2100);
}
