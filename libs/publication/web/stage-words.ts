import type { StageClass, StageStep } from '@award/publication/contract';

/** A step in a few words, for the operator. */
export function stepWords(step: StageStep, classes: readonly StageClass[]): string {
  const name =
    'classCode' in step ? (classes.find(({ code }) => code === step.classCode)?.name ?? '') : '';
  switch (step.kind) {
    case 'title':
      return $localize`:@@publication.step.title:Tittel`;
    case 'class':
      return $localize`:@@publication.step.class:${name}:class:: kategorien`;
    case 'finalists':
      return $localize`:@@publication.step.finalists:${name}:class:: finalistene`;
    case 'silence':
      return $localize`:@@publication.step.silence:${name}:class:: stillhet før navnet`;
    case 'reveal':
      return $localize`:@@publication.step.reveal:${name}:class:: navnet`;
    case 'end':
      return $localize`:@@publication.step.end:Begge vinnerne`;
  }
}
