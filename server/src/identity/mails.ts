import type { Locale } from '@piazza/shared/contract';

/** The words of a mail. None repeats what a stranger typed: an open form must not carry anybody's advertising. */
export interface MailText {
  readonly title: string;
  readonly text: string;
}

type Writer = (link: string) => MailText;

const mail = (title: string, ...paragraphs: readonly string[]): MailText => ({
  title,
  text: [...paragraphs, 'Piazza'].join('\n\n'),
});

/** To a new address: the link that proves it. */
export const verificationMail: Readonly<Record<Locale, Writer>> = {
  it: (link) =>
    mail(
      'Conferma il tuo indirizzo email',
      'Qualcuno, probabilmente tu, ha chiesto di aprire un conto su Piazza con questo indirizzo.',
      `Per confermarlo apri questo collegamento entro 24 ore:\n${link}`,
      'Se non sei stato tu, ignora questo messaggio: senza conferma il conto non nasce.',
    ),
  en: (link) =>
    mail(
      'Confirm your email address',
      'Somebody, probably you, asked to open an account on Piazza with this address.',
      `To confirm it, open this link within 24 hours:\n${link}`,
      'If it was not you, ignore this message: without the confirmation no account is opened.',
    ),
};

/** To somebody who has an account and registered again. */
export const knownAddressMail: Readonly<Record<Locale, Writer>> = {
  it: (link) =>
    mail(
      'Hai già un conto su Piazza',
      'Qualcuno, probabilmente tu, ha chiesto di aprire un conto con questo indirizzo, che ne ha già uno.',
      `Entra con la tua password. Se non la ricordi, scegline una nuova da qui:\n${link}`,
      'Se non sei stato tu, non devi fare nulla: il tuo conto non è cambiato.',
    ),
  en: (link) =>
    mail(
      'You already have an account on Piazza',
      'Somebody, probably you, asked to open an account with this address, which has one already.',
      `Sign in with your password. If you do not remember it, choose a new one here:\n${link}`,
      'If it was not you, there is nothing to do: your account has not changed.',
    ),
};

/** The link that lets the person choose a new password. */
export const passwordResetMail: Readonly<Record<Locale, Writer>> = {
  it: (link) =>
    mail(
      'Scegli una nuova password',
      'Qualcuno, probabilmente tu, ha chiesto una nuova password per il tuo conto su Piazza.',
      `Per sceglierla apri questo collegamento entro un’ora; vale una volta sola:\n${link}`,
      'Se non sei stato tu, ignora questo messaggio: la tua password resta quella di prima.',
    ),
  en: (link) =>
    mail(
      'Choose a new password',
      'Somebody, probably you, asked for a new password for your account on Piazza.',
      `To choose it, open this link within one hour; it works once:\n${link}`,
      'If it was not you, ignore this message: your password stays as it was.',
    ),
};

/** To whoever is asked to represent an organisation, with or without an account. */
export const invitationMail: Readonly<Record<Locale, Writer>> = {
  it: (link) =>
    mail(
      'Ti invitano a rappresentare un’organizzazione',
      'Chi rappresenta un’organizzazione su Piazza ti chiede di farlo insieme.',
      `Apri questo collegamento entro 14 giorni, con il conto impresa che ha questo indirizzo:\n${link}`,
      'Se non hai ancora un conto, aprilo prima. Se non ti aspettavi questo invito, ignoralo: senza il tuo consenso non cambia nulla.',
    ),
  en: (link) =>
    mail(
      'You are invited to act for an organisation',
      'Somebody who acts for an organisation on Piazza asks you to do so with them.',
      `Open this link within 14 days, from the enterprise account that has this address:\n${link}`,
      'If you have no account yet, open one first. If you did not expect this, ignore it: nothing changes without you.',
    ),
};

/** After a reset, so that a theft does not go unnoticed. */
export const passwordChangedMail: Readonly<Record<Locale, Writer>> = {
  it: (link) =>
    mail(
      'La tua password è cambiata',
      'La password del tuo conto su Piazza è stata cambiata e tutti i dispositivi sono stati scollegati.',
      `Se non sei stato tu, scegline subito un’altra da qui:\n${link}`,
    ),
  en: (link) =>
    mail(
      'Your password has changed',
      'The password of your account on Piazza was changed, and every device was signed out.',
      `If it was not you, choose another one at once here:\n${link}`,
    ),
};
