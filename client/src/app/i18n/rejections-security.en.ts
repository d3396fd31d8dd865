const still = 'Nothing has changed.';

const words = {
  second_factor_needed: {
    what: 'The password is right; this account also asks for a second factor.',
    money: still,
    next: 'Enter a code of your app, or use a passkey.',
  },
  sign_in_expired: {
    what: 'This sign-in took too long, or too many codes were tried.',
    money: still,
    next: 'Begin again with your email address and password.',
  },
  step_up_needed: {
    what: 'Before this, the venue asks once more who you are.',
    money: still,
    next: 'Confirm it is you, then do it again.',
  },
  code_wrong: {
    what: 'This code is not right, or it was used already.',
    money: still,
    next: 'Wait for the next code of your app and enter that one; check that the clock of your phone is right.',
  },
  passkey_refused: {
    what: 'This passkey could not be accepted.',
    money: still,
    next: 'Try once more, or use another way in.',
  },
  too_many_passkeys: {
    what: 'You have as many passkeys as an account can hold.',
    money: still,
    next: 'Remove one that you no longer use.',
  },
  two_factor_on: {
    what: 'Two-factor sign-in is on already.',
    money: still,
    next: 'Turn it off first if you want to set it up with another app.',
  },
  two_factor_off: {
    what: 'Two-factor sign-in is not on.',
    money: still,
    next: 'Set it up from the beginning.',
  },
  confirmation_wrong: {
    what: 'What you typed is not the email address of this account.',
    money: still,
    next: 'Type it exactly as it stands in your profile.',
  },
  erasure_blocked: {
    what: 'Something still stands in the way of erasing your account.',
    money: 'Your money and your units are where they were.',
    next: 'The list on the page says what; settle it and ask again.',
  },
} as const;

export default words;
