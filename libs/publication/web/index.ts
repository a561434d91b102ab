export { Archive } from './pages/archive';
export { EditionResults } from './pages/edition';
export { Examples } from './pages/examples';
export { Front } from './pages/front';
export { JuryPortrait } from './pages/jury';
export { Live } from './pages/live';
export { MunicipalityList } from './pages/municipalities';
export { MunicipalityPortrait } from './pages/municipality';
export { loadReleaseRoom, stageRoutes } from './publication.routes';
