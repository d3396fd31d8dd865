/** A command as far as it names what it decides on. */
type Named = Readonly<Record<string, unknown>>;

const field =
  (name: string) =>
  (command: Named): unknown =>
    command[name];
const person = (command: Named): unknown => command['person'];
const ofClass = (command: Named): string => `${String(command['person'])}.class`;

function ofAct({ act }: Named): unknown {
  const { kind, ...named } = act as Named & { readonly kind: string };
  if (kind === 'class_grant') return ofClass(named);
  if (kind === 'money_out') return named['outgoing'];
  return kind === 'case_closing' ? named['case'] : undefined;
}

/** Commands by which somebody of the desk decides on what waits, and which object each is about. */
const deciding: Readonly<Record<string, (command: Named) => unknown>> = {
  'approvals.propose': ofAct,
  'protection.reviewIdentity': person,
  'protection.refuseClass': ofClass,
  'disclosures.decide': field('disclosure'),
  'disclosures.dismiss': field('disclosure'),
  'disclosures.release': field('question'),
  'disclosures.hide': field('question'),
  'cases.dismiss': field('alert'),
  'cases.open': field('alert'),
  'cases.join': field('case'),
  'cases.note': field('case'),
  'duties.decide': field('report'),
  'payments.explain': field('break'),
};

/** The object of the queue that the command decides on; undefined where it decides on none. */
export function decidedObject(command: { readonly kind: string }): string | undefined {
  const object = deciding[command.kind]?.(command);
  return typeof object === 'string' ? object : undefined;
}
