export { Settings, type InstallationKind } from './settings';
