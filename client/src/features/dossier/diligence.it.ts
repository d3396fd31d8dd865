import type { Words } from '../../locale/words.ts';
import type en from './diligence.en.ts';

const diligence: Words<typeof en> = {
  title: 'Verifiche sull’emittente',
  lead: 'Un’emissione è ammessa quando ogni punto è spuntato, da operatori che con l’emittente non hanno legami.',
  done: 'Tutte le verifiche sono fatte.',
  open_one: 'Resta {{count}} verifica.',
  open_other: 'Restano {{count}} verifiche.',
  missing: 'manca',
  form: 'Forma giuridica',
  register: 'Registro',
  seat: 'Sede',
  owners: 'Titolari',
  papers: 'Documenti',
  bring: 'Carica una prova, solo per gli operatori',
  checks: 'Punti',
  by: '{{name}}, {{date}}',
  tick: 'Spunta…',
  tickOf: 'Spunta: {{name}}',
  takeBack: 'Ritira…',
  takeBackOf: 'Ritira: {{name}}',
  leave: 'Annulla',
  evidence: 'Prova',
  noEvidence: 'Nessuna',
  reason: 'Che cosa è stato visto, e dove',
  item: {
    criminal_record: {
      name: 'Nessun precedente penale',
      text: 'In diritto commerciale, fallimentare, dei servizi finanziari, antiriciclaggio, frode e responsabilità professionale. Richiede una prova.',
    },
    jurisdiction: {
      name: 'Giurisdizione',
      text: 'Non ha sede in una giurisdizione non cooperativa né in un Paese terzo ad alto rischio.',
    },
    register_extract: {
      name: 'Visura',
      text: 'Recente, e uguale a quanto dichiarato. Richiede una prova.',
    },
    owners_identified: {
      name: 'Titolari identificati',
      text: 'O chi dirige, se nessuno ha il 25 %.',
    },
    sanctions: {
      name: 'Sanzioni',
      text: 'Liste dell’UE e dell’ONU, per l’organizzazione e i suoi titolari.',
    },
    conflicts: {
      name: 'Conflitti',
      text: 'Nessun legame con la piattaforma, i suoi soci, dirigenti o dipendenti.',
    },
  },
};

export default diligence;
