// A file of its own, so that the stage is not in the scripts that every page loads.
export { stageRoutes } from '@award/publication/web';
