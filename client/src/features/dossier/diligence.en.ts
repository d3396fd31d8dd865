const diligence = {
  title: 'Checks on the issuer',
  lead: 'A listing is admitted once every point is ticked, by operators who have nothing to do with the issuer.',
  done: 'All checks are done.',
  open_one: '{{count}} check is open.',
  open_other: '{{count}} checks are open.',
  missing: 'missing',
  form: 'Legal form',
  register: 'Register',
  seat: 'Seat',
  owners: 'Owners',
  papers: 'Documents',
  bring: 'Upload evidence, for operators only',
  checks: 'Points',
  by: '{{name}}, {{date}}',
  tick: 'Tick…',
  tickOf: 'Tick: {{name}}',
  takeBack: 'Take back…',
  takeBackOf: 'Take back: {{name}}',
  leave: 'Cancel',
  evidence: 'Evidence',
  noEvidence: 'None',
  reason: 'What was seen, and where',
  item: {
    criminal_record: {
      name: 'No criminal record',
      text: 'In commercial, insolvency, financial services, anti-money-laundering and fraud law, and professional liability. Needs evidence.',
    },
    jurisdiction: {
      name: 'Jurisdiction',
      text: 'Not established in a non-cooperative jurisdiction or a high-risk third country.',
    },
    register_extract: {
      name: 'Register extract',
      text: 'Recent, and the same as what is stated. Needs evidence.',
    },
    owners_identified: { name: 'Owners identified', text: 'Or the senior manager, where nobody holds 25 %.' },
    sanctions: {
      name: 'Sanctions',
      text: 'Lists of the EU and the UN, for the organisation and its owners.',
    },
    conflicts: {
      name: 'Conflicts',
      text: 'No links with the platform, its shareholders, managers or employees.',
    },
  },
} as const;

export default diligence;
