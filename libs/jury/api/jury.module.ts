import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JuryController } from './jury.controller';
import { MySeat } from './my-seat.service';
import { Panels } from './panel.service';
import { Seat } from './seat.entity';
import { SeatStep } from './seat-step.entity';
import { Seats } from './seats.service';

@Module({
  imports: [TypeOrmModule.forFeature([Seat, SeatStep])],
  controllers: [JuryController],
  providers: [MySeat, Panels, Seats],
  exports: [MySeat, Panels, Seats],
})
export class JuryModule {}
