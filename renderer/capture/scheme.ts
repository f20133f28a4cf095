/** Light or dark: as the desk's page asked in the address, else as the system prefers. */
export function schemeOf(search: string, systemIsDark: boolean): 'light' | 'dark' {
  const asked = new URLSearchParams(search).get('scheme');
  if (asked === 'light' || asked === 'dark') return asked;
  return systemIsDark ? 'dark' : 'light';
}
