import { start } from './starter';

start(() => import('./application').then(({ running }) => running));
