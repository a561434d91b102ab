import type { CorrectionKind, EventForm, PublicLine, RetentionKind } from '@award/award';
import type { PressImage, PublicImage } from './image.contract';
import type { ExamplePageView, ExamplesPageView } from './learning.contract';

/**
 * What each public page shows, computed as anonymous and in one language. Instants are ISO strings,
 * plain days are `YYYY-MM-DD`. Nothing here says more than what a release has told.
 */
export type PublicPage =
  | FrontPageView
  | ArchivePageView
  | EditionPageView
  | MunicipalitiesPageView
  | MunicipalityPageView
  | LivePageView
  | ExamplesPageView
  | ExamplePageView
  | JuryPageView
  | PressPageView
  | PrivacyPageView
  | PlainPageView;

export interface PublicEvent {
  name: string;
  form: EventForm;
  place: string;
  /** Empty while there is none. */
  signUpUrl: string;
  streamUrl: string;
}

/** A time that has been postponed: the one before, and that as a line in the language of the page. */
export interface MovedTime {
  from: string;
  words: string;
}

/** An edition as every public page shows it. */
export interface PublicEdition {
  id: string;
  year: number;
  name: string;
  line: PublicLine;
  /** Invented municipalities and people: marked on the page. */
  sample: boolean;
  /** A result of an earlier year as it was published; what is not known stays unknown. */
  asPublished: boolean;
  opensAt: string | null;
  deadline: string | null;
  finalistsAt: string | null;
  /** For an edition as published the day alone is known. */
  announcementAt: string | null;
  /** Null for what stands as it was first set. */
  moved: { finalistsAt: MovedTime | null; announcementAt: MovedTime | null };
  /** The day whose population decides the class. */
  referenceDate: string;
  event: PublicEvent | null;
}

/** A municipality in a list: the name and county it had at the time that is told of. */
export interface PublicMunicipality {
  number: string;
  name: string;
  county: string;
}

/** A finalist or winner where it lies, in the box of the map. */
export interface PlaceView {
  x: number;
  y: number;
  year: number;
  number: string;
  name: string;
  classCode: string;
  className: string;
  winner: boolean;
}

/** The coast and what is marked on it. The attribution is to be shown beside it. */
export interface AwardMapView {
  attribution: string;
  viewBox: string;
  coast: string;
  places: PlaceView[];
}

/** A finalist, and perhaps a winner, as released. */
export interface PublicEntry extends PublicMunicipality {
  /** What the municipality is called now, when that is something else. */
  nameNow: string | null;
  /** Path data in a 100 × 100 box; null when there is no outline. */
  outline: string | null;
  population: number;
  populationDate: string;
  populationSource: string;
  winner: boolean;
  /** Pictures from the entry, in its order. */
  images: PublicImage[];
  justification: string | null;
  /** The written form of the justification. */
  writtenForm: 'nb' | 'nn' | null;
  /** Where an earlier year's result was published. */
  source: string | null;
  withdrawnAt: string | null;
  /** The municipality has asked for its text and pictures to be hidden. */
  textHidden: boolean;
  /** Since when the justification reads as it does; null when it has read so from the first. */
  correctedAt: string | null;
  /** When the prize was withdrawn; null for whoever has it, or never had it. */
  prizeWithdrawnAt: string | null;
}

/** What has been corrected in a class, in the secretariat's words (bokmål). */
export interface PublicCorrection {
  kind: CorrectionKind;
  note: string;
  at: string;
}

export interface PublicClass {
  code: string;
  name: string;
  minPopulation: number | null;
  maxPopulation: number | null;
  /** How many entries took part; null where it is not told or not known. */
  entries: number | null;
  finalistsReleased: boolean;
  winnersReleased: boolean;
  /** The newest first. */
  corrections: PublicCorrection[];
  /** Winners first, then by the order of the decision. */
  finalists: PublicEntry[];
}

export interface EarlierWinner extends PublicMunicipality {
  year: number;
  classCode: string;
  className: string;
}

/** `/` */
export interface FrontPageView {
  kind: 'front';
  /** The newest edition that the public knows of; null when there is none. */
  edition: PublicEdition | null;
  callText: string;
  classes: PublicClass[];
  earlierWinners: EarlierWinner[];
}

export interface ArchiveEdition {
  year: number;
  name: string;
  line: PublicLine;
  sample: boolean;
  asPublished: boolean;
  announcementAt: string | null;
  classes: {
    code: string;
    name: string;
    winnersReleased: boolean;
    finalists: (PublicMunicipality & { winner: boolean })[];
  }[];
}

/** `/arkiv`: newest first. */
export interface ArchivePageView {
  kind: 'archive';
  /** Null when nothing has a place on it. */
  map: AwardMapView | null;
  editions: ArchiveEdition[];
}

/** `/arkiv/2021` */
export interface EditionPageView {
  kind: 'edition';
  /** Null when nothing has a place on it. */
  map: AwardMapView | null;
  edition: PublicEdition;
  classes: PublicClass[];
  previousYear: number | null;
  nextYear: number | null;
}

export interface ListedMunicipality {
  number: string;
  name: string;
  /** On the newest day that has figures; null when not known. */
  population: number | null;
}

/** `/kommuner` and `/kommuner?sok=…`: by county, in the order of the alphabet. */
export interface MunicipalitiesPageView {
  kind: 'municipalities';
  search: string;
  populationDate: string | null;
  total: number;
  counties: { number: string; name: string; municipalities: ListedMunicipality[] }[];
}

/** A number, name and county, and when they held. `to` is the first day on which they no longer did. */
export interface MunicipalityPeriod extends PublicMunicipality {
  from: string;
  to: string | null;
}

/** How the municipality came from another one, or became another one. */
export interface MunicipalityPassing {
  direction: 'from' | 'to';
  kind: 'merged' | 'divided' | 'separated' | 're-established';
  on: string;
  number: string;
  name: string;
}

export interface MunicipalityResult {
  year: number;
  classCode: string;
  className: string;
  winner: boolean;
  sample: boolean;
  /** The name the municipality had then. */
  name: string;
  /** The number it had then: that of another municipality when this one came from it. */
  number: string;
  /** The result is that of a municipality which has become a part of this one. */
  inherited: boolean;
  /** Published with the entry, and standing. */
  images: PublicImage[];
}

/** `/kommuner/1539` */
/** Jobs in one municipality, with the growth taken apart; `parts` in jobs, not rounded. */
export interface MunicipalityJobs {
  source: string;
  updatedOn: string;
  years: { year: number; jobs: number }[];
  growth: {
    from: number;
    to: number;
    first: number;
    last: number;
    countryGrowth: number;
    parts: { national: number; mix: number; own: number };
    leftOut: string[];
  } | null;
}

export interface MunicipalityPageView extends PublicMunicipality {
  kind: 'municipality';
  /** The address it has moved to by one-to-one renumbering; null when this is it. */
  movedTo: string | null;
  samiName: string | null;
  organisationNumber: string | null;
  writtenForm: 'nb' | 'nn' | 'neutral' | null;
  invented: boolean;
  outline: string | null;
  /** The day on which it ended; null while it exists. */
  endedOn: string | null;
  periods: MunicipalityPeriod[];
  passings: MunicipalityPassing[];
  populations: { on: string; count: number; source: string }[];
  results: MunicipalityResult[];
  /** Jobs over the years, when they have been imported. */
  jobs: MunicipalityJobs | null;
}

/** `/direkte`: a winner is told here when the video stream has come to it, which may be later than elsewhere. */
export interface LivePageView {
  kind: 'live';
  /** The public revision of which this tells, for following on from it. */
  revision: number;
  edition: PublicEdition | null;
  classes: PublicClass[];
}

/** `/juryen`: names and counts are told with the finalists, who stepped out when every class has its winner. */
export interface JuryPageView {
  kind: 'jury';
  edition: PublicEdition | null;
  /** How many must be there for the jury to decide; null without an edition. */
  quorum: number | null;
  /** What the jury looks for, in its order; equal weights say that none counts more. */
  criteria: { name: string; weight: number }[];
  classes: {
    code: string;
    name: string;
    minPopulation: number | null;
    maxPopulation: number | null;
    /** How many took part; null before it is told. */
    entries: number | null;
    /** How many the jury is to choose. */
    finalists: number;
    winners: number;
    members: {
      name: string;
      house: 'KS' | 'NHO' | 'independent';
      role: 'leader' | 'deputy-leader' | 'member' | 'deputy';
    }[];
  }[];
  steppedOut: { classCode: string; name: string; house: 'KS' | 'NHO' | 'independent' }[];
}

/** A text ready to be printed. */
export interface PressText {
  about: 'finalists' | 'winners';
  /** `all` for the finalists, a class code for its winners. */
  scope: string;
  /** Null for the finalists, who are of every class. */
  className: string | null;
  /** Of the title and the paragraphs: bokmål where the language of the page is not written. */
  language: 'nb' | 'nn' | 'en';
  title: string;
  paragraphs: string[];
  /** The jury's own words, what is corrected, and who gives the prize, in the language of the page. */
  more: string[];
}

/** `/presse`: what a journalist asks for first. Everything but the contact is told with the finalists. */
export interface PressPageView {
  kind: 'press';
  edition: PublicEdition | null;
  /** The newest first; empty before the finalists are released. */
  texts: PressText[];
  classes: { code: string; name: string; entries: number | null }[];
  /** By county. A null name counts together the counties with one entry only. */
  counties: { name: string | null; entries: number }[];
  /** Who stepped out of which class, told when every class has its winner. */
  steppedOut: { classCode: string; name: string; house: 'KS' | 'NHO' | 'independent' }[];
  /** Pictures of the finalists to be printed, class by class. */
  images: PressImage[];
  /** Whom to ring; told as soon as the public knows of the edition. */
  contacts: PressContactView[];
  /** Path of the ZIP with everything; null before the finalists are released. */
  kit: string | null;
}

/** A person to ring about the award. */
export interface PressContactView {
  name: string;
  /** Empty where it is not told. */
  role: string;
  /** As it is read aloud, and as a telephone dials it. */
  phone: { read: string; dialled: string };
  /** Empty where there is none. */
  email: string;
}

/** `/personvern`: words, and how long each kind of personal data is kept where it is not the usual time. */
export interface PrivacyPageView {
  kind: 'privacy';
  periods: { kind: RetentionKind; days: number }[];
}

/** `/tilgjengelighet` and `/apne-data`: words only. */
export interface PlainPageView {
  kind: 'accessibility' | 'open-data';
}

/** What the event stream says: that something public has changed, never what. */
export interface LiveEvent {
  /** The edition it is about; null when it is about something else. */
  edition: string | null;
  revision: number;
  /** Wait a random time of at most so many milliseconds before asking, so that not all ask at once. */
  spread: number;
}

/** `GET /api/public/now`: the award's clock, for counting down. */
export interface AwardClock {
  now: string;
}
