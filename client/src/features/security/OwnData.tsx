import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, saveFile } from '../../api/index.ts';
import { LiveRegion } from '../../ui/LiveRegion/LiveRegion.tsx';
import { useAct } from '../../ui/Proof/guard.ts';
import { Problem } from '../../ui/Proof/Problem.tsx';
import styles from './Security.module.css';

/** Everything the venue holds of the reader, as a file. */
export function OwnData() {
  const { t } = useTranslation('security');
  const { run, busy, error } = useAct();
  const [said, setSaid] = useState('');
  const download = () =>
    run(async () => {
      const { name, bytes } = await api('security.export');
      saveFile(name, [new Uint8Array(bytes)], 'application/json');
      setSaid(t('export.done'));
    });
  return (
    <section aria-labelledby="own-data" className={styles.section}>
      <h2 id="own-data">{t('export.title')}</h2>
      <p className={styles.hint}>{t('export.why')}</p>
      <Problem error={error} />
      <Button variant="default" className={styles.act ?? ''} loading={busy} onClick={download}>
        {t('export.download')}
      </Button>
      <LiveRegion text={said} />
    </section>
  );
}
