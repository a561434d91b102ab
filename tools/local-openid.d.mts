export interface LocalPerson {
  name: string;
  claims: Record<string, unknown>;
}
export interface LocalOpenId {
  issuer: string;
  clientId: string;
  clientSecret: string;
  close: () => Promise<void>;
}
export function delegatedBy(number: string, name: string): object[];
export function startLocalOpenId(options: {
  port?: number;
  people: Record<string, LocalPerson>;
  callbacks: string[];
  home?: string;
}): Promise<LocalOpenId>;
