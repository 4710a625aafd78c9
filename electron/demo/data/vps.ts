// Tickets about virtual servers.
import { monitoringPicture } from '../files/seeds.ts';
import { account, colleague } from './account.ts';
import { automatic, customer, days, hours, staff, type TicketSeed, text } from './seed.ts';

const unreachable: TicketSeed = {
  subject: 'VPS app-01 svarar inte',
  language: 'sv',
  status: 'customer_reply',
  priority: 'urgent',
  department: 'vps',
  requesterName: account.name,
  opened: 96,
  ccEmails: ['drift@norrskenform.example', 'oskar@norrskenform.example'],
  services: ['app'],
  files: [monitoringPicture],
  body: text`
    Hej!

    Vår VPS app-01 (192.0.2.10) slutade svara för en halvtimme sedan. Varken ping, SSH eller webben svarar, men i kontrollpanelen står servern som aktiv. Bifogar kurvan från vår övervakning.

    \`\`\`
    $ ping -c 4 192.0.2.10
    PING 192.0.2.10 (192.0.2.10) 56(84) bytes of data.

    --- 192.0.2.10 ping statistics ---
    4 packets transmitted, 0 received, 100% packet loss, time 3062ms
    \`\`\`

    Det är vår webbutik som ligger nere, så vi är tacksamma för snabb hjälp.

    Mvh
    Elin
  `,
  messages: [
    automatic(
      96,
      'Tack, vi har tagit emot ditt ärende. Prioritet: brådskande. Just nu svarar vi vanligtvis inom en timme.',
    ),
    staff(
      'Kim',
      71,
      text`
        Hej Elin,

        Jag ser att servern är igång men att den inte svarar på nätverket. Har ni ändrat något i brandväggen (nftables/ufw) i dag? Kan du logga in via konsolen i kontrollpanelen och köra:

        \`\`\`
        ip -brief address
        ip route
        nft list ruleset | head -n 40
        \`\`\`

        Vänliga hälsningar,
        Kim
      `,
    ),
    customer(
      6,
      text`
        Hej Kim,

        Ingen av oss har rört brandväggen. Så här ser det ut i konsolen:

        \`\`\`
        lo      UNKNOWN  127.0.0.1/8 ::1/128
        ens18   DOWN
        \`\`\`

        ens18 är alltså nere. \`ip link set ens18 up\` ger "RTNETLINK answers: Input/output error". Kan det vara något på er sida?

        > Har ni ändrat något i brandväggen (nftables/ufw) i dag?

        Nej, senaste ändringen var för tre veckor sedan.
      `,
    ),
  ],
};

const reverseDns: TicketSeed = {
  subject: 'Reverse DNS for IPv6 address',
  language: 'en',
  status: 'answered',
  priority: 'medium',
  department: 'vps',
  requesterName: colleague,
  opened: days(2) + 200,
  services: ['app'],
  body: text`
    Hello,

    we moved our outgoing mail to app-01 and need a PTR record for its IPv6 address. The panel only lets me set the one for IPv4. Could you please set

        2001:db8:20::10  ->  app-01.norrskenform.example

    The AAAA record is already in place.

    Thanks,
    Oskar
  `,
  messages: [
    staff(
      'Johan',
      days(1) + hours(4),
      text`
        Hi Oskar,

        done. It can take up to an hour until every resolver has it:

        \`\`\`
        $ dig +short -x 2001:db8:20::10
        app-01.norrskenform.example.
        \`\`\`

        Editing IPv6 PTR records in the panel is on its way; until then just write here.

        Best regards,
        Johan
      `,
    ),
  ],
};

const diskFull: TicketSeed = {
  subject: 'Disken full på worker-02 – uppgradera utan driftstopp?',
  language: 'sv',
  status: 'on_hold',
  priority: 'medium',
  department: 'vps',
  requesterName: account.name,
  opened: days(6),
  services: ['worker'],
  body: text`
    Hej,

    worker-02 ligger på 97 % disk och vi vill gå från VPS XS till VPS S. Går det att göra utan att servern startas om, och följer IP-adressen med?

    Vi har ett fönster på söndag mellan 06.00 och 08.00 om det behövs.
  `,
  messages: [
    staff(
      'Sara',
      days(5) + hours(20),
      text`
        Hej Elin,

        Disken kan växa under drift, men det nya minnet kräver en omstart på ungefär en minut. IP-adressen följer med. Jag har bokat söndag 06.00 och pausar ärendet till dess.

        Hälsningar
        Sara
      `,
    ),
    customer(days(5) + hours(18), 'Perfekt, då kör vi på söndag. Tack!'),
    staff('Sara', days(5) + hours(17), 'Toppen! Du får ett meddelande här när det är klart. /Sara'),
  ],
};

const cpuWarning: TicketSeed = {
  subject: 'Automatisk varning: hög CPU-belastning på app-01',
  language: 'sv',
  status: 'closed',
  priority: 'high',
  department: 'vps',
  requesterName: null,
  opened: days(19),
  changed: days(17),
  services: ['app'],
  body: text`
    Det här ärendet skapades automatiskt.

    Servern app-01 har använt mer än 95 % CPU under 6 timmar. Processen som använder mest:

      PID   USER      %CPU  COMMAND
      1882  www-data  388   php-fpm: pool shop

    Svara på det här ärendet om du behöver hjälp.
  `,
  messages: [
    automatic(days(18) + hours(20), 'Belastningen är fortfarande över gränsen (97 %).'),
    customer(
      days(18) + hours(16),
      'En sökrobot gick igenom hela produktkatalogen. Vi har begränsat den i nginx, det borde lugna sig nu.',
    ),
    staff(
      'Johan',
      days(18) + hours(15),
      'Tack Elin! Kurvan har gått ner till 20 %. Jag stänger om två dagar.',
    ),
    automatic(days(17), 'Ärendet stängdes eftersom det inte har kommit något nytt svar.'),
  ],
};

export const vpsTickets = [unreachable, reverseDns, diskFull, cpuWarning];
