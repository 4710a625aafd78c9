// Tickets about invoices, payments and contracts.
import { invoice } from '../files/seeds.ts';
import { account, colleague } from './account.ts';
import { automatic, customer, days, hours, staff, type TicketSeed, text } from './seed.ts';

const doublePayment: TicketSeed = {
  subject: 'Betalning dras två gånger',
  language: 'sv',
  status: 'answered',
  priority: 'medium',
  department: 'billing',
  requesterName: account.name,
  opened: days(1) + hours(5),
  ccEmails: ['ekonomi@norrskenform.example'],
  services: ['app'],
  files: [invoice],
  body: text`
    Hej,

    Vi ser att fakturan 2026-10418 på 299 kr för app-01 har dragits två gånger från vårt kort, med några minuters mellanrum. Kvittot med e-post kom bara en gång.

    Kan ni titta på det och betala tillbaka den ena?

    Med vänlig hälsning,
    Elin Bergström
    Norrsken Form AB
  `,
  messages: [
    staff(
      'Sara',
      days(1) + hours(2),
      text`
        Hej Elin,

        Tack för att du skickade med fakturan. Jag ser två dragningar hos vår kortpartner, 11.02 och 11.07. Den första fick inget svar i tid och gjordes om av systemet. Har ni fått båda bokförda på kontot, eller är den ena bara reserverad?

        Vänliga hälsningar,
        Sara
        Ekonomi
      `,
    ),
    customer(hours(22), 'Hej Sara! Båda är bokförda i dag, tyvärr.'),
    staff(
      'Sara',
      52,
      text`
        Hej igen,

        Då har jag återbetalat den ena, 299,00 kr. Pengarna är normalt tillbaka inom 3–5 bankdagar och en kreditfaktura är på väg till ekonomi@norrskenform.example. Jag ber om ursäkt för besväret!

        Vänliga hälsningar,
        Sara
        Ekonomi
      `,
    ),
  ],
};

const refund: TicketSeed = {
  subject: 'Refund for unused hosting period',
  language: 'en',
  status: 'in_progress',
  priority: 'medium',
  department: 'billing',
  requesterName: colleague,
  opened: days(4),
  services: ['blog'],
  body: text`
    Hello,

    we are moving fjallblogg.example into our business plan next week. The yearly fee for the old plan was paid in March; is it possible to get the remaining months back, or as a credit on the account?

    Oskar
  `,
  messages: [
    automatic(days(4), 'Thank you, we have received your ticket. We currently answer within an hour.'),
    staff(
      'Johan',
      days(3) + hours(21),
      text`
        Hi Oskar,

        a credit is no problem at all. I have asked our finance team for the exact amount (seven full months by my count) and will come back to you when it is booked.

        Best regards,
        Johan
      `,
    ),
    customer(days(3) + hours(20), 'A credit is perfect. No hurry, thanks!', { name: colleague }),
  ],
};

const newAddress: TicketSeed = {
  subject: 'Ny fakturaadress och referens',
  language: 'sv',
  status: 'closed',
  priority: 'low',
  department: 'billing',
  requesterName: account.name,
  opened: days(33),
  changed: days(32),
  body: text`
    Hej! Vi har flyttat. Kan ni ändra fakturaadressen till

    Norrsken Form AB
    Ångströmsgatan 12
    903 25 Umeå

    och sätta referensen "NF-IT" på kommande fakturor?
  `,
  messages: [
    staff(
      'Kim',
      days(32) + hours(22),
      'Hej Elin, adressen och referensen är ändrade från och med nästa faktura. /Kim',
    ),
    customer(days(32) + hours(21), 'Strålande, tack!'),
  ],
};

const dataProcessing: TicketSeed = {
  subject: 'Personuppgiftsbiträdesavtal – signerad kopia',
  language: 'sv',
  status: 'on_hold',
  priority: 'low',
  department: 'billing',
  requesterName: account.name,
  opened: days(11),
  ccEmails: ['dataskydd@norrskenform.example'],
  body: 'Hej! Vår revisor vill ha en signerad kopia av personuppgiftsbiträdesavtalet och en lista på underbiträden. Var hittar vi den?',
  messages: [
    staff(
      'Sara',
      days(10) + hours(3),
      text`
        Hej Elin,

        Listan på underbiträden finns under Konto → Avtal. För den signerade kopian behöver jag få vår jurist att skriva under, och hon är tillbaka på måndag. Jag pausar ärendet till dess.

        /Sara
      `,
    ),
  ],
};

export const billingTickets = [doublePayment, refund, newAddress, dataProcessing];
