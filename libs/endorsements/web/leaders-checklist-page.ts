import {
  ChangeDetectionStrategy,
  Component,
  computed,
  CUSTOM_ELEMENTS_SCHEMA,
  effect,
  inject,
  signal,
} from '@angular/core';
import { actingSentence, Session } from '@award/access/web';
import { PageHeader } from '@award/ui/web';

const ITEMS: readonly { code: string; words: string }[] = [
  {
    code: 'goals',
    words: $localize`:@@endorsements.leaders.goals:De som møter bedriftene, kjenner målene og sin egen del i dem`,
  },
  {
    code: 'needs',
    words: $localize`:@@endorsements.leaders.needs:Vi vet hva bedriftene trenger`,
  },
  { code: 'reach-out', words: $localize`:@@endorsements.leaders.reach-out:Vi tar selv kontakt` },
  {
    code: 'available',
    words: $localize`:@@endorsements.leaders.available:Lederne er lette å få tak i`,
  },
  {
    code: 'line',
    words: $localize`:@@endorsements.leaders.line:Det er klart hva som er politikk, og hva som er administrasjon`,
  },
  {
    code: 'principles',
    words: $localize`:@@endorsements.leaders.principles:Vi er enige om hvordan vi yter service`,
  },
  {
    code: 'asked',
    words: $localize`:@@endorsements.leaders.asked:Vi har spurt hva næringslivet mener`,
  },
  {
    code: 'decide',
    words: $localize`:@@endorsements.leaders.decide:Saksbehandlerne kan selv ta avgjørelser`,
  },
  {
    code: 'coordinate',
    words: $localize`:@@endorsements.leaders.coordinate:Vi samordner oss når en sak er vanskelig`,
  },
];

/**
 * For the municipality's leaders to prepare by. It is shown to nobody else: what is ticked stays in
 * this browser and is never sent.
 */
@Component({
  selector: 'endorsements-leaders-checklist-page',
  imports: [PageHeader],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <div class="page page--narrow flow">
      <ui-page-header
        heading="Sjekkliste for ledere"
        i18n-heading="@@endorsements.leaders.heading"
        [acting]="acting()"
      >
        <p lead class="ds-paragraph" i18n="@@endorsements.leaders.lead">
          Gå gjennom listen sammen før dere skriver. Det dere krysser av, ligger bare i denne
          nettleseren. Det blir ikke sendt til noen, og er ikke en del av forslaget.
        </p>
      </ui-page-header>
      <fieldset class="ds-fieldset">
        <legend class="ds-label" i18n="@@endorsements.leaders.legend">
          Stemmer dette hos oss?
        </legend>
        @for (item of items; track item.code) {
          <ds-field class="ds-field">
            <input
              #box
              class="ds-input"
              type="checkbox"
              [id]="'leaders-' + item.code"
              [checked]="ticked().includes(item.code)"
              (change)="tick(item.code, box.checked)"
            />
            <label class="ds-label" [for]="'leaders-' + item.code">{{ item.words }}</label>
          </ds-field>
        }
      </fieldset>
      <p class="ds-paragraph figures" role="status">
        <ng-container i18n="@@endorsements.leaders.count"
          >{{ ticked().length }} av {{ items.length }} er krysset av.</ng-container
        >
      </p>
      <p>
        <button class="ds-button" data-variant="secondary" type="button" (click)="ticked.set([])">
          <ng-container i18n="@@endorsements.leaders.clear">Tøm listen</ng-container>
        </button>
      </p>
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadersChecklistPage {
  private readonly session = inject(Session);
  private readonly keptAs = `kaaring.leaders.${this.session.acting()?.municipalityId ?? ''}`;
  protected readonly items = ITEMS;
  protected readonly ticked = signal<readonly string[]>(this.kept());
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });

  constructor() {
    effect(() => localStorage.setItem(this.keptAs, this.ticked().join(' ')));
  }

  protected tick(code: string, on: boolean): void {
    this.ticked.update((before) => (on ? [...before, code] : before.filter((one) => one !== code)));
  }

  private kept(): string[] {
    const codes = (localStorage.getItem(this.keptAs) ?? '').split(' ');
    return ITEMS.map(({ code }) => code).filter((code) => codes.includes(code));
  }
}
