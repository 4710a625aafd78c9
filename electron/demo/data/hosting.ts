// Tickets about websites and databases.
import { accessLog, databaseLog } from '../files/seeds.ts';
import { account, colleague } from './account.ts';
import { automatic, customer, days, hours, staff, type TicketSeed, text } from './seed.ts';

const readOnlyDatabase: TicketSeed = {
  subject: 'Databasen är skrivskyddad sedan i natt',
  language: 'sv',
  status: 'in_progress',
  priority: 'critical',
  department: 'general-web-hosting',
  requesterName: account.name,
  opened: hours(4) + 10,
  ccEmails: ['drift@norrskenform.example'],
  services: ['shop', 'backup'],
  files: [databaseLog],
  body: text`
    Hej,

    Sedan 03.40 i natt går det inte att lägga beställningar i butiken. Databasen går att läsa men inte skriva till:

    \`\`\`
    ERROR 1290 (HY000): The MySQL server is running with the --read-only option so it cannot execute this statement
    [ERROR] [MY-012596] [InnoDB] Error number 30 means "Read-only file system"
    \`\`\`

    Hela loggen är bifogad. Alla våra kunder påverkas, därav prioriteten.

    Elin
  `,
  messages: [
    staff(
      'Johan',
      hours(3) + 50,
      text`
        Hej Elin,

        Tack för loggen, den pekar rakt på felet. En disk i lagringen bakom db07 gick sönder i natt och filsystemet monterades om skrivskyddat för att skydda era data. Inget har gått förlorat.

        Vi flyttar databasen till db09 nu. Beräknad tid: 40 minuter.

        Johan
      `,
    ),
    automatic(
      hours(3) + 45,
      'Det finns ett pågående driftärende som påverkar den här tjänsten: db07, skrivskyddad lagring.',
    ),
    customer(hours(3) + 40, 'Tack för snabbt svar. Behöver vi ändra något i wp-config.php?'),
    staff(
      'Johan',
      hours(3) + 32,
      'Nej, namnet db.norrskenform.example följer med. Jag hör av mig så snart skrivningarna fungerar igen, och sedan ett dygn till håller vi ett öga på den.',
    ),
  ],
};

const phpVersion: TicketSeed = {
  subject: 'PHP 8.4 breaks our checkout',
  language: 'en',
  status: 'answered',
  priority: 'low',
  department: 'general-web-hosting',
  requesterName: colleague,
  opened: days(3) + hours(6),
  services: ['shop'],
  files: [accessLog],
  body: text`
    Hi there,

    we switched norrskenform.example from PHP 8.3 to 8.4 on the staging copy, and the checkout fails:

    \`\`\`php
    // checkout.php, line 118
    $name = utf8_encode($order['name']);
    \`\`\`

    PHP Fatal error:  Uncaught Error: Call to undefined function utf8_encode()

    Is there a setting that brings the function back, and for how long will 8.3 stay available?
  `,
  messages: [
    staff(
      'Kim',
      days(3) + hours(2),
      text`
        Hi Oskar,

        8.3 stays until the end of its security support, so there is no hurry. The function needs a replacement, though:

        \`\`\`php
        $name = mb_convert_encoding($order['name'], 'UTF-8', 'ISO-8859-1');
        \`\`\`

        If you can tell me the path of the staging copy I can search it for other calls that 8.4 no longer likes.

        Best regards,
        Kim
      `,
    ),
    customer(
      days(2) + hours(23),
      text`
        That would be great: /home/norrsken/staging

        On Wed at 14:02, Kim wrote:
        > If you can tell me the path of the staging copy I can search it for other
        > calls that 8.4 no longer likes.
        >
        >> Is there a setting that brings the function back
        >
        > No, there is none.
      `,
      { name: colleague },
    ),
    staff(
      'Kim',
      days(2) + hours(21),
      'Three more places, all in /staging/lib/legacy.php (lines 12, 88 and 240). The rest is fine!',
    ),
  ],
};

const cronJobs: TicketSeed = {
  subject: 'Cron jobs did not run over the weekend',
  language: 'en',
  status: 'closed',
  priority: 'medium',
  department: 'general-web-hosting',
  requesterName: colleague,
  opened: days(26),
  changed: days(24),
  services: ['shop'],
  body: text`
    Hello,

    the nightly export (crontab: \`15 2 * * * php /home/norrsken/export.php >> export.log 2>&1\`) has not run since Friday. The log simply stops.
  `,
  messages: [
    staff(
      'Johan',
      days(25) + hours(20),
      'Hi Oskar, the file export.log had reached your disk quota, so cron could not write. I have rotated it and the 02:15 job ran just now.',
    ),
    customer(days(25) + hours(18), 'Of course it was the disk. Thank you!', { name: colleague }),
    automatic(days(24), 'The ticket was closed because there was no new reply.'),
  ],
};

const entities: TicketSeed = {
  subject: 'Contact form shows &amp; and <b> in the mail',
  language: 'en',
  status: 'closed',
  priority: 'low',
  department: 'general-web-hosting',
  requesterName: colleague,
  opened: days(38),
  changed: days(37),
  services: ['blog'],
  body: text`
    Hi,<br>
    <br>
    messages from our contact form arrive like this:<br>
    <pre>Name: Bj&ouml;rn &amp; S&ouml;ner
    Text: It&#39;s 5 &lt; 6 &quot;for sure&quot;</pre>
    <br>
    <a href="https://fjallblogg.example/kontakt">This is the form</a>. Is that your mailer or our plugin?
  `,
  messages: [
    staff(
      'Sara',
      days(37) + hours(22),
      text`
        Hi Oskar,

        that is the plugin: it calls htmlspecialchars() twice and sends the result as text/plain. Under "Settings → Mail" tick <b>Send as HTML</b>, or remove the second call:

        \`\`\`php
        $text = htmlspecialchars(htmlspecialchars($_POST['text'])); // <script>alert("twice")</script>
        \`\`\`

        Sara
      `,
    ),
    customer(days(37) + hours(3), 'Ticked it &amp; it works. Thanks!', { name: colleague }),
  ],
};

export const hostingTickets = [readOnlyDatabase, phpVersion, cronJobs, entities];
