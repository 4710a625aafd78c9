import { describe, expect, it } from 'vitest';
import type { Block, Span } from '../../../electron/contract/model.ts';
import { markdownBlocks, markdownLine } from '../../../electron/core/export/markdown-text.ts';
import { toBlocks } from '../../../electron/core/text/blocks.ts';
import { cpuTime } from '../../tools/cpu-time.ts';

const text = (words: string): Span => ({ kind: 'text', text: words });
const paragraph = (...spans: Span[]): Block => ({ kind: 'paragraph', spans });
const markdown = (...spans: Span[]) => markdownBlocks([paragraph(...spans)]);
const link = (words: string, href: string): Span => ({ kind: 'link', text: words, href, host: 'x.se' });

describe('what a writer typed stays text', () => {
  it.each([
    ['Hej! Räksmörgås, 5 %.', 'Hej! Räksmörgås, 5 %.'],
    ['# no heading', '\\# no heading'],
    ['#616041 is a number', '#616041 is a number'],
    ['C# and F#', 'C# and F#'],
    ['*bold* _it_ ~~gone~~ `code`', '\\*bold\\* \\_it\\_ \\~\\~gone\\~\\~ \\`code\\`'],
    ['- no list', '\\- no list'],
    ['+ no list', '\\+ no list'],
    ['1. no list', '1\\. no list'],
    ['2024) no list', '2024\\) no list'],
    ['1.5 GB', '1.5 GB'],
    ['-5 °C', '-5 °C'],
    ['---', '\\---'],
    ['===', '\\==='],
    [':-:', '\\:-:'],
    ['> no quote', '\\> no quote'],
    ['| a | b |', '\\| a \\| b \\|'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['<!-- hidden', '\\<!-- hidden'],
    ['&lt; &#60; a & b', '\\&lt; \\&#60; a & b'],
    ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
    ['![x](https://evil.example/p.png)', '!\\[x\\](https\\://evil.example/p.png)'],
    ['[a]: https://evil.example', '\\[a\\]: https\\://evil.example'],
    ['www.evil.example and a@evil.example', 'www\\.evil.example and a\\@evil.example'],
    ['C:\\temp\\new', 'C:\\\\temp\\\\new'],
    ['    four blanks', '\u00a0\u00a0\u00a0\u00a0four blanks'],
    ['\ta tab', '\u00a0a tab'],
  ])('%j', (typed, written) => {
    expect(markdown(text(typed))).toBe(written);
  });

  it('in every line of a paragraph', () => {
    const spans = [
      text('first'),
      { kind: 'break' },
      text('# second'),
      { kind: 'break' },
      text('- third  '),
    ] as const;
    expect(markdown(...spans)).toBe('first\\\n\\# second\\\n\\- third');
  });

  it('without empty lines, which would end the paragraph', () => {
    expect(markdown(text('a'), { kind: 'break' }, { kind: 'break' }, text('b'))).toBe('a\\\nb');
    expect(markdownBlocks([paragraph({ kind: 'break' }), paragraph(text('b'))])).toBe('b');
  });

  it('on one line, for names and subjects', () => {
    expect(markdownLine('a\n# b\u202e <i>\u0000')).toBe('a # b \\<i\\>');
    expect(markdownLine('# x ##')).toBe('\\# x #\\#');
  });
});

describe('marks', () => {
  it('stand around words, and are left out where they would be read as signs', () => {
    expect(
      markdown({ kind: 'strong', text: 'viktigt' }, text(' och '), { kind: 'emphasis', text: 'snart' }),
    ).toBe('**viktigt** och *snart*');
    expect(markdown({ kind: 'strong', text: ' a* ' })).toBe('\u00a0a\\*');
    expect(markdown({ kind: 'strong', text: 'a' }, { kind: 'emphasis', text: 'b' })).toBe('**a**b');
  });

  it.each([
    ['ls -la', '`ls -la`'],
    ['a`b', '``a`b``'],
    ['`', '`` ` ``'],
    ['``x``', '``` ``x`` ```'],
    [' x ', '`  x  `'],
    ['*_<b>', '`*_<b>`'],
  ])('of code hold any code: %j', (code, written) => {
    expect(markdown({ kind: 'code', text: code })).toBe(written);
  });

  it('of code do not run into others', () => {
    expect(markdown({ kind: 'code', text: 'a' }, { kind: 'code', text: 'b' })).toBe('`ab`');
  });

  it('of a fence are longer than any in the text', () => {
    expect(markdownBlocks([{ kind: 'code', text: 'a\n```\n````js\n' }])).toBe(
      '`````\na\n```\n````js\n\n`````',
    );
    expect(markdownBlocks([{ kind: 'code', text: 'x' }])).toBe('```\nx\n```');
  });
});

describe('links', () => {
  it('lead to their real address', () => {
    expect(markdown(link('HostUp', 'https://cloud.hostup.se/a_b?c=(1)'))).toBe(
      '[HostUp](<https://cloud.hostup.se/a_b?c=(1)>)',
    );
    expect(markdown(link('https://x.se/', 'https://x.se/'))).toBe('<https://x.se/>');
    expect(markdown(link('https://bank.se', 'https://evil.example/'))).toBe(
      '[https\\://bank.se](<https://evil.example/>)',
    );
    expect(markdown(link('x', 'https://x.se/?a=1&copy;'))).toBe('[x](<https://x.se/?a=1\\&copy;>)');
    expect(markdown(link('x](y) <b>', 'https://x.se/'))).toBe('[x\\](y) \\<b\\>](<https://x.se/>)');
  });

  it('never load a picture', () => {
    expect(markdown(text('Look!'), link('here', 'https://evil.example/p.png'))).toBe(
      'Look\\![here](<https://evil.example/p.png>)',
    );
  });
});

describe('lists and quotes', () => {
  const item = (words: string): Span[] => [text(words)];

  it('keep their lines together', () => {
    const list: Block = {
      kind: 'list',
      ordered: true,
      items: [[text('one'), { kind: 'break' }, text('- still one')], item('# two')],
    };
    expect(markdownBlocks([list])).toBe('1. one\\\n   \\- still one\n2. \\# two');
    const quote: Block = { kind: 'quote', spans: [text('a'), { kind: 'break' }, text('> b')] };
    expect(markdownBlocks([quote, paragraph(text('c'))])).toBe('> a\\\n> \\> b\n\nc');
  });

  it('stay apart from the list before', () => {
    const list = (ordered: boolean): Block => ({ kind: 'list', ordered, items: [item('x')] });
    expect(markdownBlocks([list(false), list(false), list(false)])).toBe('- x\n\n* x\n\n- x');
    expect(markdownBlocks([list(true), list(true), list(false)])).toBe('1. x\n\n1) x\n\n- x');
  });
});

it('brings a whole message over', () => {
  const body = [
    'Hej!',
    '',
    'Kör detta:',
    '```',
    'rm -rf ./cache && echo `date`',
    '```',
    '1. Öppna https://cloud.hostup.se/',
    '2. Välj <b>Starta',
    '',
    '> Hur gör jag?',
  ].join('\n');
  expect(markdownBlocks(toBlocks(body))).toBe(
    [
      'Hej!',
      'Kör detta:',
      '```\nrm -rf ./cache && echo `date`\n```',
      '1. Öppna <https://cloud.hostup.se/>\n2. Välj \\<b\\>Starta',
      '> Hur gör jag?',
    ].join('\n\n'),
  );
});

it('takes time in proportion to the text', async () => {
  for (const sign of ['`', '*', '!', '#', '-', '[', '&', ' ', '<', '\\']) {
    const long = sign.repeat(100_000);
    const write = () => [
      markdown(text(long), { kind: 'code', text: long }, link(long, 'https://x.se/')),
      markdownLine(long),
    ];
    expect(await cpuTime(write), sign).toBeLessThan(1_000);
  }
});
