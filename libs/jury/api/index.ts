export { ClassCode } from './class-code';
export { JuryModule } from './jury.module';
export { MySeat } from './my-seat.service';
export { lockedPanelClass, type PanelClass, panelClass } from './panel-class';
export { seatOfficeView, seatView } from './panel-views';
export { Panels } from './panel.service';
export { SEAT_STANDING } from './seats.queries';
export { leads, type PanelSeat, ruleSeat, Seats } from './seats.service';
