export { type InstallationKind, type OpenIdProvider, Settings } from './settings';
