import type { CaptionLanguage, StageCaption, StageStep } from '@award/publication/contract';
import type { DecidedEdition } from '../sealed-payload';
import { listed } from '../press/press-words';

interface CaptionWords {
  title: (award: string) => string;
  class: (name: string) => string;
  finalists: (name: string, finalists: string) => string;
  silence: (name: string) => string;
  reveal: (name: string, winners: string) => string;
  none: (name: string) => string;
  end: string;
  and: string;
}

const WORDS: Readonly<Record<CaptionLanguage, CaptionWords>> = {
  nb: {
    title: (award) => `Velkommen til utdelingen av ${award}.`,
    class: (name) => `Nå gjelder det kategorien ${name}.`,
    finalists: (name, finalists) => `Finalistene i kategorien ${name} er ${finalists}.`,
    silence: (name) => `Straks får vi vite hvem som vinner i kategorien ${name}.`,
    reveal: (name, winners) => `Vinneren i kategorien ${name} er ${winners}.`,
    none: (name) => `Prisen deles ikke ut i kategorien ${name}.`,
    end: 'Vi gratulerer vinnerne og takker alle finalistene.',
    and: 'og',
  },
  nn: {
    title: (award) => `Velkomen til utdelinga av ${award}.`,
    class: (name) => `No gjeld det kategorien ${name}.`,
    finalists: (name, finalists) => `Finalistane i kategorien ${name} er ${finalists}.`,
    silence: (name) => `Straks får vi vite kven som vinn i kategorien ${name}.`,
    reveal: (name, winners) => `Vinnaren i kategorien ${name} er ${winners}.`,
    none: (name) => `Prisen blir ikkje delt ut i kategorien ${name}.`,
    end: 'Vi gratulerer vinnarane og takkar alle finalistane.',
    and: 'og',
  },
  en: {
    title: (award) => `Welcome to the announcement of ${award}.`,
    class: (name) => `Now for the category ${name}.`,
    finalists: (name, finalists) => `The finalists in the category ${name} are ${finalists}.`,
    silence: (name) => `In a moment we shall know who wins in the category ${name}.`,
    reveal: (name, winners) => `The winner in the category ${name} is ${winners}.`,
    none: (name) => `The prize is not awarded in the category ${name}.`,
    end: 'We congratulate the winners and thank all the finalists.',
    and: 'and',
  },
};

/** One for each step, in the hall's three languages. They hold nothing that the step itself does not. */
export function captionsOf(
  steps: readonly StageStep[],
  edition: Pick<DecidedEdition, 'name' | 'classes'>,
  /** The finalists of each class as the hall may see them, by class code. */
  shown: ReadonlyMap<string, readonly string[]>,
): StageCaption[] {
  return steps.map((step) => {
    const own = edition.classes.find((one) => 'classCode' in step && one.code === step.classCode);
    if (step.kind === 'silence' && step.stageTexts.length > 0) {
      const text = step.stageTexts.join('\n\n');
      const read = own?.winners.find(({ stageText }) => stageText)?.writtenForm ?? 'nb';
      return { words: { nb: text, nn: text, en: text }, textLanguage: read };
    }
    const words = (language: CaptionLanguage): string => {
      const say = WORDS[language];
      const name = own ? own.name[language] || own.name.nb : '';
      switch (step.kind) {
        case 'title':
          return say.title(edition.name[language] || edition.name.nb);
        case 'class':
          return say.class(name);
        case 'finalists':
          return say.finalists(name, listed(shown.get(step.classCode) ?? [], say.and));
        case 'silence':
          return say.silence(name);
        case 'reveal':
          return step.winners.length > 0
            ? say.reveal(name, listed(step.winners, say.and))
            : say.none(name);
        case 'end':
          return say.end;
      }
    };
    return { words: { nb: words('nb'), nn: words('nn'), en: words('en') }, textLanguage: null };
  });
}
