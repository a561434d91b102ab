import { Type } from 'class-transformer';
import { IsInt, IsObject, IsString, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import type { Refusal, ReleaseLanguage, ReleaseText } from '@award/award';

/** Words in one language; both empty where nothing is written. The rule counts characters, these bound bytes. */
export class ReleaseWordsInput {
  @IsString()
  @MaxLength(600)
  title: string;

  @IsString()
  @MaxLength(24_000)
  text: string;
}

export class SaveReleaseText {
  /** The version that the words were written on; 0 where there was none. */
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  seen: number;

  @IsObject()
  @ValidateNested()
  @Type(() => ReleaseWordsInput)
  nb: ReleaseWordsInput;

  @IsObject()
  @ValidateNested()
  @Type(() => ReleaseWordsInput)
  nn: ReleaseWordsInput;

  @IsObject()
  @ValidateNested()
  @Type(() => ReleaseWordsInput)
  en: ReleaseWordsInput;
}

/** One saved version. */
export interface ReleaseTextVersionView {
  version: number;
  savedAt: string;
  /** Null when the person is no longer known. */
  savedBy: string | null;
  words: ReleaseText;
}

/** The release text of one release, for whoever writes it. */
export interface ReleaseTextView {
  editionId: string;
  year: number;
  name: string;
  sample: boolean;
  kind: 'finalists' | 'winners';
  scope: string;
  /** Null for the finalists, who are of every class. */
  className: string | null;
  /** Whether it can be saved now, or why not. */
  save: Refusal | null;
  /** What stands is released: what is saved now goes out with a correction. */
  released: boolean;
  /** The newest version; 0 and empty words where nothing is saved. */
  version: number;
  words: ReleaseText;
  /** A plain text made of what is decided; null while it is not. */
  suggested: ReleaseText | null;
  /** The newest first. */
  versions: ReleaseTextVersionView[];
}

/** What a release will tell, or has told, for whoever holds a key. */
export interface ReleaseTextShown {
  version: number;
  words: ReleaseText;
  /** Languages that are not written. */
  missing: ReleaseLanguage[];
}
