import {
  dangelo,
  nguyenDo,
  stClairOsei,
  suhartiAlone,
  vargas,
  volkov,
} from './histories/callers.ts';
import { fitzgeraldHale, freeman, kaahumanu, wong } from './histories/extremes.ts';
import { booker, lindstrom, raman, vanDyke } from './histories/hardship.ts';
import { ibanez } from './histories/ibanez.ts';
import { oneilDang } from './histories/oneil-dang.ts';
import type { PersonaFamily } from './persona-family.ts';

/** In the order in which every seed begins with them; new ones go to the end. */
export const personaFamilies: readonly PersonaFamily[] = [
  oneilDang,
  ibanez,
  suhartiAlone,
  dangelo,
  stClairOsei,
  volkov,
  raman,
  booker,
  lindstrom,
  vanDyke,
  wong,
  fitzgeraldHale,
  kaahumanu,
  nguyenDo,
  freeman,
  vargas,
];
