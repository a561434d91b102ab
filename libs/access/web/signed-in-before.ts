const KEY = 'kaaring.signed-in';

/** Whether somebody has signed in in this browser: public pages ask the server who is there only then. */
export function signedInBefore(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function rememberSignedIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(KEY, '1');
  else localStorage.removeItem(KEY);
}
