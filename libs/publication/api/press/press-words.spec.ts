import { characters, RELEASE_TEXT_LIMITS } from '@award/award';
import { PRESS_WORDS, titleThatFits } from './press-words';

const NAME =
  'Olggut Beaivegilli ja Davit Várregilli – Ytre Solbygd og Nordre Fjellgrend med Storelvdalen';
const LONG = [NAME, NAME, NAME].join(' ');
const AWARD = 'Host municipality of the year for business development 2027';

describe('the title of a plain release text', () => {
  it.each<[string, string, string]>([
    ['names the award where there is room', 'Rauma', `Rauma won: ${AWARD}`],
    ['leaves the award out for a long name', LONG, `${LONG} won`],
    ['is cut where even the names are too long', 'å'.repeat(400), `${'å'.repeat(299)}…`],
  ])('%s', (_, winners, expected) => {
    const { winnersTitle, winnersAlone } = PRESS_WORDS.en;
    const title = titleThatFits(winnersTitle(winners, AWARD), winnersAlone(winners));
    expect(title).toBe(expected);
    expect(characters(title)).toBeLessThanOrEqual(RELEASE_TEXT_LIMITS.title);
  });
});
