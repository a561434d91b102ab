import type { GrantView, MeView } from '@award/access/contract';

/** Grants and answers of `GET /api/me` for specs. */
export function grant(role: string, facts: Partial<GrantView> = {}): GrantView {
  return {
    id: `${role}-grant`,
    role,
    editionId: 'edition',
    editionYear: 2027,
    classCode: null,
    municipalityId: null,
    municipalityName: null,
    ...facts,
  };
}

export const anonymous: MeView = {
  person: null,
  grants: [],
  acting: null,
  demo: false,
  csrf: 'token-of-nobody',
};

/** Kari, who acts in the first of her grants. */
export function kari(...grants: GrantView[]): MeView {
  return {
    person: { id: 'kari', name: 'Kari Nordstrand', language: 'nb' },
    grants,
    acting: grants[0] ?? null,
    demo: false,
    csrf: 'token-of-kari',
  };
}
