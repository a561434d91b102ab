import { createHash } from 'node:crypto';

const ELEMENT = /<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/gi;
const STYLE_ATTRIBUTE = /<[a-z][^>]*\sstyle=/i;
const DATA_TYPE = /\btype\s*=\s*["']?(application\/(?:ld\+)?json|text\/template)\b/i;

/**
 * The content security policy of a page of ours. Inline scripts and stylesheets are allowed by the
 * hash of their bytes; data blocks are not run and need none. Nothing outside this origin is asked
 * for. The policy named default lets through one constant string of the design system and nothing
 * else (libs/ui/web/design-system.ts), the one named jury-worker one worker's address
 * (apps/web/jury/device/shell-worker.ts). A style attribute cannot be allowed in this way and is refused outright.
 */
export function policyOf(html: string, secure: boolean): string {
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  for (const [, name = '', attributes = '', content = ''] of html.matchAll(ELEMENT)) {
    const kind = name.toLowerCase() === 'script' ? 'script' : 'style';
    const runs = !(
      kind === 'script' &&
      (/\bsrc\s*=/i.test(attributes) || DATA_TYPE.test(attributes))
    );
    if (runs && content !== '') hashes[kind].add(hashOf(content));
  }
  if (STYLE_ATTRIBUTE.test(html.replace(ELEMENT, ''))) {
    throw new Error('a rendered page holds a style attribute, which its policy would block');
  }
  return [
    "default-src 'self'",
    ["script-src 'self'", ...hashes.script].join(' '),
    ["style-src 'self'", ...hashes.style].join(' '),
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types angular default jury-worker',
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
