const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Makes ids in Stripe's form, `pi_` and 24 letters and digits; the same chance gives the same ids.
 * Without a prefix, the letters and digits alone.
 */
export function idsFrom(chance: () => number): (prefix: string, length?: number) => string {
  return (prefix, length = 24) => {
    let text = '';
    for (let index = 0; index < length; index += 1)
      text += alphabet[Math.floor(chance() * alphabet.length)] ?? '0';
    return prefix === '' ? text : `${prefix}_${text}`;
  };
}
