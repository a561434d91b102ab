// `npm run --silent ballot < election.json > result.json`: see README, «Ballots in, winners out».
import { answer, awardRules, standardInput } from './award-rules.mjs';

const { ballotReport, anyRefused } = await awardRules('ballot-file');
const text = await standardInput();
const result = text === null ? { error: 'BAD_INPUT' } : ballotReport(text);
const refused = anyRefused(result);
answer(result, refused, refused && 'an election was refused');
