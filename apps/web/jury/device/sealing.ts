/** AES-256-GCM in the browser. What is sealed for one address cannot be opened as another's. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

const ALGORITHM = 'AES-GCM';
const IV_BYTES = 12;

/** `key`: 32 bytes in base64. The key that is made cannot be read out again. */
export function keyFrom(key: string): Promise<CryptoKey> {
  const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey('raw', bytes, ALGORITHM, false, ['encrypt', 'decrypt']);
}

export async function seal(key: CryptoKey, address: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  const bytes = await crypto.subtle.encrypt(
    { name: ALGORITHM, iv, additionalData: encoded(address) },
    key,
    encoded(JSON.stringify(value)),
  );
  return { iv, bytes };
}

/** Rejects when it was sealed with another key or for another address. */
export async function unseal(key: CryptoKey, address: string, sealed: Sealed): Promise<unknown> {
  const bytes = await crypto.subtle.decrypt(
    { name: ALGORITHM, iv: sealed.iv, additionalData: encoded(address) },
    key,
    sealed.bytes,
  );
  return JSON.parse(new TextDecoder().decode(bytes));
}

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
