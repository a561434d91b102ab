import type { InvitationDraft } from '@award/outreach/contract';

/**
 * The rows of a list as people paste it: one address a line, from a spreadsheet or typed. What has an @ is
 * the address, four digits are the municipality number, the rest is the person's name.
 */
export function invitationRows(text: string): InvitationDraft[] {
  return text.split('\n').flatMap((line) => {
    const cells = line
      .split(/[;,\t]/)
      .map((cell) => cell.trim().replaceAll(/^["'<]+|["'>]+$/g, ''))
      .filter((cell) => cell !== '');
    if (cells.length === 0) return [];
    const email = cells.find((cell) => cell.includes('@')) ?? '';
    const number = cells.find((cell) => /^\d{3,4}$/.test(cell)) ?? '';
    const name = cells.filter((cell) => cell !== email && cell !== number).join(' ');
    return [{ number, email, name: name.slice(0, 120) }];
  });
}
