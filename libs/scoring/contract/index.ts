export * from './break-glass.contract';
export * from './device-key.contract';
export * from './progress.contract';
export * from './score-sheet.contract';
export * from './second-round.contract';
