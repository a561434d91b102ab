/** The page to go on to: only an address inside this site, never one that leads elsewhere. */
export function returnAddress(wanted: string | null | undefined, otherwise: string): string {
  return wanted && /^\/(?![/\\])/.test(wanted) && !/[\s\\]/.test(wanted) ? wanted : otherwise;
}
