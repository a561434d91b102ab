export {
  type FileSettings,
  type InstallationKind,
  type OpenIdProvider,
  type ReturnSettings,
  type S3Settings,
  Settings,
} from './settings';
