import {
  ChangeDetectionStrategy,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  inject,
  linkedSignal,
} from '@angular/core';
import { FormsModule } from '@angular/forms';
import {
  EDITION_LIMITS,
  type RecusalScope,
  SCORING_PRESETS,
  type ScoringPreset,
  TIE_SETTLEMENTS,
  type TieSettlement,
} from '@award/award';
import type { EditionView } from '@award/editions/contract';
import { type FieldRefusal, OsloDateTime } from '@award/ui/web';
import { presetNote, presetWords, scopeWords, tieWords } from './edition-words';
import { EditionsClient } from './editions-client';
import { type FieldPlace, SectionForm } from './section-form';
import { SectionFrame } from './section-frame';

interface Rules {
  preset: ScoringPreset;
  quorum: number;
  tieRule: TieSettlement;
  impartialityScope: RecusalScope;
  impartialityScopeReason: string;
}

/** How the jury judges: registered before it is used, and then fixed. */
@Component({
  selector: 'editions-rules-section',
  imports: [FormsModule, OsloDateTime, SectionFrame],
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  templateUrl: './rules-section.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RulesSection extends SectionForm {
  private readonly client = inject(EditionsClient);

  protected readonly presets = SCORING_PRESETS;
  protected readonly ties = TIE_SETTLEMENTS;
  protected readonly scopes: readonly RecusalScope[] = ['class', 'entry'];
  protected readonly limit = EDITION_LIMITS.reason;
  protected readonly presetWords = presetWords;
  protected readonly presetNote = presetNote;
  protected readonly tieWords = tieWords;
  protected readonly scopeWords = scopeWords;
  protected readonly draft = linkedSignal<EditionView, Rules>({
    source: this.edition,
    computation: (edition, before) =>
      before && !sameRules(rulesOf(before.source), before.value) ? before.value : rulesOf(edition),
  });

  protected change(part: Partial<Rules>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected submit(): Promise<void> {
    const { impartialityScopeReason, ...rules } = this.draft();
    const entry = rules.impartialityScope === 'entry';
    const problems = [
      ...(Number.isInteger(rules.quorum) && rules.quorum > 0
        ? []
        : [{ id: 'quorum', text: QUORUM }]),
      ...(entry && impartialityScopeReason.trim() === ''
        ? [{ id: 'scope-reason', text: SCOPE }]
        : []),
    ];
    if (problems.length > 0) {
      this.problems.set(problems);
      return Promise.resolve();
    }
    return this.save(() =>
      this.client.changeRules(this.edition().id, {
        lockVersion: this.edition().lockVersion,
        ...rules,
        impartialityScopeReason: entry ? impartialityScopeReason : null,
        reason: this.reason(),
      }),
    );
  }

  protected override placeOf({ path }: FieldRefusal): FieldPlace | null {
    if (path === 'quorum') return { id: 'quorum', text: QUORUM };
    return path === 'impartialityScopeReason' ? { id: 'scope-reason', text: SCOPE } : null;
  }
}

const QUORUM = $localize`:@@editions.rules.quorum-needed:Skriv et helt tall fra 1 og oppover`;
const SCOPE = $localize`:@@editions.rules.scope-reason-needed:Skriv hvorfor inhabilitet skal gjelde bare ett forslag`;

function rulesOf(edition: EditionView): Rules {
  const { preset, quorum, tieRule, impartialityScope, impartialityScopeReason } = edition;
  return {
    preset,
    quorum,
    tieRule,
    impartialityScope,
    impartialityScopeReason: impartialityScopeReason ?? '',
  };
}

function sameRules(one: Rules, other: Rules): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
