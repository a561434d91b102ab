import {
  type Attachment,
  attachmentProblems,
  attachmentsMissing,
  publishableImages,
  rightsConfirmed,
} from './attachment-rules';
import { DEFAULT_FILE_LIMITS, maySendFile, servedName, storedAtMost } from './file-rules';

const document: Attachment = {
  fileId: 'a',
  kind: 'pdf',
  bytes: 1000,
  sha256: '0'.repeat(64),
  pages: 3,
  label: 'Næringsplanen',
  altText: '',
  photographer: '',
  rightToUse: false,
  shownAgree: false,
  mayPublish: false,
};
const image: Attachment = {
  ...document,
  fileId: 'b',
  kind: 'jpeg',
  pages: null,
  altText: 'To personer ved kaien',
  photographer: 'Kari Nordli',
  rightToUse: true,
  shownAgree: true,
  mayPublish: true,
};

describe('an attachment', () => {
  it.each<[string, Attachment, string[]]>([
    ['a document with a name', document, []],
    ['a document without', { ...document, label: ' ' }, ['attachments.0.label']],
    ['a picture that is answered for', image, []],
    ['a picture without words', { ...image, altText: '' }, ['attachments.0.altText']],
    ['a picture by nobody', { ...image, photographer: '' }, ['attachments.0.photographer']],
    [
      'a picture that may not be used',
      { ...image, rightToUse: false },
      ['attachments.0.rightToUse'],
    ],
    ['people who have not agreed', { ...image, shownAgree: false }, ['attachments.0.shownAgree']],
    ['a picture for the jury alone', { ...image, mayPublish: false }, []],
  ])('lacks what it lacks: %s', (_case, one, missing) => {
    expect(attachmentsMissing([one]).map(({ field }) => field)).toEqual(missing);
  });

  it.each<[string, Attachment[], object[]]>([
    ['two', [document, image], []],
    [
      'eleven',
      Array.from({ length: 11 }, (_, at) => ({ ...document, fileId: `${at}` })),
      [{ field: 'attachments', reason: 'too-many', limit: 10, actual: 11 }],
    ],
    ['the same twice', [document, document], [{ field: 'attachments', reason: 'repeated' }]],
    [
      'too long a name',
      [{ ...document, label: 'å'.repeat(121) }],
      [{ field: 'attachments.0.label', reason: 'too-long', limit: 120, actual: 121 }],
    ],
  ])('is told what is wrong: %s', (_case, all, problems) => {
    expect(attachmentProblems(all, DEFAULT_FILE_LIMITS)).toEqual(problems);
  });

  it('is of a kind that the edition takes', () => {
    const limits = { ...DEFAULT_FILE_LIMITS, groups: ['pdf'] as const };
    expect(attachmentProblems([document, image], limits)).toEqual([
      { field: 'attachments.1.kind', reason: 'unknown' },
    ]);
  });

  it.each<[string, Attachment, boolean, boolean]>([
    ['a document is for the jury', { ...document, mayPublish: true }, true, false],
    ['a picture with consent', image, true, true],
    ['a picture without', { ...image, mayPublish: false }, true, false],
    ['consent without the right to use it', { ...image, rightToUse: false }, false, false],
    ['consent without those it shows', { ...image, shownAgree: false }, false, false],
    ['a picture that nobody can hear', { ...image, altText: '' }, true, false],
  ])('may be shown to the public: %s', (_case, one, confirmed, published) => {
    expect(rightsConfirmed(one)).toBe(confirmed);
    expect(publishableImages([one])).toEqual(published ? [one] : []);
  });
});

describe('a file', () => {
  const limits = { mostBytes: 100, mostFiles: 2, groups: ['pdf'] as const };
  it.each<[string, number, number, string | null]>([
    ['as large as may be', 100, 0, null],
    ['one byte more', 101, 0, 'too-large'],
    ['as much as may be stored in all', 100, storedAtMost(limits) - 100, null],
    ['one byte more in all', 100, storedAtMost(limits) - 99, 'too-many-files'],
  ])('may be sent: %s', (_case, bytes, already, reason) => {
    expect(maySendFile({ bytes }, { bytes: already }, limits)).toEqual(
      reason === null ? { allowed: true } : { allowed: false, reason },
    );
  });

  it.each([
    ['Vågå', 2, 'pdf', 'vaga-vedlegg-2.pdf'],
    ['Bærum "; rm -rf', 1, 'jpeg', 'baerum-rm-rf-bilde-1.jpg'],
    ['Kárášjohka – Karasjok', 3, 'docx', 'karasjohka-karasjok-vedlegg-3.docx'],
    ['Guovdageaidnu/../x', 1, 'png', 'guovdageaidnu-x-bilde-1.png'],
    ['\r\nX: y', 1, 'pdf', 'x-y-vedlegg-1.pdf'],
    ['…', 1, 'pdf', 'fil-vedlegg-1.pdf'],
  ] as const)('is served under a name from a rule: %s', (subject, number, kind, name) => {
    expect(servedName(subject, number, kind)).toBe(name);
  });
});
