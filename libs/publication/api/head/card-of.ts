/**
 * What the social card of a page tells: read from the page's own view, which holds what a release has
 * told and nothing more. The same view gives the same card, so a card can tell nothing beforehand.
 */
import { createHash } from 'node:crypto';
import type { SocialCard } from '@award/documents/api';
import { canonicalJson } from '@award/nominations/api';
import type {
  EditionPageView,
  ExamplePageView,
  FrontPageView,
  MunicipalityPageView,
  PublicClass,
  PublicEntry,
  PublicPage,
} from '@award/publication/contract';
import { listed } from '../press/press-words';
import type { Language } from '../public-language';
import { CARD_WORDS } from './card-words';

/** The card of a page that says something of its own; all others share the award's. */
export function cardOf(page: PublicPage | null, language: Language): SocialCard {
  switch (page?.kind) {
    case 'front':
    case 'edition':
      return ofEdition(page, language);
    case 'municipality':
      return ofMunicipality(page, language);
    case 'example':
      return ofExample(page, language);
    default:
      return ofAward(language);
  }
}

/** The card in one sentence, for those who cannot see it. */
export function cardWords({ over, title, honour, under, sample }: SocialCard): string {
  return [title, honour, over, under, sample].filter((one) => one !== '').join('. ');
}

/** Names the card by what it shows: another card has another name. */
export function cardHash(card: SocialCard): string {
  return createHash('sha256').update(canonicalJson(card)).digest('hex').slice(0, 12);
}

function ofAward(language: Language): SocialCard {
  const { award, owners } = CARD_WORDS[language];
  return plain(language, { over: owners, title: award });
}

function ofEdition(page: FrontPageView | EditionPageView, language: Language): SocialCard {
  const { edition, classes } = page;
  const words = CARD_WORDS[language];
  if (!edition || (page.kind === 'front' && edition.asPublished)) return ofAward(language);
  const winners = classes.flatMap(({ finalists }) => finalists.filter(isWinner));
  const told = classes.some(({ finalistsReleased }) => finalistsReleased);
  const names = listed(
    winners.map(({ name }) => name),
    words.and,
  );
  return {
    ...plain(language, {
      over: words.award,
      title: winners.length > 0 ? words.winners(names) : told ? words.finalists : words.award,
      under: words.edition(edition.year),
    }),
    ...(winners.length === 0 && !told && edition.line === 'call-open'
      ? { over: words.owners, honour: words.callOpen }
      : {}),
    ...(winners.length === 0 && told ? { honour: namesOf(classes, words.and) } : {}),
    won: winners.length > 0,
    sample: edition.sample ? words.sample : '',
  };
}

function ofMunicipality(page: MunicipalityPageView, language: Language): SocialCard {
  const words = CARD_WORDS[language];
  const own = page.results.filter(({ inherited }) => !inherited);
  const newest = own.find(({ winner }) => winner) ?? own[0];
  return {
    ...plain(language, { over: words.award, title: page.name, under: page.county }),
    honour: newest ? (newest.winner ? words.winner : words.finalist)(newest.year) : '',
    won: newest?.winner ?? false,
    sample: newest?.sample || page.invented ? words.sample : '',
    outline: page.outline,
  };
}

function ofExample(page: ExamplePageView, language: Language): SocialCard {
  const words = CARD_WORDS[language];
  const told = page.winner ? words.winner : page.finalist ? words.finalist : null;
  return {
    ...plain(language, {
      over: `${words.award} ${page.year}`,
      title: page.name,
      under: words.bank,
    }),
    honour: told?.(page.year) ?? page.county,
    won: page.winner,
    sample: page.sample ? words.sample : '',
  };
}

function plain(
  language: Language,
  { over, title, under = '' }: { over: string; title: string; under?: string },
): SocialCard {
  return { language, over, title, honour: '', under, won: false, sample: '', outline: null };
}

function isWinner({ winner, withdrawnAt, prizeWithdrawnAt }: PublicEntry): boolean {
  return winner && withdrawnAt === null && prizeWithdrawnAt === null;
}

function namesOf(classes: readonly PublicClass[], and: string): string {
  const standing = classes.flatMap(({ finalists }) =>
    finalists.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ name }) => name),
  );
  return listed(standing, and);
}
