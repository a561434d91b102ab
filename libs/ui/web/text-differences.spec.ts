import { TestBed } from '@angular/core/testing';
import { differences, TextDifferences } from './text-differences';

describe('what changed between two texts', () => {
  it.each([
    ['nothing', 'Et godt sted.', 'Et godt sted.', ['=Et godt sted.']],
    [
      'a word in place of another',
      'Et godt sted.',
      'Et fint sted.',
      ['=Et ', '-godt', '+fint', '= sted.'],
    ],
    ['words added at the end', 'Et godt ', 'Et godt sted.', ['=Et godt ', '+sted.']],
    ['words removed from the start', 'Nå er det bra', 'det bra', ['-Nå er ', '=det bra']],
    ['everything, from nothing', '', 'Et sted', ['+Et sted']],
    ['everything, to nothing', 'Et sted', '', ['-Et sted']],
    ['a line break', 'Et\nsted', 'Et sted', ['=Et', '-\n', '+ ', '=sted']],
  ])('%s', (_case, before, after, expected) => {
    const signs = { kept: '=', added: '+', removed: '-' };
    expect(differences(before, after).map(({ kind, text }) => signs[kind] + text)).toEqual(
      expected,
    );
  });

  it('puts both texts together again', () => {
    const before = ' Først  to\n\nmellomrom. Så mer.';
    const after = ' Først to\nmellomrom! Og mer.';
    const changes = differences(before, after);
    const put = (...kinds: string[]) =>
      changes
        .filter(({ kind }) => kinds.includes(kind))
        .map(({ text }) => text)
        .join('');
    expect(put('kept', 'removed')).toBe(before);
    expect(put('kept', 'added')).toBe(after);
  });
});

it('shows them as added and removed, also to those who listen', () => {
  const fixture = TestBed.createComponent(TextDifferences);
  fixture.componentRef.setInput('before', 'Et godt sted.');
  fixture.componentRef.setInput('after', 'Et fint sted.');
  fixture.detectChanges();
  const shown = fixture.nativeElement as HTMLElement;
  expect(shown.querySelector('ins')?.textContent).toBe('[lagt til] fint');
  expect(shown.querySelector('del')?.textContent).toBe('[fjernet] godt');
});
