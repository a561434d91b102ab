import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  DestroyRef,
  inject,
  LOCALE_ID,
  resource,
  signal,
} from '@angular/core';
import { houseOfTip, TIP_LIMITS, TIP_RELATIONS, type TipRelation } from '@award/award';
import type { MunicipalityView } from '@award/municipalities/contract';
import {
  Empty,
  ErrorSummary,
  Failure,
  inLocale,
  OsloDateTime,
  type Problem,
  ResourceState,
  screenLanguage,
} from '@award/ui/web';
import { act } from './act';
import { NominationsClient } from './nominations-client';
import { TextField } from './text-field';
import { RELATION_WORDS } from './tip-words';
import { TipsClient } from './tips-client';

const PAUSE = 250;

/** Anybody points at a municipality: which, why, and who is speaking. */
@Component({
  selector: 'nominations-tip-page',
  imports: [Empty, ErrorSummary, Failure, OsloDateTime, ResourceState, TextField],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './tip-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TipPage {
  private readonly client = inject(TipsClient);
  private readonly register = inject(NominationsClient);
  private readonly locale = inject(LOCALE_ID);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly opened = resource({ loader: () => this.client.call() });
  protected readonly call = computed(() =>
    this.opened.hasValue() ? this.opened.value().call : null,
  );
  protected readonly awardName = computed(() => inLocale(this.call()?.name, this.locale));
  protected readonly relations = TIP_RELATIONS;
  protected readonly relationWords = RELATION_WORDS;
  protected readonly limits = TIP_LIMITS;

  protected readonly search = signal('');
  private readonly wanted = signal('');
  protected readonly found = resource({
    params: () => this.wanted() || undefined,
    loader: ({ params }) =>
      this.register.searchMunicipalities(params, this.call()?.invented ?? false),
  });
  protected readonly municipality = signal<MunicipalityView | null>(null);
  protected readonly why = signal('');
  protected readonly name = signal('');
  protected readonly email = signal('');
  protected readonly relation = signal<TipRelation | null>(null);
  protected readonly region = signal('');
  protected readonly ofRegion = computed(() => {
    const relation = this.relation();
    return relation !== null && houseOfTip(relation) !== null;
  });
  private readonly pressed = signal(false);
  protected readonly problems = computed<Problem[]>(() => (this.pressed() ? this.missing() : []));
  protected readonly sent = signal(false);
  protected readonly sending = act();

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected look(text: string): void {
    this.search.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wanted.set(text.trim()), PAUSE);
  }

  protected choose(one: MunicipalityView): void {
    this.municipality.set(one);
    this.search.set('');
    this.wanted.set('');
  }

  protected problemOf(id: string): string | null {
    return this.problems().find((problem) => problem.id === id)?.text ?? null;
  }

  protected async send(): Promise<void> {
    this.pressed.set(true);
    const municipality = this.municipality();
    const relation = this.relation();
    if (this.missing().length > 0 || municipality === null || relation === null) return;
    this.sent.set(
      await this.sending.run(() =>
        this.client.send({
          municipalityId: municipality.id,
          why: this.why(),
          senderName: this.name(),
          senderEmail: this.email().trim(),
          relation,
          region: this.ofRegion() ? this.region() : '',
          language: screenLanguage(this.locale),
        }),
      ),
    );
  }

  private missing(): Problem[] {
    const needed: readonly (readonly [string, boolean, string])[] = [
      ['tip-municipality', this.municipality() !== null, NEEDED.municipality],
      ['tip-why', this.why().trim() !== '', NEEDED.why],
      ['relation-resident', this.relation() !== null, NEEDED.relation],
      ['tip-region', !this.ofRegion() || this.region().trim() !== '', NEEDED.region],
      ['tip-name', this.name().trim() !== '', NEEDED.name],
      ['tip-email', /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(this.email().trim()), NEEDED.email],
    ];
    return needed.filter(([, there]) => !there).map(([id, , text]) => ({ id, text }));
  }
}

const NEEDED = {
  municipality: $localize`:@@nominations.tip.need-municipality:Velg kommunen`,
  why: $localize`:@@nominations.tip.need-why:Skriv hvorfor`,
  relation: $localize`:@@nominations.tip.need-relation:Velg hvordan du er knyttet til kommunen`,
  region: $localize`:@@nominations.tip.need-region:Skriv hvilken region du skriver for`,
  name: $localize`:@@nominations.tip.need-name:Skriv navnet ditt`,
  email: $localize`:@@nominations.tip.need-email:Skriv e-postadressen din, for eksempel kari@eksempel.no`,
};
