export {
  type FileSettings,
  type InstallationKind,
  type OpenIdProvider,
  type S3Settings,
  Settings,
} from './settings';
