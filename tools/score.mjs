// `npm run --silent score -- --meta meta.json < scores.csv > result.json`: see README, «Scores in, figures out».
import * as fs from 'node:fs';
import { parseArgs } from 'node:util';
import { answer, asText, awardRules, standardInput } from './award-rules.mjs';

const { readScoreFile, scoreReport, ScoreFileRefused } = await awardRules(
  'score-file',
  'score-report',
);

function metaFile() {
  try {
    const { values } = parseArgs({ options: { meta: { type: 'string' } } });
    return asText(fs.readFileSync(values.meta ?? ''));
  } catch {
    return null;
  }
}

try {
  const meta = metaFile();
  const scores = await standardInput();
  if (meta === null)
    throw new ScoreFileRefused('BAD_INPUT', 'give the facts with --meta meta.json, in UTF-8');
  if (scores === null) throw new ScoreFileRefused('BAD_INPUT', 'the scores are not in UTF-8');
  answer(scoreReport(readScoreFile(scores, meta)), false);
} catch (error) {
  if (!(error instanceof ScoreFileRefused)) throw error;
  answer({ error: error.code }, true, error.message);
}
