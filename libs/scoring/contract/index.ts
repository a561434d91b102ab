export * from './progress.contract';
export * from './score-sheet.contract';
