import {
  languagesWritten,
  RELEASE_LANGUAGES,
  type ReleaseText,
  releaseTextReady,
  type ReleaseWords,
  type TextsForCorrection,
} from '@award/award';
import type { Database } from '../releases.queries';

/** A release text as it is sealed: trimmed, and empty in a language that has only a title or only a text. */
export interface SealedText {
  version: number;
  words: ReleaseText;
}

const NOTHING: ReleaseWords = { title: '', text: '' };

/** Nothing in any language. */
export const NO_WORDS: ReleaseText = { nb: NOTHING, nn: NOTHING, en: NOTHING };

/** The newest version of each scope of edition `e`, for a statement that reads more of it. */
export const NEWEST_TEXTS = `
(select coalesce(jsonb_agg(jsonb_build_object('scope', t.scope, 'version', t.version, 'words', t.words)), '[]')
  from release_text t where t.edition_id = e.id and not exists (select from release_text o
    where o.edition_id = t.edition_id and o.scope = t.scope and o.version > t.version))`;

export function sealedText({ version, words }: SealedText): SealedText {
  const written = languagesWritten(words);
  const told = (language: (typeof RELEASE_LANGUAGES)[number]): ReleaseWords =>
    written.includes(language)
      ? { title: words[language].title.trim(), text: words[language].text.trim() }
      : NOTHING;
  return { version, words: { nb: told('nb'), nn: told('nn'), en: told('en') } };
}

/** Where the text of a scope stands. */
export interface TextStanding {
  /** A record of the scope is sealed and not released. */
  sealed: boolean;
  released: boolean;
  /** How many entries were sent in, in every class. */
  entries: number;
}

export async function textStanding(
  db: Database,
  editionId: string,
  scope: string,
): Promise<TextStanding> {
  const [row] = await db.query(
    `select exists (select from sealed_record s where s.edition_id = $1 and s.scope = $2 and s.cancelled_at is null
         and not exists (select from release r where r.sealed_record_id = s.id)) as sealed,
       exists (select from release r where r.edition_id = $1 and r.scope = $2) as released,
       (select count(*)::int from nomination n where n.edition_id = $1 and n.received_at is not null
         and n.class_code is not null) as entries`,
    [editionId, scope],
  );
  return row;
}

/** Every version of a scope's text, the newest first. */
export function textVersions(
  db: Database,
  editionId: string,
  scope: string,
): Promise<(SealedText & { savedAt: Date; savedBy: string | null })[]> {
  return db.query(
    `select t.version, t.words, t.saved_at as "savedAt", (select p.name from person p where p.id = t.saved_by) as "savedBy"
     from release_text t where t.edition_id = $1 and t.scope = $2 order by t.version desc`,
    [editionId, scope],
  );
}

/** What a correction of the scope chooses from: the newest text that can be told, and the newest version that has been. */
export async function textForCorrection(
  db: Database,
  editionId: string,
  scope: string,
): Promise<Omit<TextsForCorrection<SealedText>, 'standing'>> {
  const [newest] = await textVersions(db, editionId, scope);
  const [{ lastTold }] = await db.query(
    `select coalesce(max((s.payload -> 'text' ->> 'version')::int), 0) as "lastTold"
     from release r join sealed_record s on s.id = r.sealed_record_id where r.edition_id = $1 and r.scope = $2`,
    [editionId, scope],
  );
  const ready = newest !== undefined && releaseTextReady(newest.words).allowed;
  return { newest: ready ? sealedText(newest) : null, lastTold };
}
