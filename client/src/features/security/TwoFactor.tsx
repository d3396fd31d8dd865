import { Button, TextInput } from '@mantine/core';
import type { SecurityView } from '@piazza/shared/contract';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api, queryClient, queryKey, type Output } from '../../api/index.ts';
import { useFormat } from '../../locale/use-format.ts';
import { ConfirmDialog } from '../../ui/ConfirmDialog/ConfirmDialog.tsx';
import { CopyButton } from '../../ui/CopyButton/CopyButton.tsx';
import { useAct } from '../../ui/Proof/guard.ts';
import { Problem } from '../../ui/Proof/Problem.tsx';
import { RecoveryCodes } from './RecoveryCodes.tsx';
import styles from './Security.module.css';

const readAgain = () => queryClient.invalidateQueries({ queryKey: queryKey('security.read') });

/** One-time codes of an app: set up, renewed, turned off. */
export function TwoFactor({ view }: { readonly view: SecurityView }) {
  const { t } = useTranslation('security');
  const [codes, setCodes] = useState<readonly string[]>([]);
  const showCodes = (shown: readonly string[]) => {
    setCodes(shown);
    void readAgain();
  };
  return (
    <section aria-labelledby="two-factor" className={styles.section}>
      <h2 id="two-factor">{t('twoFactor.title')}</h2>
      {view.twoFactorSince === null ? (
        <Off onCodes={showCodes} />
      ) : (
        <On view={view} since={view.twoFactorSince} onCodes={showCodes} />
      )}
      {codes.length > 0 && <RecoveryCodes codes={codes} onKept={() => setCodes([])} />}
    </section>
  );
}

interface StateProps {
  readonly onCodes: (codes: readonly string[]) => void;
}

function Off({ onCodes }: StateProps) {
  const { t } = useTranslation('security');
  const { run, busy, error } = useAct();
  const [invitation, setInvitation] = useState<Output<'security.beginTwoFactor'> | null>(null);
  const begin = () => run(async () => setInvitation(await api('security.beginTwoFactor')));
  return (
    <>
      <p>{t('twoFactor.off')}</p>
      <p className={styles.hint}>{t('twoFactor.why')}</p>
      <Problem error={error} />
      {invitation === null ? (
        <Button className={styles.act ?? ''} loading={busy} onClick={begin}>
          {t('twoFactor.begin')}
        </Button>
      ) : (
        <Invitation invitation={invitation} onCodes={onCodes} onCancel={() => setInvitation(null)} />
      )}
    </>
  );
}

interface InvitationProps extends StateProps {
  readonly invitation: Output<'security.beginTwoFactor'>;
  readonly onCancel: () => void;
}

/** The secret as picture and text, and the field for the first code. */
function Invitation({ invitation: { secret, svg }, onCodes, onCancel }: InvitationProps) {
  const { t } = useTranslation('security');
  const { run, busy, error } = useAct();
  const [code, setCode] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    run(async () => {
      const { recoveryCodes } = await api('security.confirmTwoFactor', { body: { code: code.trim() } });
      onCodes(recoveryCodes);
    });
  };
  return (
    <form noValidate onSubmit={send} className={styles.form}>
      <p>{t('twoFactor.scan')}</p>
      <img
        className={styles.qr}
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        alt={t('twoFactor.qr')}
        width={200}
        height={200}
      />
      <p>
        {t('twoFactor.secret')} <code className={styles.secret}>{secret}</code>
      </p>
      <div>
        <CopyButton value={secret} label={t('twoFactor.copySecret')} />
      </div>
      <Problem error={error} />
      <TextInput
        label={t('twoFactor.code')}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        required
      />
      <div className={styles.acts}>
        <Button type="submit" loading={busy} disabled={code.trim().length < 6}>
          {t('twoFactor.confirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('twoFactor.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface OnProps extends StateProps {
  readonly view: SecurityView;
  readonly since: number;
}

function On({ view, since, onCodes }: OnProps) {
  const { t } = useTranslation('security');
  const format = useFormat();
  const { run, busy, error } = useAct();
  const [ending, setEnding] = useState(false);
  const renew = () => run(async () => onCodes((await api('security.renewRecoveryCodes')).recoveryCodes));
  return (
    <>
      <p>{t('twoFactor.on', { date: format.date(since) })}</p>
      <p>{t('twoFactor.recoveryLeft', { count: view.recoveryCodesLeft })}</p>
      <Problem error={error} />
      <div className={styles.acts}>
        <Button variant="default" loading={busy} onClick={renew}>
          {t('twoFactor.renew')}
        </Button>
        <Button variant="default" onClick={() => setEnding(true)}>
          {t('twoFactor.disable')}
        </Button>
      </div>
      {ending && <Disable onClose={() => setEnding(false)} />}
    </>
  );
}

function Disable({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('security');
  const { run, busy, error } = useAct();
  const [code, setCode] = useState('');
  const disable = () =>
    run(async () => {
      await api('security.disableTwoFactor', { body: { code: code.trim() } });
      onClose();
      await readAgain();
    });
  return (
    <ConfirmDialog
      opened
      dangerous
      title={t('twoFactor.disableTitle')}
      confirm={t('twoFactor.disable')}
      busy={busy}
      onConfirm={disable}
      onClose={onClose}
    >
      <p>{t('twoFactor.disableText')}</p>
      <Problem error={error} />
      <TextInput
        label={t('proof.code')}
        value={code}
        onChange={({ currentTarget }) => setCode(currentTarget.value)}
        autoComplete="one-time-code"
        maxLength={20}
        required
        data-autofocus
      />
    </ConfirmDialog>
  );
}
