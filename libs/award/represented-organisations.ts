/**
 * Which organisations a signed-in employee represents, read from the claim `authorization_details`
 * (RFC 9396) as Ansattporten writes it. Three shapes are in use and never mixed in one answer: a
 * delegated Altinn resource, the older Altinn service, and employment alone. A delegation is the
 * organisation's own word that this person may act; employment says only where somebody works.
 * Source: Digdir, Ansattporten, protocol for representation (docs.digdir.no).
 */
import { organisationNumber } from './organisation-number';
import type { Role } from './permissions';

export type Representation = 'delegated' | 'employed';

export interface RepresentedOrganisation {
  /** Nine digits with a right check digit. */
  readonly number: string;
  readonly by: Representation;
}

const SHAPES = new Map<string, { parties: string; by: Representation }>([
  ['ansattporten:altinn:resource', { parties: 'authorized_parties', by: 'delegated' }],
  ['ansattporten:altinn:service', { parties: 'reportees', by: 'delegated' }],
  ['ansattporten:orgno', { parties: 'authorized_parties', by: 'employed' }],
]);

/**
 * The organisations that the claim names, each once, a delegation before employment. What is not
 * understood, has a wrong check digit or is not an organisation at all is left out: the answer to
 * anything else is an empty list, never an error.
 */
export function representedOrganisations(claim: unknown): RepresentedOrganisation[] {
  const found = new Map<string, Representation>();
  for (const detail of listOf(claim)) {
    const shape = SHAPES.get(textOf(detail, 'type'));
    if (!shape) continue;
    for (const party of listOf(valueOf(detail, shape.parties))) {
      const number = organisationNumber(writtenNumber(party));
      if (number !== null && found.get(number) !== 'delegated') found.set(number, shape.by);
    }
  }
  return [...found].map(([number, by]) => ({ number, by }));
}

/**
 * What a municipality's organisation number opens for somebody who signs in with it for the first
 * time: a delegation lets them send in, employment lets them write. Colleagues may change it.
 */
export function roleByRepresentation(by: Representation): Role {
  return by === 'delegated' ? 'municipality-submitter' : 'municipality-editor';
}

function writtenNumber(party: unknown): string {
  const nested = valueOf(party, 'orgno');
  if (typeof nested === 'string') return nested;
  return textOf(nested, 'ID') || textOf(party, 'ID') || textOf(party, 'orgno');
}

function valueOf(of: unknown, key: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[key] : undefined;
}

function textOf(of: unknown, key: string): string {
  const value = valueOf(of, key);
  return typeof value === 'string' ? value : '';
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
