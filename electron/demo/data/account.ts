// The customer whose account the demo shows. Names under `.example` and addresses of RFC 5737 belong to nobody.

export const account = {
  name: 'Elin Bergström',
  email: 'elin@norrskenform.example',
  clientId: '20417',
} as const;

export const colleague = 'Oskar Lindgren';
