import * as fs from 'node:fs';
import path from 'node:path';
import { EDITION_WORKFLOW, NOMINATION_WORKFLOW, STAGE_WORKFLOW, toMermaid } from '@award/award';
import { process as areas } from '../eslint.config.mjs';

const file = path.resolve(import.meta.dirname, '../docs/process.md');
const diagrams: Record<string, string> = {
  edition: toMermaid(EDITION_WORKFLOW, ['planned']),
  stage: toMermaid(STAGE_WORKFLOW, ['waiting']),
  nomination: toMermaid(NOMINATION_WORKFLOW, ['tipped', 'draft']),
};

function withDiagrams(text: string): string {
  return text.replaceAll(
    /<!-- diagram: (\w+) -->[\s\S]*?<!-- end -->/g,
    (_all, name: string) =>
      `<!-- diagram: ${name} -->\n\n\`\`\`mermaid\n${diagrams[name] ?? ''}\`\`\`\n\n<!-- end -->`,
  );
}

describe('docs/process.md', () => {
  const written = fs.readFileSync(file, 'utf8');

  it('shows the workflows as the tables have them', () => {
    if (process.env['UPDATE_DOCS']) fs.writeFileSync(file, withDiagrams(written));
    expect(fs.readFileSync(file, 'utf8')).toBe(withDiagrams(written));
    expect(written.match(/<!-- diagram: /g)).toHaveLength(Object.keys(diagrams).length);
  });

  it('has one paragraph per area, in the order of the process', () => {
    const told = [...written.matchAll(/^\*\*([a-z]+)\*\*/gm)].map((found) => found[1]);
    expect(told).toEqual(areas);
  });
});
