import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { EditionChangeView } from '@award/editions/contract';
import { DataTable, OsloDateTime } from '@award/ui/web';
import { changedWords } from './edition-words';

/** Who changed what after the call had opened, and why. */
@Component({
  selector: 'editions-changes-list',
  imports: [DataTable, OsloDateTime],
  template: `
    <ui-data-table label="Endringer" i18n-label="@@editions.changes.heading">
      <table class="ds-table">
        <thead>
          <tr>
            <th scope="col" i18n="@@editions.changes.when">Når</th>
            <th scope="col" i18n="@@editions.changes.what">Hva</th>
            <th scope="col" i18n="@@editions.changes.why">Hvorfor</th>
            <th scope="col" i18n="@@editions.changes.who">Hvem</th>
          </tr>
        </thead>
        <tbody>
          @for (change of changes(); track change.id) {
            <tr>
              <td data-label="Når" i18n-data-label="@@editions.changes.when">
                {{ change.at | osloDateTime: 'short' }}
              </td>
              <td data-label="Hva" i18n-data-label="@@editions.changes.what">
                <span>
                  {{ changedWords(change.what) }}
                  @if (change.after; as after) {
                    <br />
                    @if (change.before; as before) {
                      <s>{{ before | osloDateTime: 'short' }}</s>&ngsp;
                    }
                    {{ after | osloDateTime: 'short' }}
                  }
                </span>
              </td>
              <td data-label="Hvorfor" i18n-data-label="@@editions.changes.why">
                {{ change.reason }}
              </td>
              <td data-label="Hvem" i18n-data-label="@@editions.changes.who">{{ change.by }}</td>
            </tr>
          }
        </tbody>
      </table>
    </ui-data-table>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChangesList {
  readonly changes = input.required<readonly EditionChangeView[]>();

  protected readonly changedWords = changedWords;
}
