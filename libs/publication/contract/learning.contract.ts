import { IsBoolean } from 'class-validator';
import type { PublicImage } from './image.contract';
import type { PublicMunicipality } from './public-pages.contract';

/** Something to choose in a filter, in the language of the page. */
export interface Choice {
  code: string;
  name: string;
}

/** A piece of a text; `hit` where it is what was searched for. */
export interface TextPiece {
  text: string;
  hit: boolean;
}

/** What narrows the list; null where nothing is chosen. */
export interface ExampleFilter {
  classCode: string | null;
  year: number | null;
  /** County name at the time of the award. */
  county: string | null;
  field: string | null;
  trait: string | null;
  basis: string | null;
}

/** One entry of the learning bank in a list. */
export interface ExampleView extends PublicMunicipality {
  year: number;
  classCode: string;
  className: string;
  winner: boolean;
  finalist: boolean;
  sample: boolean;
  /** The municipality's own title; null where it does not share its text. */
  title: string | null;
  /** The beginning of the text, or where it holds what was searched for. */
  excerpt: TextPiece[];
  writtenForm: 'nb' | 'nn';
}

/** `/eksempler` and `/eksempler?sok=…&omrade=…&kjennetegn=…&fylke=…&klasse=…&ar=…&grunnlag=…&side=…` */
export interface ExamplesPageView {
  kind: 'examples';
  search: string;
  filter: ExampleFilter;
  /** How many there are without any filter. */
  total: number;
  /** How many match. */
  found: number;
  /** No whole word matched; these hold what was searched for inside a longer word. */
  insideWords: boolean;
  /** From 1. */
  page: number;
  pages: number;
  choices: {
    years: number[];
    classes: Choice[];
    counties: string[];
    fields: Choice[];
    traits: Choice[];
    bases: Choice[];
  };
  examples: ExampleView[];
}

/** A section of a municipality's own text. */
export interface SharedSection {
  heading: string;
  text: string;
}

export interface SharedResult {
  measure: string;
  figure: string;
  period: string;
  source: string;
  ownPart: string;
}

/** What the municipality shares of its entry. */
export interface SharedText {
  title: string;
  basis: string;
  fields: Choice[];
  traits: Choice[];
  writtenForm: 'nb' | 'nn';
  /** The summary first when there is one, then the reasoned text, then what was elaborated. */
  sections: SharedSection[];
  results: SharedResult[];
  /** Shown when the municipality has said so. */
  contact: { name: string; email: string; phone: string } | null;
}

/** `/eksempler/2027/1539` */
export interface ExamplePageView extends PublicMunicipality {
  kind: 'example';
  year: number;
  editionName: string;
  classCode: string;
  className: string;
  winner: boolean;
  finalist: boolean;
  sample: boolean;
  population: number;
  populationDate: string;
  /** What the municipality is called now, when that is something else. */
  nameNow: string | null;
  /** Pictures of a finalist that may be published, in its order. */
  images: PublicImage[];
  justification: string | null;
  justificationForm: 'nb' | 'nn' | null;
  /** Null where the municipality does not share its text. */
  own: SharedText | null;
}

/** What the municipality says about sharing its entry. Saying no takes everything down at once. */
export class ShareEntry {
  @IsBoolean()
  given: boolean;

  /** Whether the contact's name, e-mail and telephone are shown too. */
  @IsBoolean()
  withContact: boolean;
}

export interface SharingView {
  nominationId: string | null;
  /** Whether it may be said now that the entry is shared. */
  maySay: boolean;
  given: boolean;
  withContact: boolean;
  saidAt: string | null;
  contactName: string;
  /** Address of the public page; null while nobody else can read it. */
  address: string | null;
}
