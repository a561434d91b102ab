import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ClosedClassView, ReadByThenView } from '@award/publication/contract';
import { OsloDateTime } from '@award/ui/web';

/** What somebody on the list of those who know does not see, for a reason of impartiality, or saw before stepping out. */
@Component({
  selector: 'publication-closed-classes',
  imports: [OsloDateTime],
  template: `
    @for (one of closed(); track one.className) {
      <div class="closed-class">
        <ng-container i18n="@@publication.clearances.closed"
          >Inhabil i {{ one.className }}: ser ikke resultatet der.</ng-container
        >
        @if (one.handed; as handed) {
          &ngsp;
          @if (handed.knows === 'winners') {
            <ng-container i18n="@@publication.clearances.had-winner"
              >Fra {{ handed.at | osloDateTime: 'long' }} og til kategorien ble lukket, kunne
              personen lese hvem som vinner.</ng-container
            >
          } @else {
            <ng-container i18n="@@publication.clearances.had-finalists"
              >Fra {{ handed.at | osloDateTime: 'long' }} og til kategorien ble lukket, kunne
              personen lese hvem finalistene er.</ng-container
            >
          }
        }
      </div>
    }
    @for (one of read(); track one.className) {
      <div class="closed-class">
        @if (one.knows === 'winners') {
          <ng-container i18n="@@publication.clearances.read-winner"
            >Kunne fra {{ one.at | osloDateTime: 'long' }} lese hvem som vinner i
            {{ one.className }}.</ng-container
          >
        } @else {
          <ng-container i18n="@@publication.clearances.read-finalists"
            >Kunne fra {{ one.at | osloDateTime: 'long' }} lese hvem finalistene er i
            {{ one.className }}.</ng-container
          >
        }
      </div>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClosedClasses {
  readonly closed = input.required<readonly ClosedClassView[]>();
  readonly read = input<readonly ReadByThenView[]>([]);
}
