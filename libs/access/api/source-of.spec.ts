import { sourceOf } from './source-of';

describe('where a request comes from', () => {
  it.each([
    ['an address of the older kind', '203.0.113.7', '203.0.113.7'],
    ['the same in the newer way of writing', '::ffff:203.0.113.7', '203.0.113.7'],
    ['an address of the newer kind', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['another one of the same network', '2001:DB8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['one with leading zeros', '2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['one with a gap in its network', '2001:db8::5:6', '2001:db8:0:0::/64'],
    ['this machine', '::1', '0:0:0:0::/64'],
    ['an older one inside', '64:ff9b::203.0.113.7', '64:ff9b:0:0::/64'],
    ['one of a link', 'fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['nothing', undefined, ''],
    ['something else', 'unknown', 'unknown'],
  ])('%s', (_what, address, source) => {
    expect(sourceOf(address)).toBe(source);
  });
});
