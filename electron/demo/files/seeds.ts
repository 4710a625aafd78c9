// The files that tickets of the demo carry.
import type { FileSeed } from '../data/seed.ts';
import { pdfOf } from './pdf.ts';
import { monitoringCurve } from './png.ts';

export const monitoringPicture: FileSeed = {
  filename: 'övervakning-app-01.png',
  mimeType: 'image/png',
  content: monitoringCurve,
};

/** A picture that lost its name on the way (what the pages call nullable is null). */
export const namelessFile: FileSeed = { filename: null, mimeType: null, content: monitoringCurve };

export const invoice: FileSeed = {
  filename: 'faktura-2026-10418.pdf',
  mimeType: 'application/pdf',
  content: (at) =>
    pdfOf([
      'Faktura 2026-10418',
      `Datum: ${at.toISOString().slice(0, 10)}`,
      'Kund: Norrsken Form AB (20417)',
      '',
      'VPS M, app-01, 1 månad            239,20 kr',
      'Moms 25 %                          59,80 kr',
      'Att betala                        299,00 kr',
    ]),
};

export const databaseLog = logFile('mysql-error.log', [
  '[ERROR] [MY-012592] [InnoDB] Operating system error number 30 in a file operation.',
  '[ERROR] [MY-012596] [InnoDB] Error number 30 means "Read-only file system"',
  '[ERROR] [MY-010119] [Server] Aborting',
  '[Warning] [MY-010057] [Server] Forcing close of thread 4182 user: "norrsken_wp"',
  '[ERROR] [MY-013183] [InnoDB] Assertion failure: os0file.cc:4921:ret == 0',
]);

export const accessLog = logFile('error-log.txt', [
  'PHP Fatal error:  Uncaught Error: Call to undefined function utf8_encode() in /home/norrsken/checkout.php:118',
  'PHP Deprecated:  Implicitly marking parameter $cart as nullable is deprecated in Cart.php on line 41',
  'client denied by server configuration: /home/norrsken/public_html/.env',
]);

export const zoneFile: FileSeed = {
  filename: 'norrskenform.example.zone',
  mimeType: 'text/plain',
  content: () =>
    new TextEncoder().encode(
      [
        '$ORIGIN norrskenform.example.',
        '$TTL 3600',
        '@    IN A     192.0.2.10',
        '@    IN AAAA  2001:db8:20::10',
        '@    IN MX 10 mail.norrskenform.example.',
        '@    IN TXT   "v=spf1 include:spf.hostup.example -all"',
        '',
      ].join('\n'),
    ),
};

// Forty lines in the half hour before the file was attached.
function logFile(filename: string, messages: readonly string[]): FileSeed {
  return {
    filename,
    mimeType: 'text/plain',
    content(at) {
      const lines = Array.from({ length: 40 }, (_, index) => {
        const time = new Date(at.getTime() - (40 - index) * 45_000).toISOString();
        return `${time} ${messages[index % messages.length]}\n`;
      });
      return new TextEncoder().encode(lines.join(''));
    },
  };
}
