/** What seals the entries that a member takes along on one device. */
export interface DeviceKeyView {
  /** 32 bytes in base64, for AES-256-GCM. */
  key: string;
  /** How long the device may use it, from now, by its own clock. */
  validSeconds: number;
}
