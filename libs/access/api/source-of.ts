import { isIPv6 } from 'node:net';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/**
 * Where a request comes from, as limits count it: the IPv4 address, or the network of 64 bits that an
 * IPv6 address stands in, because whoever has one address there has all of them.
 */
export function sourceOf(address = ''): string {
  const [bare = ''] = address.split('%', 1);
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (v4 !== undefined || !isIPv6(bare)) return v4 ?? bare;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const first = groupsOf(head);
  const last = groupsOf(tail ?? '');
  const left = tail === undefined ? 0 : 8 - first.length - last.length;
  const all = [...first, ...Array<string>(left).fill('0'), ...last];
  const network = all.slice(0, 4).map((group) => parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/** An IPv4 address at the end stands for two groups, which no network of 64 bits reaches. */
function groupsOf(part: string): string[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
}

/** Where the request comes from, for limits. */
export const From = createParamDecorator((_: unknown, context: ExecutionContext): string =>
  sourceOf(context.switchToHttp().getRequest().ip),
);
