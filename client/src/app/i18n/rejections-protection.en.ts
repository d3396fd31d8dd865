const nothingCommitted = 'You have not committed anything.';
const nothingMoved = 'No money has moved.';

const words = {
  no_open_question: {
    what: 'This is not the question that is open.',
    money: 'Nothing was committed.',
    next: 'Read the question on the page once more and answer it.',
  },
  tax_code_invalid: {
    what: 'The tax code does not hold: a character is wrong, or it belongs to another birth date.',
    money: nothingMoved,
    next: 'Compare it with your card, letter by letter, and send it again.',
  },
  under_age: {
    what: 'Only adults may invest here.',
    money: nothingMoved,
    next: 'Check the birth date. If it is right, come back when you are of age.',
  },
  answers_invalid: {
    what: 'These answers do not belong to the paper that was drawn for you.',
    money: nothingMoved,
    next: 'Open the test again: your paper is still there.',
  },
  criteria_insufficient: {
    what: 'The law asks for more criteria than you named.',
    money: nothingMoved,
    next: 'A person names two of the three, an entity one of the three.',
  },
  attestation_missing: {
    what: 'Without your attestation the class cannot be granted.',
    money: nothingMoved,
    next: 'Read the protections you would give up, and attest that the criteria are met.',
  },
  identity_needed: {
    what: 'The venue does not know yet who you are.',
    money: nothingCommitted,
    next: 'Fill in your identity in the onboarding; it takes a few minutes.',
  },
  identity_not_approved: {
    what: 'For so large an amount an operator must have looked at your identity first.',
    money: nothingCommitted,
    next: 'Wait for the approval of your identity, or choose a smaller amount.',
  },
  knowledge_test_needed: {
    what: 'The entry knowledge test comes before the first commitment.',
    money: nothingCommitted,
    next: 'Take the test in the onboarding. Failing bars nobody: it warns, and you acknowledge it.',
  },
  loss_simulation_needed: {
    what: 'The simulation of the ability to bear loss comes before the first commitment.',
    money: nothingCommitted,
    next: 'Make it in the onboarding. It is computed on your device; you decide whether to share the result.',
  },
  request_pending: {
    what: 'A request of this kind is already waiting.',
    money: nothingMoved,
    next: 'Wait for its decision; you will have a notice.',
  },
  nothing_to_decide: {
    what: 'There is nothing to decide here: it was decided already, or never asked for.',
    money: nothingMoved,
    next: 'Reload the page to see how it stands.',
  },
  no_open_test: {
    what: 'No paper is waiting for your answers.',
    money: nothingMoved,
    next: 'Start the test; a paper is drawn for you.',
  },
  nothing_to_acknowledge: {
    what: 'There is no failed test to acknowledge.',
    money: nothingMoved,
    next: 'Look at your onboarding to see what is next.',
  },
} as const;

export default words;
