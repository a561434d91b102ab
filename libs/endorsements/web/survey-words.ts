import type { BusinessSize, MunicipalService, RatedQuestion, Trade } from '@award/award';

/** The rated questions as statements to agree or disagree with. */
export const RATED_WORDS: Readonly<Record<RatedQuestion, string>> = {
  services: $localize`:@@endorsements.question.services:Kommunen er lett å ha med å gjøre når bedriften trenger noe`,
  'plans-and-follow-up': $localize`:@@endorsements.question.plans:Kommunen har tydelige planer for næringslivet og følger dem opp`,
  infrastructure: $localize`:@@endorsements.question.infrastructure:Veier, vann, nett og annen infrastruktur holder mål`,
  'sites-and-premises': $localize`:@@endorsements.question.sites:Det er god tilgang på tomter og lokaler`,
  involvement: $localize`:@@endorsements.question.involvement:Næringslivet blir tatt med når kommunen lager politikk og planer`,
  'funding-guidance': $localize`:@@endorsements.question.funding:Kommunen gir god veiledning om offentlige støtteordninger`,
  'reaches-out': $localize`:@@endorsements.question.reaches-out:Kommunen tar selv kontakt med bedriftene`,
};

export const SERVICE_WORDS: Readonly<Record<MunicipalService, string>> = {
  'planning-and-building': $localize`:@@endorsements.service.planning:Plan- og byggesak`,
  'first-contact': $localize`:@@endorsements.service.first-contact:Ett sted å henvende seg`,
  sites: $localize`:@@endorsements.service.sites:Tomter og lokaler`,
  'roads-water-and-waste': $localize`:@@endorsements.service.roads:Vei, vann og avfall`,
  procurement: $localize`:@@endorsements.service.procurement:Innkjøp fra lokale bedrifter`,
  'skills-and-schools': $localize`:@@endorsements.service.skills:Skole, fagopplæring og rekruttering`,
  'childcare-and-housing': $localize`:@@endorsements.service.childcare:Barnehage og boliger for ansatte`,
  'funding-and-advice': $localize`:@@endorsements.service.funding:Råd og støtteordninger`,
  'port-and-transport': $localize`:@@endorsements.service.port:Havn og transport`,
};

export const SIZE_WORDS: Readonly<Record<BusinessSize, string>> = {
  none: $localize`:@@endorsements.size.none:Ingen ansatte`,
  '1-9': $localize`:@@endorsements.size.few:1 til 9 ansatte`,
  '10-49': $localize`:@@endorsements.size.some:10 til 49 ansatte`,
  '50-or-more': $localize`:@@endorsements.size.many:50 ansatte eller flere`,
};

export const TRADE_WORDS: Readonly<Record<Trade, string>> = {
  'farming-fishing-forestry': $localize`:@@endorsements.trade.primary:Jordbruk, fiske og skog`,
  industry: $localize`:@@endorsements.trade.industry:Industri`,
  building: $localize`:@@endorsements.trade.building:Bygg og anlegg`,
  'trade-and-tourism': $localize`:@@endorsements.trade.trade:Handel og reiseliv`,
  services: $localize`:@@endorsements.trade.services:Annen tjenesteyting`,
  other: $localize`:@@endorsements.trade.other:Annet`,
};
