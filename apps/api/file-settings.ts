import type { FileSettings } from '@award/settings/api';

/** Reads where files are to lie and who scans them; fails on what is half set. */
export function readFileSettings(env: NodeJS.ProcessEnv): FileSettings {
  const { CLAMD_URL: clamdUrl, S3_URL: url, S3_KEY_ID: keyId, S3_SECRET: secret } = env;
  if (clamdUrl && !/^(?:tcp:\/\/[^/]+|unix:\/.+)$/.test(clamdUrl))
    throw new Error(`CLAMD_URL=${clamdUrl} is neither tcp://host:port nor unix:/path.`);
  if (!url) return { clamdUrl: clamdUrl || null, s3: null };
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new Error(`S3_URL=${url} is not the address of a bucket.`);
  if (!keyId || !secret) throw new Error('S3_URL needs S3_KEY_ID and S3_SECRET.');
  return {
    clamdUrl: clamdUrl || null,
    s3: { url, region: env['S3_REGION'] || 'us-east-1', keyId, secret },
  };
}
