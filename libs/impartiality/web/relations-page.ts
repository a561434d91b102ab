import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { actingSentence, Session } from '@award/access/web';
import type { Refusal } from '@award/award';
import type { MyRelationsView, RelationView } from '@award/impartiality/contract';
import { Empty, Failure, PageHeader, readRefusal, ResourceState, StateTag } from '@award/ui/web';
import { ImpartialityClient } from './impartiality-client';
import { type NamedTie, RelationForm } from './relation-form';
import { RELATION_WORDS, yearsOf } from './relation-words';

/** The member's own standing ties: told once, renewed for each award year. */
@Component({
  selector: 'impartiality-relations-page',
  imports: [Empty, Failure, PageHeader, RelationForm, ResourceState, RouterLink, StateTag],
  templateUrl: './relations-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RelationsPage {
  private readonly client = inject(ImpartialityClient);
  private readonly session = inject(Session);

  protected readonly words = RELATION_WORDS;
  protected readonly yearsOf = yearsOf;
  protected readonly relations = resource({ loader: () => this.client.relations() });
  protected readonly view = computed(() =>
    this.relations.hasValue() ? this.relations.value() : null,
  );
  protected readonly busy = signal(false);
  protected readonly failure = signal<{ refusal: Refusal | null } | null>(null);
  protected readonly acting = computed(() => {
    const grant = this.session.acting();
    return grant ? actingSentence(grant) : null;
  });

  protected async tell({ name: _name, ...tie }: NamedTie): Promise<void> {
    await this.act(() => this.client.tellRelation(tie));
  }

  protected async renew({ id }: RelationView): Promise<void> {
    await this.act(() => this.client.renewRelation(id));
  }

  protected async remove({ id }: RelationView): Promise<void> {
    await this.act(() => this.client.removeRelation(id));
  }

  private async act(work: () => Promise<MyRelationsView>): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.failure.set(null);
    try {
      this.relations.set(await work());
    } catch (error) {
      this.failure.set({ refusal: readRefusal(error)?.refusal ?? null });
    } finally {
      this.busy.set(false);
    }
  }
}
