export * from './class-scope';
export * from './classes-page';
export * from './deliberation-client';
export * from './meeting-page';
export * from './minutes-page';
export * from './ranking-page';
export { HOUSE_WORDS } from './words';
