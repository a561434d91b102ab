export { type PublicAnswer, PublicViews, type ScreenLanguage } from './public-views';
export { Rendering } from './rendering';
export type { WebHandler } from './web-handler';
