import type { ClassStage, Refusal } from '@award/award';
import type { SheetProgress } from '@award/scoring/contract';
import { type Tone, wordsFor } from '@award/ui/web';

export const PROGRESS_WORDS: Record<SheetProgress, string> = {
  untouched: $localize`:@@scoring.progress.untouched:Ikke begynt`,
  started: $localize`:@@scoring.progress.started:Påbegynt`,
  complete: $localize`:@@scoring.progress.complete:Utfylt, ikke avsluttet`,
  locked: $localize`:@@scoring.progress.locked:Avsluttet`,
};

export const PROGRESS_TONES: Record<SheetProgress, Tone> = {
  untouched: 'neutral',
  started: 'warning',
  complete: 'info',
  locked: 'success',
};

export const STAGE_WORDS: Record<ClassStage, string> = {
  waiting: $localize`:@@scoring.stage.waiting:Vurderingen er ikke åpnet`,
  scoring: $localize`:@@scoring.stage.scoring:Vurderingen pågår`,
  deliberation: $localize`:@@scoring.stage.deliberation:Vurderingen er avsluttet`,
  'finalists-sealed': $localize`:@@scoring.stage.finalists-sealed:Finalistene er vedtatt`,
  'winner-sealed': $localize`:@@scoring.stage.winner-sealed:Vinneren er vedtatt`,
};

/** Words for the six levels of the award's own scale; other scales show their figures alone. */
export function overallLevels(scale: {
  min: number;
  max: number;
}): { score: number; words: string }[] {
  if (scale.min !== 1 || scale.max !== 6) return [];
  return [
    $localize`:@@scoring.level.1:Svært svakt`,
    $localize`:@@scoring.level.2:Svakt`,
    $localize`:@@scoring.level.3:Nokså godt`,
    $localize`:@@scoring.level.4:Godt`,
    $localize`:@@scoring.level.5:Svært godt`,
    $localize`:@@scoring.level.6:Fremragende`,
  ].map((words, place) => ({ score: place + 1, words }));
}

/** Why a class cannot be opened or closed, where the general words do not tell enough. */
export function obstacleWords(reason: Refusal, count: number | undefined): string {
  switch (reason) {
    case 'eligibility-open':
      return $localize`:@@scoring.obstacle.eligibility:${count ?? 0}:count: forslag er ikke ferdig kontrollert.`;
    case 'house-empty':
      return $localize`:@@scoring.obstacle.house:Både KS og NHO må ha minst ett habilt medlem i juryen.`;
    case 'zero-weights':
      return $localize`:@@scoring.obstacle.weights:Minst ett vurderingsmoment må telle.`;
    case 'unresolved-declarations':
      return $localize`:@@scoring.obstacle.grounds:${count ?? 0}:count: spørsmål om habilitet er ikke avgjort.`;
    case 'quorum-missing':
      return $localize`:@@scoring.obstacle.quorum:${count ?? 0}:count: forslag har færre avsluttede vurderinger enn reglene krever.`;
    default:
      return wordsFor(reason);
  }
}

/** Minutes to read an entry, at some 600 stored bytes a minute, and eight to score it. */
export function minutesFor(size: number): number {
  return Math.ceil(size / 600) + 8;
}
