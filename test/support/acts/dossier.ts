import { checkIssuer, fillDossier } from '../dossier.ts';
import type { Site } from '../site.ts';
import { elsewhere } from './elsewhere.ts';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** The issuer tells all of its organisations on another device, and an operator finds them in order. */
export async function tellAndCheck(site: Site, issuer: Credentials, operator: Credentials): Promise<void> {
  const [own, desk] = [await elsewhere(site, issuer), await elsewhere(site, operator)];
  for (const { id } of (await own.call('organisations.mine')).items) {
    await fillDossier(own, id);
    await checkIssuer(desk, id);
  }
}
