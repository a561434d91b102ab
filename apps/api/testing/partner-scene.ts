import type { NominationContent } from '@award/award';
import { LinkTokens } from '@award/access/api';
import type { PartnerLinkView, PartnersView } from '@award/endorsements/contract';
import { completeContent, type SceneEdition, story } from './story';
import type { TestApp } from './test-app';
import type { Visitor } from '../demo/visitor';
import { PartnerVoices } from '@award/endorsements/api';

type Scene = ReturnType<typeof story>;

/** What a municipality sends to ask a business, at an address made of its name. */
export const asking = (name: string, more: object = {}) => ({
  name,
  email: `post@${name.toLowerCase().replaceAll(/[^a-z]/g, '')}.example`,
  language: 'nb',
  ...more,
});

/** Entries with their writers, partners with their links, and what each side sees. */
export function partnerScene(app: TestApp, scene: Scene, edition: SceneEdition) {
  let counter = 0;

  async function entry(options: { state?: string; content?: object } = {}) {
    const name = `Partnerdal ${edition.id.slice(0, 4)} ${++counter}`;
    const municipalityId = await scene.municipality(name, 9000);
    const nomination = await scene.nomination(edition, municipalityId, {
      state: 'draft',
      ...options,
    });
    const key = `partner-writer-${counter}`;
    await scene.holder(key, 'municipality-editor', { editionId: edition.id, municipalityId });
    const writer = await app.visitor().signInAs(key);
    return { id: nomination.id, municipalityId, writer };
  }

  async function ask(writer: Visitor, id: string, name: string, more: object = {}) {
    const body = asking(name, more);
    const { status, body: view } = await writer.post<PartnersView>(
      `/api/nominations/${id}/partners`,
      body,
    );
    expect({ status, view }).toMatchObject({ status: 200 });
    const partner = view.partners.find(
      ({ email, standing }) => email === body.email.toLowerCase() && standing !== 'revoked',
    );
    if (!partner) throw new Error('the partner is not in the view');
    return { partner, token: app.get(LinkTokens).tokenOf('partner', partner.id), view };
  }

  const open = (token: string) =>
    app.visitor().send<PartnerLinkView>('GET', '/api/partner-link', undefined, {
      'link-token': token,
    });

  const post = <T = PartnerLinkView & { refusal?: string }>(
    path: string,
    token: string,
    body: object,
  ) => app.visitor().send<T>('POST', `/api/${path}`, body, { 'link-token': token });

  async function endorse(token: string, more: object = {}) {
    const { textHash } = (await open(token)).body;
    return post('partner-link/endorsement', token, {
      answer: 'endorsed',
      contributions: ['time-and-knowledge'],
      signerName: 'Marit Vik',
      signerTitle: 'Daglig leder',
      textHash,
      ...more,
    });
  }

  const mine = async (writer: Visitor, id: string) =>
    (await writer.get<PartnersView>(`/api/nominations/${id}/partners`)).body;

  const mailsTo = (recipient: string): Promise<{ template: string; words: object }[]> =>
    app.db.query(
      'select template, words from mail_outbox where recipient = $1 order by created_at',
      [recipient],
    );

  const forJury = (id: string, content: object = completeContent()) =>
    app.get(PartnerVoices).forJury(app.db, id, content as NominationContent);

  return { entry, ask, open, post, endorse, mine, mailsTo, forJury };
}
