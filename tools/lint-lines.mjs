// Reads [{ file, code }] on standard input and prints, per row, the rules that ESLint finds broken. Used by boundaries.spec.ts.
import { ESLint } from 'eslint';

let input = '';
for await (const chunk of process.stdin) input += chunk;
const eslint = new ESLint();
const broken = [];
for (const { file, code } of JSON.parse(input)) {
  const [result] = await eslint.lintText(code, { filePath: file });
  broken.push((result?.messages ?? []).map((message) => message.ruleId));
}
console.log(`\n${JSON.stringify(broken)}`);
