import type { Venture } from '../venture.ts';
import { campanella } from './campanella.ts';
import { casaDelViale } from './casa-del-viale.ts';
import { cassaComune } from './cassa-comune.ts';
import { chiaviInPrestito } from './chiavi-in-prestito.ts';
import { fornoAperto, pasticceria } from './forno-aperto.ts';
import { lavanderia } from './lavanderia.ts';
import { neighbourly } from './neighbourly.ts';
import { officinaDigitale } from './officina-digitale.ts';
import { bottega, serre } from './orto-di-cintura.ts';
import { pictureHouse } from './picture-house.ts';
import { repairCommons } from './repair-commons.ts';
import { slowLine } from './slow-line.ts';
import { soleDiValle } from './sole-di-valle.ts';
import { terraComune } from './terra-comune.ts';
import { ultimoChilometro } from './ultimo-chilometro.ts';
import { vecchiaScuola } from './vecchia-scuola.ts';

/** The ventures of the demo story, by name. All of them are invented. */
export const ventures = {
  fornoAperto,
  pasticceria,
  serre,
  bottega,
  terraComune,
  soleDiValle,
  casaDelViale,
  cassaComune,
  repairCommons,
  neighbourly,
  slowLine,
  pictureHouse,
  vecchiaScuola,
  chiaviInPrestito,
  campanella,
  officinaDigitale,
  lavanderia,
  ultimoChilometro,
} as const satisfies Record<string, Venture>;
