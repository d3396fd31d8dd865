import { reject } from '@piazza/shared/rejections';
import { Refusal as Refused } from '../kernel/exchange.ts';

const MIN_LENGTH = 12;

/** The words that very common long passwords are made of, in English and Italian; digits and signs beside them add little. */
const commonStems = new Set(
  `password passw0rd p4ssword passwort qwerty qwertyuiop qwertyuiopasdfghjkl asdfghjkl asdfghjklzxcvbnm zxcvbnm azerty
   letmein welcome welcomehome benvenuto benvenuta administrator amministratore superman supermanbatman batman
   iloveyou iloveyouforever tiamo tiamotanto amoremio amoremiotiamo juventus forzajuventus forzajuve forzainter
   forzamilan forzatoro forzanapoli forzaroma ciaociao ciaobella ciaociaociao buongiorno francesco alessandro
   giuseppe valentina football baseball basketball princess sunshine starwars whatever trustno1 changeme
   changemenow changemeplease segreto segretissimo lamiapassword miapassword mypassword passwordpassword
   thisismypassword onepiece pokemon computer internet samsung facebook linkedin google piazza torino
   correcthorsebatterystaple default guest testtest testing secret topsecret mustang michelle jennifer
   1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y qazwsx qazwsxedc qazwsxedcrfv 1qaz2wsx 1qaz2wsx3edc zaq12wsx`.split(
    /\s+/,
  ),
);

const sequences = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
const allSequences = [...sequences, ...sequences.map((run) => [...run].toReversed().join(''))];

const isRepetition = (text: string): boolean => /^(.{1,4})\1+.{0,3}$/u.test(text) || new Set(text).size < 5;

const isSequence = (text: string): boolean => allSequences.some((run) => run.includes(text));

const stem = (text: string): string => text.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

const isCommon = (text: string): boolean => commonStems.has(text) || commonStems.has(stem(text));

const resembles = (text: string, email: string): boolean => {
  const [local = ''] = email.split('@');
  return text === email || text === local || (local.length >= 4 && stem(text) === stem(local));
};

/**
 * At least 12 characters, none of the very common ones, no repetition or keyboard run, not the email address
 * (NIST SP 800-63B § 5.1.1.2); no rule asks for signs or digits.
 * @throws Refused `weak_password` with the reason: too_short, common, repetitive or like_email.
 */
export const requireStrongPassword = (password: string, email: string): void => {
  const text = password.normalize('NFKC').toLowerCase();
  const refuse = (reason: string): never => {
    throw new Refused(reject('weak_password', { reason }));
  };
  if ([...text].length < MIN_LENGTH) refuse('too_short');
  if (resembles(text, email.toLowerCase())) refuse('like_email');
  if (isRepetition(text) || isSequence(text)) refuse('repetitive');
  if (isCommon(text)) refuse('common');
};
