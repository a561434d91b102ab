export * from './correction.contract';
export * from './follow.contract';
export * from './learning.contract';
export * from './outcome.contract';
export * from './public-view.contract';
export * from './public-pages.contract';
export * from './release-room.contract';
export * from './stage.contract';
