const KEY = 'kaaring.demo-signed-out';

/** Carries over one loading of the page that playing the year anew ended the visitor's session. */
export const signedOutNote = {
  leave(): void {
    sessionStorage.setItem(KEY, '1');
  },
  take(): boolean {
    const left = sessionStorage.getItem(KEY) !== null;
    sessionStorage.removeItem(KEY);
    return left;
  },
};
