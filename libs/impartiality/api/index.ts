export { ImpartialityModule } from './impartiality.module';
export { ENTRY_NAME, JUDGED, nameOfEntry, READABLE_SQL, STANDING_OF_ME } from './standing.queries';
export { asStanding, type SeatRef, type StandingRow, Standings } from './standings.service';
