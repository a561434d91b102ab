import { ChangeDetectionStrategy, Component, inject, input, resource } from '@angular/core';
import { DataTable, Grouped, OsloDate, ResourceState } from '@award/ui/web';
import { MunicipalitiesClient } from './municipalities-client';
import { AFTER_WORDS, BEFORE_WORDS } from './register-words';

/** What the register knows of a municipality: numbers and names through the years, residents, and what it came from. */
@Component({
  selector: 'municipalities-register-facts',
  imports: [DataTable, Grouped, OsloDate, ResourceState],
  templateUrl: './register-facts.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RegisterFacts {
  readonly number = input.required<string>();

  private readonly client = inject(MunicipalitiesClient);
  protected readonly beforeWords = BEFORE_WORDS;
  protected readonly afterWords = AFTER_WORDS;
  protected readonly history = resource({
    params: () => this.number(),
    loader: ({ params }) => this.client.history(params),
  });
}
