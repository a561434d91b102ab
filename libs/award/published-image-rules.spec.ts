import type { Attachment } from './attachment-rules';
import {
  imagesOfEntry,
  imageWordsMissing,
  mayChooseImages,
  mayWithdrawImage,
} from './published-image-rules';
import { no, type Verdict, yes } from './verdict';

const image: Attachment = {
  fileId: 'a',
  kind: 'jpeg',
  bytes: 1000,
  sha256: '0'.repeat(64),
  pages: null,
  label: 'Kaien',
  altText: 'To personer ved kaien',
  photographer: 'Kari Nordli',
  rightToUse: true,
  shownAgree: true,
  mayPublish: true,
};

describe('the pictures of a finalist', () => {
  it.each<[string, Attachment[], string[], string[], [string, string[]][]]>([
    ['a picture with all that it needs', [image], [], ['a'], []],
    ['a picture for the jury alone', [{ ...image, mayPublish: false }], [], [], []],
    ['a document', [{ ...image, kind: 'pdf' }], [], [], []],
    ['nobody took it', [{ ...image, photographer: ' ' }], [], [], [['a', ['photographer']]]],
    [
      'no words, and no rights',
      [{ ...image, altText: '', rightToUse: false }],
      [],
      [],
      [['a', ['altText', 'rightToUse']]],
    ],
    ['what is left out lacks nothing', [{ ...image, altText: '' }], ['a'], [], []],
    ['what is ready can be left out too', [image, { ...image, fileId: 'b' }], ['a'], ['b'], []],
    [
      'one that lacks does not hold the others back',
      [
        { ...image, altText: '' },
        { ...image, fileId: 'b' },
      ],
      [],
      ['b'],
      [['a', ['altText']]],
    ],
  ])('are told apart: %s', (_case, attachments, leftOut, ready, unready) => {
    const found = imagesOfEntry(attachments, leftOut);
    expect(found.ready.map(({ fileId }) => fileId)).toEqual(ready);
    expect(found.unready.map((one) => [one.image.fileId, one.missing])).toEqual(unready);
  });

  it.each([
    [false, yes],
    [true, no('already-sealed')],
  ])('are chosen until they are sealed (%s)', (sealed, verdict) => {
    expect(mayChooseImages({ sealed })).toEqual(verdict);
  });

  it.each<[string, boolean, string, Verdict]>([
    ['with a reason', false, 'Feil bilde', yes],
    ['twice', true, 'Feil bilde', no('image-withdrawn')],
    ['without a reason', false, '   nei  ', no('reason-required')],
    ['with a long story', false, 'a'.repeat(501), no('reason-required')],
  ])('are taken away %s', (_case, withdrawn, reason, verdict) => {
    expect(mayWithdrawImage({ withdrawn }, reason)).toEqual(verdict);
  });

  it('that take the place of others need the same words', () => {
    const words = {
      caption: 'Torget',
      altText: 'Et torg',
      photographer: 'Ola Vik',
      rightToUse: true,
      shownAgree: true,
    };
    expect(imageWordsMissing(words)).toEqual([]);
    expect(imageWordsMissing({ ...words, caption: ' ', shownAgree: false })).toEqual([
      'caption',
      'shownAgree',
    ]);
  });
});
