export { AnswerInvitation } from './answer-invitation';
export { InviteForm } from './invite-form';
export { JuryClient } from './jury-client';
export { type SeatAct, SeatDialog } from './seat-dialog';
export { HOUSE_WORDS, POSITION_WORDS, STANDING_TONES, STANDING_WORDS } from './seat-words';
