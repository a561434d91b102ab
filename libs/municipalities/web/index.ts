export * from './contact-form';
export * from './municipalities-client';
export * from './register-facts';
export * from './register-words';

/** Under `/sekretariat/kommuner/fil`. */
export const loadContactFilePage = () =>
  import('./contact-file-page').then((m) => m.ContactFilePage);
