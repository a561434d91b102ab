import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { MunicipalityJobs as Jobs } from '@award/publication/contract';
import { DataTable, Grouped, OsloDate } from '@award/ui/web';

/** Jobs year by year, and what the growth was made of. */
@Component({
  selector: 'publication-municipality-jobs',
  imports: [DataTable, Grouped, OsloDate],
  template: `
    <figure class="flow">
      @if (growth(); as found) {
        <ui-data-table
          label="Hva veksten består av"
          i18n-label="@@publication.jobs.parts"
          [stacked]="false"
        >
          <table class="ds-table">
            <thead>
              <tr>
                <th scope="col" i18n="@@publication.jobs.part">Del av veksten</th>
                <th scope="col" data-number i18n="@@publication.jobs.jobs">Arbeidsplasser</th>
              </tr>
            </thead>
            <tbody>
              @for (part of found; track part.label) {
                <tr>
                  <th scope="row">{{ part.label }}</th>
                  <td data-number>{{ part.jobs }}</td>
                </tr>
              }
            </tbody>
          </table>
        </ui-data-table>
      }
      <ui-data-table
        label="Arbeidsplasser år for år"
        i18n-label="@@publication.jobs.table"
        [stacked]="false"
      >
        <table class="ds-table">
          <thead>
            <tr>
              <th scope="col" i18n="@@publication.jobs.year">År</th>
              <th scope="col" data-number i18n="@@publication.jobs.jobs">Arbeidsplasser</th>
            </tr>
          </thead>
          <tbody>
            @for (year of newestFirst(); track year.year) {
              <tr>
                <td>{{ year.year }}</td>
                <td data-number>{{ year.jobs | grouped }}</td>
              </tr>
            }
          </tbody>
        </table>
      </ui-data-table>
      <figcaption class="source">
        <ng-container i18n="@@publication.jobs.source"
          >Kilde: {{ jobs().source }}, oppdatert {{ jobs().updatedOn | osloDate }}. Delene summerer
          seg til veksten og beskriver den. De sier ikke hvorfor.</ng-container
        >
        @if (leftOut(); as names) {
          &ngsp;<ng-container i18n="@@publication.jobs.left-out"
            >Uten tall, og ikke regnet med: {{ names }}.</ng-container
          >
        }
      </figcaption>
    </figure>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MunicipalityJobs {
  readonly jobs = input.required<Jobs>();

  protected readonly newestFirst = computed(() => this.jobs().years.toReversed());
  protected readonly leftOut = computed(() => this.jobs().growth?.leftOut.join(', ') || null);
  protected readonly growth = computed(() => {
    const { growth } = this.jobs();
    if (growth === null) return null;
    const { from, to, first, last, parts } = growth;
    return [
      {
        label: $localize`:@@publication.jobs.growth:Vekst fra ${from}:from: til ${to}:to:`,
        jobs: signed(last - first),
      },
      {
        label: $localize`:@@publication.jobs.national:Som i landet samlet`,
        jobs: signed(parts.national),
      },
      {
        label: $localize`:@@publication.jobs.mix:Av hvilke næringer kommunen har`,
        jobs: signed(parts.mix),
      },
      { label: $localize`:@@publication.jobs.own:Kommunens egen del`, jobs: signed(parts.own) },
    ];
  });
}

/** Whole jobs with a sign, a true minus among them. */
function signed(jobs: number): string {
  const whole = Math.round(jobs);
  const digits = String(Math.abs(whole)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return whole === 0 ? '0' : `${whole < 0 ? '−' : '+'}${digits}`;
}
