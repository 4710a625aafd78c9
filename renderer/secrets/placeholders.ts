// Values that stand for a secret without being one: masks, variables, gaps to fill in, words such as
// "your_password_here".

const masks = /^[*•●∙xX.\-_#?=~·…\s]+$|[*•●∙]{3}|[xX]{4}|\.{3}|…/;

const variables = [
  /^<[^>]*>?$|^\[[^\]]*\]?$|^\{+[\w .:-]*\}*$/,
  /^[$#%]?[{(]/,
  /^\$(?:[A-Z_][A-Z0-9_]*|[A-Za-z_]+\d?|[A-Za-z]+_\w*)\}?$/,
  /^\\?\$\{?\w+\}?(?:->|\[|\.|::|[/\\])/,
  /^\\?\$\{/,
  /%\d\$[sd]|^\\[nrt]/,
  /^%[A-Za-z_]\w*%$|^%[sdr]$|^%\(\w+\)s$/,
  /^[:@][a-z_]+$|^\?+$/,
  /^&(?:lt|gt|nbsp|amp);/,
];

const noun =
  '(?:secret|password|passwd|passphrase|pass(?:word)?|pwd|pw|lösenord(?:et)?|losenord|lösen|token|key|nyckel|api[_-]?key|access[_-]?key|hemligt?|hemlighet|pin|kod)';
const standIn = new RegExp(
  [
    `^(?:my|the|mitt|ditt|new|nytt|old|db|database|some|any|root|user|ftp|mysql|admin|strong|super|mysecret|test)?[_-]?${noun}[_-]?(?:here|här|value|goes[_-]?here)?[12]?$`,
    'your?[_ -](?:own|new|real|actual|secret|strong|\\w*pass|\\w*key|\\w*token|\\w*pw|\\w*pwd|api|app|db|ftp|root)',
    `your${noun}`,
    `(?:ditt|din)[_ -]?(?:eget|egna|nya|nytt|hemliga|api|${noun})`,
    `${noun}[_-]?(?:here|här)`,
    '(?:change|replace|fill|edit)[_-]?(?:me|this|it|with|in|before|in[_-]production)',
    '^your[a-z]{3,}$',
    '^put[ _-]your',
    '^\\p{L}{0,12}(?:lösenord|passwort|passord)$',
    '^(?:insert|enter|type|ange|skriv|fyll)[_-]',
    'place[_-]?holder|example|exempel|redacted|maskerat|borttaget|dummy|not[_-]?(?:a[_-])?real|^sample|^foo(?:bar)?(?:baz)?$|^b[al]r$|^baz$',
    '^(?:user(?:name)?|pass(?:word)?|host(?:name)?|db(?:name)?|p|pw|x|y|secret)$',
    '0{12}|1234567890(?:abcdef|1234)|abcdef(?:gh|0)|0123456789(?:abcdef|0123)',
  ].join('|'),
  'iu',
);

/** True for text in a secret's place that gives nothing away. */
export function isPlaceholder(value: string): boolean {
  return masks.test(value) || variables.some((pattern) => pattern.test(value)) || standIn.test(value);
}
