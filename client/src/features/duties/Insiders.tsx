import { Button } from '@mantine/core';
import type { InsiderView } from '@piazza/shared/contract';
import type { ListingId } from '@piazza/shared/values';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, saveFile, useApi } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import styles from './Duties.module.css';
import { InsiderForm } from './InsiderForm.tsx';

interface Props {
  readonly listingId: ListingId;
  readonly issuer: boolean;
}

/** The insider list, for its issuer and operators. */
export function Insiders({ listingId, issuer }: Props) {
  const { t } = useTranslation('duties');
  const list = useApi('insiders.list', { params: { listingId } }).data?.insiders ?? [];
  const download = async () =>
    saveFile('insiders.csv', [await api('insiders.export', { params: { listingId } })], 'text/csv');
  return (
    <section aria-labelledby="duty-insiders" className={styles.part}>
      <h2 id="duty-insiders">{t('insiders')}</h2>
      <p>{t('insidersLead')}</p>
      <ul className={styles.list}>
        {list.map((insider) => (
          <One key={insider.entry} {...{ listingId, issuer, insider }} />
        ))}
      </ul>
      <div className={styles.acts}>
        <Button variant="default" onClick={() => void download()}>
          {t('download')}
        </Button>
      </div>
      {issuer && <InsiderForm listingId={listingId} insider={null} />}
    </section>
  );
}

interface OneProps extends Props {
  readonly insider: InsiderView;
}

/** An entry with what it said before; its issuer writes the next version of it here. */
function One({ listingId, issuer, insider }: OneProps) {
  const { t } = useTranslation('duties');
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const day = (text: string): string => format.longDate(Date.parse(`${text}T12:00:00Z`));
  const { name, manager, versions } = insider;
  const said = ({ why, from, until }: Pick<InsiderView, 'why' | 'from' | 'until'>): string =>
    `${why} · ${t('since', { from: day(from) })}${until === null ? '' : ` – ${day(until)}`}`;
  return (
    <li className={styles.item}>
      <p className={styles.late}>
        {name} {manager && `· ${t('managerMark')}`}
      </p>
      <p>{said(insider)}</p>
      {versions.length > 1 && (
        <details className={styles.own}>
          <summary>{t('earlier', { count: versions.length - 1 })}</summary>
          <ul className={styles.list}>
            {versions.slice(1).map((version) => (
              <li key={version.at}>
                {version.name} · {said(version)} ·{' '}
                {t('written', { by: version.by, at: format.dateTime(version.at) })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {issuer && !open && (
        <div>
          <Button variant="default" aria-label={t('amendNamed', { name })} onClick={() => setOpen(true)}>
            {t('amend')}
          </Button>
        </div>
      )}
      {issuer && open && (
        <InsiderForm listingId={listingId} insider={insider} onDone={() => setOpen(false)} />
      )}
    </li>
  );
}
