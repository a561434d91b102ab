import type { Role, SeatPosition } from '@award/award';
import type { PanelClass } from './panel-class';
import { leads } from './seats.service';

/** The grant that goes with a seat: whoever may have to lead can lead. */
export function grantOf(
  panel: Pick<PanelClass, 'editionId' | 'classCode'>,
  personId: string,
  position: SeatPosition,
): { personId: string; role: Role; editionId: string; classCode: string } {
  const role: Role = leads({ role: position }) ? 'jury-leader' : 'juror';
  return { personId, role, editionId: panel.editionId, classCode: panel.classCode };
}
