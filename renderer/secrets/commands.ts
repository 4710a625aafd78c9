// Secrets in commands, code and configuration: mysql -p…, sshpass, curl -u, wp-config, XML, SQL, password files.
import { mostPerRule, type SecretKind, type SecretSpan } from './kinds.ts';
import { grade } from './values.ts';

type Rule = {
  /** one of these, in lower case, is in every text with this shape */
  readonly parts: readonly string[];
  readonly pattern: RegExp;
  /** in this place a plain word is a password too */
  readonly anyWord?: true;
  readonly kind?: SecretKind;
};

const value = '(?:"([^"\\n]{3,120})"|\'([^\'\\n]{3,120})\'|([^\\s"\'`|;<>]{3,120}))';
/** of a call: quoted, or the name of a variable */
const argument = '(?:"[^"\\n]{0,120}"|\'[^\'\\n]{0,120}\'|[$\\w]{1,40})';
/** A command, up to `reach` characters of other options, and the option with the password. */
const option = (names: string, rest: string, reach = 60): RegExp =>
  new RegExp(`(?<![\\w-])(?:${names})\\b[^\\n|]{0,${reach}}?[ \\t]${rest}`, 'g');

const commands: readonly Rule[] = [
  {
    parts: ['mysql', 'mariadb'],
    pattern: option('(?:mysql|mariadb)(?:dump|admin|import|check)?', `-p(?! )${value}`),
    anyWord: true,
  },
  { parts: ['sshpass'], pattern: option('sshpass', `-p ?${value}`, 8), anyWord: true },
  {
    parts: ['curl', 'wget', 'http', 'ftp'],
    pattern: option(
      'curl|wget|http|lftp|ncftp|ncftpput',
      `(?:-u|-a|--user|--auth|--proxy-user)[ =]?["']?[\\w.@+-]{1,60}[:,](?!//)${value}`,
    ),
    anyWord: true,
  },
  { parts: ['-cli'], pattern: option('redis-cli|keydb-cli', `-a ${value}`) },
  {
    parts: [
      'mongo',
      'ldapsearch',
      'docker login',
      'ncftp',
      '7z',
      'zip',
      'unrar',
      'rclone',
      'restic',
      'psexec',
      'sqlcmd',
      'ipmitool',
      'useradd',
      'usermod',
    ],
    pattern: option(
      'mongo(?:sh|dump|restore)?|ldapsearch|docker login|ncftp(?:put|get)?|7z|zip|unzip|unrar|rclone|restic|psexec|sqlcmd|ipmitool|useradd',
      `(?:-p|-P|-w|-pw) ?${value}`,
    ),
  },
  {
    parts: ['plink', 'pscp', 'psftp', 'putty'],
    pattern: option('plink|pscp|psftp|putty', `-pw ${value}`),
    anyWord: true,
  },
  {
    parts: ['smb', 'cifs'],
    pattern: option('smbclient|mount\\.cifs|smbget', `-U ?["']?[\\w.\\\\/-]{1,40}%${value}`),
    anyWord: true,
  },
  {
    parts: ['openssl'],
    pattern: option('openssl', `-pass(?:in|out)? ["']?pass:${value}`),
    anyWord: true,
  },
  {
    parts: ['htpasswd'],
    pattern: option('htpasswd', `-[a-zA-Z]{0,6}b[a-zA-Z]{0,6} (?:[^\\s]{1,60} ){1,2}${value}`, 20),
  },
  {
    parts: ['net use '],
    pattern:
      /\bnet use (?:[a-z*]: )?\\\\[^\s]{1,80} (?!\/)([^\s]{4,64})|\bnet use [^\n]{1,100}? \/user:[^\s]{1,40} (?!\/)([^\s]{4,64})/gi,
  },
  // what mail programs and servers say to each other: the password in the clear, or in base64 beside the user
  {
    parts: ['login ', 'pass '],
    pattern: /\bLOGIN "?[\w.+-]{1,40}@[\w.-]{3,60}"? "?([^\s"]{4,80})|^[>\s]{0,4}PASS ([^\s*]{4,80})$/gm,
  },
  {
    parts: ['auth'],
    pattern: /\bAUTH(?:ENTICATE)? (?:PLAIN|LOGIN) ((?=[A-Za-z+/]{0,80}\d)[A-Za-z0-9+/]{12,200}={0,2})(?!\S)/g,
  },
  {
    parts: ['securestring'],
    pattern: /\bConvertTo-SecureString (?:-String )?["']([^"'\n]{4,120})["']/gi,
    anyWord: true,
  },
  { parts: ['snmp'], pattern: option('snmp[a-z]{2,8}', `-c ${value}`) },
  { parts: ['net user'], pattern: option('net user', `[\\w.-]{2,30} ${value}`, 0) },
  {
    parts: ['echo '],
    pattern:
      /\becho (?:-n )?["']?(?:[\w.-]{1,32}:)?([^\s"'|]{4,80})["']? ?\| ?(?:sudo (?:-S|chpasswd)|chpasswd|passwd --stdin|docker login)/g,
  },
];

const configuration: readonly Rule[] = [
  {
    parts: ['login'],
    pattern: /\b(?:machine [^\s]{1,80}|default)\s{1,4}login [^\s]{1,60}\s{1,4}password ([^\s]{3,80})/g,
    anyWord: true,
  },
  { parts: ['requirepass'], pattern: /\brequirepass "?([^\s"]{4,120})/g, anyWord: true },
  {
    parts: ['identified'],
    pattern: /\bIDENTIFIED (?:WITH \w{1,40} )?BY (?:PASSWORD )?["']([^"'\n]{3,120})["']/gi,
    anyWord: true,
  },
  {
    parts: ['password'],
    pattern: /\bPASSWORD(?: ?\( ?| ?= ?(?:PASSWORD ?\()?| (?:TO )?)["']([^"'\n]{3,120})["']/gi,
  },
  {
    parts: ['define', 'env', 'ini_set'],
    pattern:
      /\b(?:define|putenv|setenv|ini_set|SetEnv|env) ?\(? ?["']?\w{0,30}(?:PASS|PASSWORD|PASSWD|PWD|_PW)["']? ?[,= ] {0,12}["']([^"'\n]{3,120})["']/gi,
    anyWord: true,
  },
  {
    kind: 'token',
    parts: ['define'],
    pattern:
      /\bdefine ?\( ?["'](?:\w{0,30}_)?(?:KEY|SALT|SECRET|TOKEN)["'] ?, {0,12}["']([^"\n]{12,120}?)["'] ?\)/g,
    anyWord: true,
  },
  // what is hashed in a statement or in code is in the clear there
  {
    parts: ["('", '("'],
    pattern:
      /\b(?:MD5|md5|SHA[12]|sha1|sha256|ENCRYPT|b?crypt|password_hash|wp_(?:hash|set)_password|setPassword|Hash::make)\( ?["']([^"'\n]{4,120})["']/g,
  },
  // a server, a user and a password as the arguments of a call
  {
    kind: 'connection-string',
    parts: ['mysqli', 'mysql_', 'pdo(', '_login(', 'ssh2_', 'imap_'],
    pattern: new RegExp(
      `\\b(?:mysqli?(?:_p?connect)?|PDO|ftp_login|ssh2_auth_password|imap_open) ?\\( ?${argument}, ?${argument}, ?["']([^"'\\n]{4,120})["']`,
      'g',
    ),
    anyWord: true,
  },
  // a user and a password
  {
    parts: ["('", '("'],
    pattern: new RegExp(
      `\\b(?:auth ?= ?|login|authenticate|PSCredential) ?\\( ?${argument}, ?["']([^"'\\n]{4,120})["']`,
      'g',
    ),
  },
  {
    parts: ['</'],
    pattern: /<(?:\w{0,20}(?:password|passwd|pwd|pass))(?: [^<>\n]{0,60})?>([^<>\s]{4,100})<\//gi,
  },
  {
    kind: 'token',
    parts: ['</'],
    pattern: /<(?:\w{0,20}(?:secret|token|apikey|api_key))>([\w+/=.-]{16,200})<\//gi,
  },
  {
    parts: ['value='],
    pattern:
      /(?:name|key|id)=["']\w{0,20}(?:password|passwd|pwd|pass)["'] {0,3}value=["']([^"'\n]{4,100})["']/gi,
  },
  // hashes of passwords, as in password files: bcrypt, crypt, Argon2, phpass; of directories and of MySQL
  {
    parts: ['$'],
    pattern:
      /(?<![\w$])(\$(?:2[abxy]\$\d\d\$[./A-Za-z0-9]{53}|(?:1|apr1)\$[./\w]{1,16}\$[./A-Za-z0-9]{22}|(?:[56]|y\$\w{1,6})\$(?:rounds=\d{1,9}\$)?[./\w]{1,32}\$[./A-Za-z0-9]{43,86}|argon2id?\$v=\d{2}\$[^\s:]{20,160}|[PH]\$[./\w]{31}))/g,
    anyWord: true,
  },
  {
    parts: ['{s'],
    pattern: /\{S{1,2}HA(?:256|512)?\}([A-Za-z0-9+/]{24,100}={0,2})/g,
    anyWord: true,
  },
  { parts: ['*'], pattern: /(?<![\w*])(\*[0-9A-F]{40})(?!\w)/g, anyWord: true },
];

export function findInCommands(text: string): SecretSpan[] {
  const spans: SecretSpan[] = [];
  const lower = text.toLowerCase();
  for (const { parts, pattern, anyWord, kind = 'password' } of [...commands, ...configuration]) {
    if (!parts.some((part) => lower.includes(part))) continue;
    let looked = 0;
    for (const found of text.matchAll(pattern)) {
      const secret = found.slice(1).find((group) => group !== undefined) ?? '';
      const start = found.index + found[0].lastIndexOf(secret);
      if (isSecret(secret, anyWord === true)) spans.push({ kind, start, end: start + secret.length });
      looked += 1;
      if (looked >= mostPerRule) break;
    }
  }
  return spans;
}

function isSecret(secret: string, anyWord: boolean): boolean {
  const looks = grade(secret);
  return looks === 'strong' || (anyWord && looks !== 'nothing');
}
