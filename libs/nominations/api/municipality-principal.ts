import type { Db } from '@award/editions/api';
import { type Principal, Refused } from '@award/access/api';
import { OF_MUNICIPALITY } from './nominations.queries';

/** A principal who acts for one municipality in one edition. */
export type MunicipalityPrincipal = Principal & { editionId: string; municipalityId: string };

/** The principal as acting for a municipality; refused with `not-permitted` when it does not. */
export function forMunicipality(principal: Principal): MunicipalityPrincipal {
  const { editionId, municipalityId } = principal;
  if (editionId === null || municipalityId === null) throw new Refused('not-permitted');
  return { ...principal, editionId, municipalityId };
}

/** Another municipality's entry, or another edition's, is answered as one that does not exist. */
export async function demandOwn(
  db: Db,
  principal: Principal,
  nominationId: string,
): Promise<MunicipalityPrincipal> {
  const acting = forMunicipality(principal);
  const own = await db.query(
    `select 1 from nomination n join edition e on e.id = n.edition_id join municipality m on m.id = $3
     where n.id = $1 and n.edition_id = $2 and ${OF_MUNICIPALITY}`,
    [nominationId, acting.editionId, acting.municipalityId],
  );
  if (own.length === 0) throw new Refused('not-found');
  return acting;
}
