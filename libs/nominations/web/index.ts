export * from './act';
export * from './entry-notice';
export * from './entry-text';
export * from './form-words';
export * from './link-routes';
export * from './nomination-words';
export * from './nominations.routes';
export * from './text-field';

/** Under `/sekretariat/kaaringer/:id/skjema`. */
export const loadFormSetup = () =>
  import('./form-setup/form-setup-page').then((m) => m.FormSetupPage);
