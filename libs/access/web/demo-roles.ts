import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  resource,
} from '@angular/core';
import type { DemoRoleView } from '@award/access/contract';
import { ResourceState } from '@award/ui/web';
import { AccessClient } from './access-client';

type Audience = DemoRoleView['audience'];

/** One click per demo person, grouped by audience. Exists in demo mode only. */
@Component({
  selector: 'access-demo-roles',
  imports: [ResourceState],
  template: `
    <section class="demo-roles flow" aria-labelledby="demo-heading">
      <h2 class="ds-heading" data-size="sm" id="demo-heading" i18n="@@access.demo.heading">
        Prøv med eksempeldata
      </h2>
      <p class="ds-paragraph" i18n="@@access.demo.lead">
        Personene er oppdiktet. Velg en, og se løsningen slik den personen ser den.
      </p>
      <ui-resource-state [of]="roles" />
      @for (group of groups(); track group.audience) {
        <h3 class="ds-heading" data-size="2xs">{{ group.title }}</h3>
        <ul class="demo-roles__list">
          @for (role of group.roles; track role.key) {
            <li>
              <button
                class="ds-button demo-roles__button"
                data-variant="secondary"
                type="button"
                [attr.aria-disabled]="busy() || null"
                (click)="chosen.emit(role.key)"
              >
                <span class="demo-roles__name">{{ role.name }}</span>
                <span class="demo-roles__note" lang="nb">{{ role.note }}</span>
              </button>
            </li>
          }
        </ul>
      }
      @if (more()) {
        <p class="ds-paragraph" i18n="@@access.demo.more">
          Kommunene og juryen får roller senere i året. Flytt i tid øverst på siden for å møte dem.
        </p>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DemoRoles {
  readonly busy = input(false);
  readonly chosen = output<string>();

  private readonly client = inject(AccessClient);
  protected readonly roles = resource({ loader: () => this.client.demoRoles() });
  protected readonly groups = computed(() => {
    const all = this.roles.hasValue() ? this.roles.value() : [];
    return AUDIENCES.map(({ audience, title }) => ({
      audience,
      title,
      roles: all.filter((role) => role.audience === audience),
    })).filter((group) => group.roles.length > 0);
  });
  /** Not everybody has been given a role at this time of the year. */
  protected readonly more = computed(
    () => this.roles.hasValue() && this.groups().length < AUDIENCES.length,
  );
}

const AUDIENCES: readonly { audience: Audience; title: string }[] = [
  { audience: 'municipality', title: $localize`:@@access.demo.municipality:Kommune` },
  { audience: 'jury', title: $localize`:@@access.demo.jury:Jury` },
  { audience: 'secretariat', title: $localize`:@@access.demo.secretariat:Sekretariat` },
];
