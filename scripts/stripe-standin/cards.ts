import type { Code } from './errors.ts';

/** Why a card is declined, as Stripe words it. */
export interface Decline {
  readonly code: Code;
  readonly declineCode: string;
  readonly message: string;
}

/** What a test card does. */
export interface Card {
  readonly number: string;
  readonly brand: string;
  readonly country: string;
  /** Why it is refused when it is saved; null when it may be. */
  readonly onSaving: Decline | null;
  readonly onCharge: Decline | null;
  /** When the holder's bank asks for authentication. */
  readonly authentication: 'never' | 'always' | 'unless set up' | 'on session';
  readonly refund: 'succeeds' | 'fails later' | 'stays pending';
  /** The reason of the dispute that follows each charge. */
  readonly dispute: string | null;
  /** Its money is available at once. */
  readonly instant: boolean;
}

const declined = (declineCode: string, message = 'Your card was declined.'): Decline => ({
  code: 'card_declined',
  declineCode,
  message,
});
const short = declined('insufficient_funds', 'Your card has insufficient funds.');
const generic = declined('generic_decline');
export const unauthenticated: Decline = {
  code: 'authentication_required',
  declineCode: 'authentication_required',
  message: 'Your card was declined. This transaction requires authentication.',
};

const card = (number: string, traits: Partial<Card> = {}): Card => ({
  number,
  brand: 'visa',
  country: 'US',
  onSaving: null,
  onCharge: null,
  authentication: 'never',
  refund: 'succeeds',
  dispute: null,
  instant: false,
  ...traits,
});
const refusing = (number: string, decline: Decline): Card =>
  card(number, { onSaving: decline, onCharge: decline });

/** Stripe's published test numbers that the stand-in knows. */
const cards: readonly Card[] = [
  card('4242424242424242'),
  card('4000056655665556'),
  card('5555555555554444', { brand: 'mastercard' }),
  card('378282246310005', { brand: 'amex' }),
  card('4000003800000008', { country: 'IT' }),
  card('4000000000000077', { instant: true }),
  refusing('4000000000000002', generic),
  refusing('4000000000009995', short),
  refusing('4000000000009987', declined('lost_card')),
  refusing('4000000000009979', declined('stolen_card')),
  refusing('4000000000000069', {
    code: 'expired_card',
    declineCode: 'expired_card',
    message: 'Your card has expired.',
  }),
  refusing('4000000000000127', {
    code: 'incorrect_cvc',
    declineCode: 'incorrect_cvc',
    message: "Your card's security code is incorrect.",
  }),
  refusing('4000000000000119', {
    code: 'processing_error',
    declineCode: 'processing_error',
    message: 'An error occurred while processing your card. Try again in a little bit.',
  }),
  card('4000000000000341', { onCharge: generic }),
  card('4000002500003155', { authentication: 'unless set up' }),
  card('4000002760003184', { authentication: 'always' }),
  card('4000003800000446', { authentication: 'on session' }),
  card('4000008260003178', { authentication: 'unless set up', onCharge: short }),
  card('4000000000000259', { dispute: 'fraudulent' }),
  card('4000000000002685', { dispute: 'product_not_received' }),
  card('4000000000005126', { refund: 'fails later' }),
  card('4000000000007726', { refund: 'stays pending' }),
];

const tokens: Readonly<Record<string, string>> = {
  pm_card_visa: '4242424242424242',
  pm_card_visa_debit: '4000056655665556',
  pm_card_mastercard: '5555555555554444',
  pm_card_amex: '378282246310005',
  pm_card_it: '4000003800000008',
  pm_card_bypassPending: '4000000000000077',
  pm_card_visa_chargeDeclined: '4000000000000002',
  pm_card_chargeDeclined: '4000000000000002',
  pm_card_visa_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_chargeDeclinedInsufficientFunds: '4000000000009995',
  pm_card_visa_chargeDeclinedLostCard: '4000000000009987',
  pm_card_visa_chargeDeclinedStolenCard: '4000000000009979',
  pm_card_chargeDeclinedExpiredCard: '4000000000000069',
  pm_card_chargeDeclinedIncorrectCvc: '4000000000000127',
  pm_card_chargeDeclinedProcessingError: '4000000000000119',
  pm_card_chargeCustomerFail: '4000000000000341',
  pm_card_authenticationRequiredOnSetup: '4000002500003155',
  pm_card_authenticationRequired: '4000002760003184',
  pm_card_authenticationRequiredSetupForOffSession: '4000003800000446',
  pm_card_authenticationRequiredChargeDeclinedInsufficientFunds: '4000008260003178',
  pm_card_createDispute: '4000000000000259',
  pm_card_createDisputeProductNotReceived: '4000000000002685',
  pm_card_refundFail: '4000000000005126',
  pm_card_pendingRefund: '4000000000007726',
};

/** The test card with this number; undefined for numbers that Stripe's test mode does not know. */
export const cardOf = (number: string): Card | undefined =>
  cards.find((candidate) => candidate.number === number.replaceAll(/\s/g, ''));

/** The test card behind one of Stripe's ready payment methods, `pm_card_visa`. */
export const cardOfToken = (token: string): Card | undefined => {
  const number = tokens[token];
  return number === undefined ? undefined : cardOf(number);
};
