import type { Words } from '../../locale/words.ts';
import type en from './words.en.ts';

const words: Words<typeof en> = {};

export default words;
