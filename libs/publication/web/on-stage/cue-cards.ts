import { NgTemplateOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { RunSheetView } from '@award/publication/contract';
import { ClassMark, classTint, wordsFor } from '@award/ui/web';
import { paragraphs } from '../public-words';

/** Beyond this many characters a text is set smaller, so that it stays on one card. */
const LONG_TEXT = 700;
const VERY_LONG_TEXT = 950;
/** More finalists than these are set smaller, for the same reason. */
const MOST_LARGE = 4;

/**
 * Cards for whoever speaks, one to a page of A5: the finalists, what is read before the name, the name, and who comes up.
 * A winner's cards are open to those who may know.
 */
@Component({
  selector: 'publication-cue-cards',
  imports: [ClassMark, NgTemplateOutlet],
  templateUrl: './cue-cards.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CueCards {
  readonly sheet = input.required<RunSheetView>();

  protected readonly paragraphs = paragraphs;
  protected readonly tint = classTint;
  protected readonly most = MOST_LARGE;

  protected lengthOf(text: string): 'long' | 'very-long' | null {
    if (text.length > VERY_LONG_TEXT) return 'very-long';
    return text.length > LONG_TEXT ? 'long' : null;
  }

  /** Why a winner's cards are closed, and what to do about it. */
  protected closed({ closed }: RunSheetView['classes'][number]): string {
    return closed === 'not-cleared' || closed === null ? NOT_CLEARED : wordsFor(closed);
  }
}

const NOT_CLEARED = $localize`:@@publication.sheet.not-cleared:Vinnerkortet er lukket til to personer har vridd om nøkkelen. Må du ha det før, må du stå på lista «Hvem vet».`;
