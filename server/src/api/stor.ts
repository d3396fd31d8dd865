import type { CaseView, Stor } from '@piazza/shared/contract';
import { formatAmount, type CaseId, type Cents, type Millis, type PersonId } from '@piazza/shared/values';
import type { ApiContext } from './context.ts';
import { pickCase, presentCase, surroundingsOf } from './present/case.ts';
import { personName } from './present/words.ts';

/** Stands where only a person can write. */
const toComplete = '[to be completed]';

type Section = Stor['sections'][number];
type Alert = CaseView['alertList'][number];

const rfc = (at: number): string => new Date(at).toISOString();
const field = (name: string, value: string): Section['fields'][number] => ({ name, value });

/** Nature of the suspicion in the words of 2016/522 Annex II. */
const natures: Readonly<Record<Alert['detector'], string>> = {
  wash_trade: 'Wash trades: no change in beneficial ownership (MAR Annex I, A(c); 2016/522 Annex II)',
  circular_trade: 'Circular trades: no change in beneficial ownership (MAR Annex I, A(c); 2016/522 Annex II)',
  matched_orders: 'Improper matched orders (MAR Annex I, A(c); 2016/522 Annex II)',
  layering: 'Layering and spoofing (MAR Annex I, A(f); 2016/522 Annex II)',
  auction_cancel: 'Orders withdrawn before an auction (MAR Annex I, A(f); 2016/522 Annex II)',
  price_spike: 'Orders or transactions that move the price (MAR Annex I, A(b), A(e); 2016/522 Annex II)',
  marking_close: 'Marking the close (MAR Annex I, A(g); 2016/522 Annex II)',
  concentration: 'A significant proportion of the volume (MAR Annex I, A(a); 2016/522 Annex II)',
  allotment_collusion: 'Colluding after an initial offer (MAR Annex I, A(a); 2016/522 Annex II)',
  insider_trading: 'Trading of insiders in a closed period (MAR art. 8, 14, 19(11))',
  structuring: 'Transactions split below a threshold (directive 2015/849 art. 18)',
  large_transaction: 'Single large transaction, recorded (directive 2015/849 art. 11)',
};

function figureText({ name, value }: Alert['figures'][number]): string {
  if (name.endsWith('Cents')) return `${name}: EUR ${formatAmount(value as Cents)}`;
  if (name.endsWith('Bps')) return `${name}: ${(value / 100).toFixed(2)} %`;
  return name.endsWith('Ms') ? `${name}: ${value} ms` : `${name}: ${value}`;
}

const listed = (values: readonly string[]): string => [...new Set(values)].join('; ');

interface Facts {
  readonly one: CaseView;
  readonly by: string;
  readonly orders: readonly string[];
  readonly seqs: readonly number[];
}

const section = (number: number, title: string, ...fields: Section['fields']): Section => {
  return { number, title, fields };
};

const reporting = (by: string): Section =>
  section(
    1,
    'Identity of the entity submitting the STOR',
    field('Name of the natural person in charge of the submission', by),
    field('Position within the reporting entity', 'Operator, market supervision'),
    field('Full name of the reporting entity', toComplete),
    field('Address of the reporting entity', toComplete),
    field('Acting capacity of the entity', 'Operator of the trading venue'),
    field('Relationship with the person suspected', 'Holder of an account on the venue'),
    field('Contact for additional information', toComplete),
  );

function transactions({ one, orders, seqs }: Facts): Section {
  const { alertList: alerts, openedAt } = one;
  const instruments = alerts.map(({ title, listingId }) => `${title} (${listingId ?? '–'})`);
  return section(
    2,
    'Transaction or order',
    field('Financial instruments', listed(instruments)),
    field('Market', 'Piazza'),
    field('From', rfc(Math.min(openedAt, ...alerts.map(({ from }) => from)))),
    field('To', rfc(Math.max(0, ...alerts.map(({ to }) => to)))),
    field('Orders', orders.join(' ')),
    field('Records of the journal', seqs.join(' ')),
  );
}

const suspicion = ({ alertList: alerts, notes }: CaseView): Section =>
  section(
    3,
    'Description of the nature of the suspicion',
    field('Nature', listed(alerts.map(({ detector }) => natures[detector]))),
    ...alerts.map(({ id, figures }) => field(`Reasons, ${id}`, figures.map(figureText).join('; '))),
    ...notes.map(({ at, by, words }) => field(`Note, ${rfc(at)}, ${by}`, words)),
  );

const suspected = ({ subjects }: CaseView): Section =>
  section(
    4,
    'Identity of the persons suspected',
    ...subjects.flatMap(({ displayName, personId, blocked }) => [
      field('Name', displayName),
      field('Account on the venue', personId),
      field('Trading stopped', blocked ? 'yes' : 'no'),
      field('Date of birth, national identification code, address', toComplete),
    ]),
  );

const sectionsOf = (facts: Facts): Section[] => {
  const { one, by } = facts;
  return [
    reporting(by),
    transactions(facts),
    suspicion(one),
    suspected(one),
    section(
      5,
      'Additional information',
      field('Case', one.id),
      field('Opened', `${rfc(one.openedAt)}, ${one.openedBy}`),
      field('Looked after by', one.assignee?.displayName ?? '–'),
      field('Closed', one.closed === null ? 'no' : `${one.closed.outcome}, ${rfc(one.closed.at)}`),
    ),
    section(
      6,
      'Documentation attached',
      field('Records', 'Extract of the journal with its chain of hashes (npm run journal -- export)'),
      field('Replay', 'Book and tape around each alert, on the page of the alert'),
    ),
  ];
};

const textOf = (id: string, at: number, sections: readonly Section[]): string =>
  [
    'SUSPICIOUS TRANSACTION AND ORDER REPORT (Regulation (EU) No 596/2014, art. 16; 2016/957) - DRAFT, CONFIDENTIAL',
    `Case ${id}, drafted ${rfc(at)}`,
    ...sections.map(({ number, title, fields }) =>
      [
        '',
        `SECTION ${number} - ${title.toUpperCase()}`,
        ...fields.map(({ name, value }) => `${name}: ${value}`),
      ].join('\n'),
    ),
  ].join('\n');

/** Drafts the report of a case to the authority; what only a person knows is marked. @throws Refused as `pickCase` */
export async function draftStor(context: ApiContext, id: CaseId, reader: PersonId): Promise<Stor> {
  const { pick, around } = await context.exchange.read((state) => {
    const found = pickCase(state, id, reader);
    return { pick: found, around: surroundingsOf(state, found, reader) };
  });
  const one = await presentCase(context, pick, around, reader);
  const unique = (numbers: readonly number[]): number[] => [...new Set(numbers)].toSorted((a, b) => a - b);
  const orders = unique(pick.alerts.flatMap(({ alert }) => alert.orders)).map(
    (order) => `ord_${order.toString(36)}`,
  );
  const seqs = unique(pick.alerts.flatMap(({ alert }) => alert.seqs));
  const sections = sectionsOf({ one, by: await personName(context, reader), orders, seqs });
  const draftedAt = context.exchange.now() as Millis;
  return { caseId: id, draftedAt, confidential: true, sections, text: textOf(id, draftedAt, sections) };
}
