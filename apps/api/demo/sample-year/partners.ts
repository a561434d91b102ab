import { RATED_QUESTIONS } from '@award/award';
import type { AnswerSurvey, PartnerLinkView, PartnersView } from '@award/endorsements/contract';
import type { ApprovalLinkView, ApprovalsView } from '@award/nominations/contract';
import type { SampleMunicipality } from '../../seed/sample-municipalities';
import { done } from '../as-people';
import type { Visitor } from '../visitor';
import { comesBack } from './addresses';
import { personOf } from './entry-content';
import { type SampleYear, until } from './sample-year';

interface SamplePartner {
  name: string;
  contributions: string[];
  /** The rating given throughout; null has an address that was written wrong, and answers nothing. */
  rating: number | null;
  trade: AnswerSurvey['trade'];
  size: AnswerSurvey['size'];
}

/** Of the first municipality, and of the second. */
const PARTNERS: readonly SamplePartner[][] = [
  [
    partner('Nordvik Bygg', ['planning-together', 'jobs-or-apprentices'], 5, 'building', '10-49'),
    partner('Askedal Mekaniske', ['time-and-knowledge'], 4, 'industry', '50-or-more'),
    partner('Elvebredden Bakeri', ['premises-or-land'], 4, 'trade-and-tourism', '1-9'),
    partner('Dalen Regnskap', ['network'], 3, 'services', '1-9'),
    partner('Skogly Sag', [], null, 'industry', '1-9'),
  ],
  [
    partner('Bjørkheim Ysteri', ['time-and-knowledge', 'money'], 4, 'industry', '10-49'),
    partner('Fjellguiden', ['network'], 3, 'trade-and-tourism', 'none'),
    partner('Vestli Elektro', ['jobs-or-apprentices'], 5, 'building', '1-9'),
  ],
];

function partner(
  name: string,
  contributions: string[],
  rating: number | null,
  trade: AnswerSurvey['trade'],
  size: AnswerSurvey['size'],
): SamplePartner {
  return { name, contributions, rating, trade, size };
}

/** Two municipalities ask their partners, who endorse and answer; a mayor approves; two tips become one entry. */
export async function hearOthers(year: SampleYear): Promise<void> {
  for (const [at, partners] of PARTNERS.entries()) {
    const municipality = year.plan.municipalities[at];
    if (municipality) await askPartners(year, municipality, partners);
  }
  const tipped = year.plan.municipalities[7];
  if (tipped) await tipAbout(year, tipped);
}

async function askPartners(
  year: SampleYear,
  municipality: SampleMunicipality,
  partners: readonly SamplePartner[],
): Promise<void> {
  const writer = await year.people.person(personOf(municipality));
  const { body } = await writer.get<{ entry: { id: string } | null }>('/api/nominations/mine');
  if (!body.entry) return;
  const address = `/api/nominations/${body.entry.id}`;
  const {
    closedBecause,
    hasText,
    partners: asked,
  } = await done(writer.get<PartnersView>(`${address}/partners`));
  if (closedBecause !== null || !hasText || asked.length > 0) return;
  for (const { name } of partners) {
    const email = emailOf(name);
    const order = { name, email, language: municipality.writtenForm };
    await done(writer.post(`${address}/partners`, order));
  }
  const approvalId = year.plan.form.approvalByLink
    ? await askMayor(writer, address, municipality)
    : null;
  const ratings = Object.fromEntries(
    RATED_QUESTIONS.map((question, at) => [question, 3 + (at % 3)]),
  );
  const own = { ratings, services: ['planning-and-building', 'sites'], lockVersion: 0 };
  await done(writer.put(`${address}/own-survey`, own));
  const view = await done(writer.get<PartnersView>(`${address}/partners`));
  for (const { id, name } of view.partners) {
    const one = partners.find((sample) => sample.name === name);
    if (one) await answer(year, id, one);
  }
  for (const { name } of partners.filter(({ rating }) => rating === null))
    await comesBack(year, emailOf(name));
  if (approvalId) await approve(year, approvalId);
}

const emailOf = (name: string) =>
  `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}@bedrift.example`;

async function askMayor(
  writer: Visitor,
  address: string,
  { name, number }: SampleMunicipality,
): Promise<string | null> {
  const { approvals } = await done(
    writer.post<ApprovalsView>(`${address}/approvals`, {
      approver: 'mayor',
      name: `Ordføreren i ${name}`,
      email: `ordforer-${number}@eksempel.example`,
    }),
  );
  return approvals[0]?.id ?? null;
}

async function answer(year: SampleYear, id: string, one: SamplePartner): Promise<void> {
  const { rating, contributions, size, trade, name } = one;
  const headers = { 'link-token': await tokenInMail(year, id) };
  const stranger = year.people.stranger();
  if (rating === null) return;
  const open = stranger.send<PartnerLinkView>('GET', '/api/partner-link', undefined, headers);
  const { textHash } = await done(open);
  const endorsement = {
    answer: 'endorsed',
    contributions,
    signerName: 'Daglig leder',
    signerTitle: name,
    textHash,
  };
  await done(stranger.send('POST', '/api/partner-link/endorsement', endorsement, headers));
  const ratings = Object.fromEntries(
    RATED_QUESTIONS.map((question, at) => [question, Math.max(1, rating - (at % 2))]),
  );
  const survey = { ratings, services: ['planning-and-building'], size, trade };
  await done(stranger.send('POST', '/api/partner-link/survey', survey, headers));
}

async function approve(year: SampleYear, id: string): Promise<void> {
  const headers = { 'link-token': await tokenInMail(year, id) };
  const stranger = year.people.stranger();
  const open = stranger.send<ApprovalLinkView>('GET', '/api/approval-link', undefined, headers);
  const { sha256 } = await done(open);
  await done(stranger.send('POST', '/api/approval-link/approve', { sha256 }, headers));
}

async function tipAbout(year: SampleYear, municipality: SampleMunicipality): Promise<void> {
  const [known] = await year.db.query(
    `select v.municipality_id as id, exists (select from nomination n where n.municipality_id = v.municipality_id and n.edition_id = $2) as begun
     from municipality_version v join municipality m on m.id = v.municipality_id where v.number = $1 and m.invented`,
    [municipality.number, year.editionId],
  );
  if (!known || known.begun) return;
  const tip = { municipalityId: known.id, language: 'nb' };
  const tips = [
    {
      ...tip,
      why: 'Da vi skulle utvide, fikk vi svar samme uke, og kommunen fant tomten før vi rakk å spørre.',
      senderName: 'Gunn Moe',
      senderEmail: 'gunn.moe@bedrift.example',
      relation: 'business',
      region: '',
    },
    {
      ...tip,
      why: 'Flere av medlemmene våre trekker fram denne kommunen når vi spør hvem de er fornøyde med.',
      senderName: 'Jon Eide',
      senderEmail: 'jon.eide@region.example',
      relation: 'nho-region',
      region: 'NHO Eksempel',
    },
  ];
  for (const one of tips) await done(year.people.stranger().post('/api/tips', one));
  const sent: { id: string }[] = await year.db.query(
    'select id from tip where edition_id = $1 and municipality_id = $2 order by created_at',
    [year.editionId, known.id],
  );
  for (const { id } of sent) {
    const headers = { 'link-token': await tokenInMail(year, id) };
    await done(year.people.stranger().send('POST', '/api/tips/link/confirm', {}, headers));
  }
}

/** The token of the personal link about a row, as it stands in the mail that was sent. */
export async function tokenInMail(year: SampleYear, id: string): Promise<string> {
  const start = Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
  let token = '';
  await until('a personal link', async () => {
    const [mail] = await year.db.query(
      'select body from caught_mail where position($1 in body) > 0',
      [`#${start}`],
    );
    token = new RegExp(`#(${start}[A-Za-z0-9_-]{32})`).exec(mail?.body ?? '')?.[1] ?? '';
    return token !== '';
  });
  return token;
}
