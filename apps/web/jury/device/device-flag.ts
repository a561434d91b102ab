/** Where it is noted that entries were taken along on this device. */
export const DEVICE_FLAG = 'kaaring.device';
