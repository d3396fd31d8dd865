/** By kind of notice. `other` speaks for a kind that a newer venue sends and this page does not know. */
const words = {
  commitment_placed:
    'Your commitment is recorded. You may revoke it, without reason or cost, until {{reflectionEndsAt}}.',
  commitment_placed_firm: 'Your commitment is recorded.',
  commitment_revoked: 'You revoked a commitment. No money was taken.',
  commitment_charging: 'The reflection period of a commitment is over: its payment is under way.',
  payment_processing:
    'Your bank is debiting {{amount}} for a commitment. It takes some days; the decision of the offer waits for it.',
  payment_action_needed:
    'Your bank asks you to confirm the payment of {{amount}} for a commitment. Open the commitment and confirm by {{until}}; otherwise it is not paid.',
  payment_declined:
    'The payment of {{amount}} for a commitment was declined. It is tried again on {{until}}; you may choose another method before.',
  payment_method_needed:
    'The payment of {{amount}} for a commitment was refused for good with the method you chose. Nothing was taken. Open the commitment and pay by another method by {{until}}.',
  payment_failed:
    'The payment of {{amount}} for a commitment has failed for good. Nothing was taken. The commitment lapses unless the money is in your wallet when the offer is decided.',
  payment_late:
    'You did not confirm the payment of {{amount}} for a commitment in time, and nothing was taken. The commitment lapses unless the money is in your wallet when the offer is decided.',
  payment_disputed:
    'Your bank has taken back the payment of {{amount}} for a commitment. What was bought with it is frozen until that is decided.',
  payment_charged_back:
    'Your bank has taken back the payment of {{amount}} for a commitment for good. What was frozen for it has gone back.',
  payment_dispute_won:
    'The payment of {{amount}} that your bank had taken back stands. Nothing is frozen any more.',
  refund_made: '{{amount}} of a commitment goes back the way you paid it. Your bank may take some days.',
  refund_failed:
    '{{amount}} of a commitment could not be sent back the way you paid it. The money is free in your wallet now.',
  payout_waiting:
    '{{amount}} of what you raised is to be paid out. Two persons of the venue look at it first.',
  payout_needs_account:
    '{{amount}} of what you raised can be paid out as soon as you have set up an account under “Money”.',
  payout_due:
    'Two persons of the venue have agreed: {{amount}} of what you raised is on its way to your account.',
  payout_paid: '{{amount}} of what you raised has reached your bank.',
  payout_refused:
    'The payment provider would not pay out {{amount}}. Look at your account there; the venue tries again.',
  payout_returned: 'Your bank has sent {{amount}} back. Look at your account; it is paid out anew.',
  withdrawal_due: 'Two persons of the venue have agreed: your withdrawal of {{amount}} is on its way.',
  withdrawal_paid: 'Your withdrawal of {{amount}} has reached your bank.',
  withdrawal_refused: 'Your withdrawal of {{amount}} could not be made. The money is free again.',
  withdrawal_returned: 'Your bank has sent your withdrawal of {{amount}} back. The money is free again.',
  funding_arrived: 'Your bank transfer of {{amount}} has arrived.',
  payee_ready: 'Your account for payments out has been checked: money can leave to it.',
  payee_restricted:
    'The payment provider asks for more about your account. Until then no money can leave to it.',
  distribution_received: 'A payment to holders has arrived: {{amount}}.',
  distribution_missed:
    'The day of a payment you announced has come, and its money has not been set aside. Holders are owed it.',
  commitment_captured: 'The reflection period of a commitment is over: its money is now held for the offer.',
  commitment_capture_failed:
    'The money for a commitment was not in your wallet. Top it up before the offer is decided.',
  commitment_lapsed: 'A commitment lapsed, because its money was not there. Nothing was taken.',
  commitment_allotted: 'The offer was allotted: {{allottedUnits}} units are yours.',
  commitment_settled: 'The units are in your portfolio; what was not needed came back to your wallet.',
  commitment_revoked_unpaid: 'You revoked a commitment. Nothing was charged.',
  commitment_revoked_refunded: 'You revoked a commitment. What you paid goes back the way you paid it.',
  commitment_released_unpaid: 'A commitment has ended with its offer. Nothing was charged.',
  commitment_released_refunded:
    'A commitment has ended with its offer. What you paid goes back the way you paid it.',
  commitment_settled_paid:
    'The units are in your portfolio; what was not needed goes back the way you paid it.',
  commitment_released: 'The money of a commitment came back to your wallet.',
  listing_under_review: 'Your listing is under review.',
  listing_changes_requested: 'The reviewers ask for changes to your listing.',
  listing_approved: 'Your listing is approved. You may open the offer.',
  listing_live: 'Your offer is live.',
  listing_funded: 'Your offer is funded.',
  listing_failed: 'Your offer missed its soft cap. All commitments were released.',
  listing_cancelled: 'Your listing was cancelled.',
  order_filled_buy: 'An order of yours was filled: you bought all of it.',
  order_filled_sell: 'An order of yours was filled: you sold all of it.',
  orders_expired: 'Orders of yours ended with their time ({{count}}). What they held is free again.',
  orders_dead_man:
    'Your cancel-all switch was not renewed in time: {{count}} orders were cancelled. What they held is free again.',
  orders_withdrawn: 'The venue cancelled orders of yours ({{count}}). What they held is free again.',
  orders_disputed:
    'Sell orders of yours were cancelled ({{count}}), the newest first: your bank has taken back the payment of these units, and they are frozen until that is decided.',
  trading_halted: 'Trading in a listing of yours is halted. Your units and orders stay as they are.',
  trading_resumed:
    'Trading in a listing of yours resumes with a call auction. Look at your orders before it ends.',
  call_terms_set:
    'The next auction of a listing of yours has another collar: it may trade from {{low}} to {{high}}. The page of the market says why. Look at your orders before it ends.',
  call_terms_resumed:
    'Trading in a listing of yours resumes with a call auction that may trade from {{low}} to {{high}}. The page of the market says why. Look at your orders before it ends.',
  board_reply:
    'Somebody answered a post of yours on a bulletin board. Their message and how to reach them are with your post.',
  board_expired:
    'A post of yours on a bulletin board has come to its end. If you are still interested, post again.',
  proposal_waiting: 'A proposal needs a second person: {{act}}.',
  proposal_approved: 'What you proposed was agreed to and is done: {{act}}.',
  proposal_refused: 'What you proposed was refused: {{act}}.',
  proposal_expired: 'Nobody agreed in time to what you proposed: {{act}}.',
  tier_set: 'Your allotment tier is now: {{tier}}.',
  role_granted: 'You have a new role: {{role}}.',
  role_withdrawn: 'A role was withdrawn: {{role}}.',
  issuer_checked: 'The venue has checked your organisation: nothing is open.',
  representative_added: 'Somebody else now acts for your organisation. Its dossier says who.',
  representative_added_you: 'From now on you act for an organisation. You find it among your listings.',
  representative_removed: 'Somebody no longer acts for your organisation. Its dossier says who still does.',
  representative_removed_you: 'You no longer act for an organisation.',
  identity_approved: 'Your identity is approved.',
  identity_asked_again: 'Something in your identity needs correcting. Open your onboarding to see what.',
  identity_rejected: 'Your identity was not accepted. Open your onboarding to see why.',
  class_granted: 'You are a sophisticated investor until {{until}}. You may go back at any time.',
  class_refused: 'Your request to be a sophisticated investor was refused. Open your onboarding to see why.',
  class_ending:
    'On {{until}} your class of sophisticated investor ends. Ask again before then if the criteria still hold.',
  class_ended:
    'You are a non-sophisticated investor again: reflection period, warnings and the entry test protect you.',
  other: 'The venue has news for you.',
  terms_changed:
    'What the information sheet of an offer says has changed. You may revoke your commitment, without reason or cost, until {{until}}.',
  terms_suspended:
    'An offer you committed to is suspended over a defect of its information sheet. You may revoke your commitment, without reason or cost, at any time until it goes on; uncorrected, it is cancelled on {{until}} and everything comes back.',
  terms_corrected:
    'The information sheet of an offer you committed to was corrected. You may revoke your commitment, without reason or cost, until {{until}}.',
  terms_dismissed:
    'The offer goes on: no defect was found. You may revoke your commitment, without reason or cost, until {{until}}.',
  disclosure_accepted:
    'Your change of the information sheet is accepted. Everybody who has committed is told.',
  disclosure_refused: 'Your change of the information sheet was refused.',
  defect_signalled:
    'The venue found a defect in your information sheet. Correct it by {{until}}, or the offer is suspended.',
  offer_suspended:
    'Your offer is suspended over a defect of its information sheet. Uncorrected, it is cancelled on {{until}}.',
  defect_dismissed: 'The defect signalled in your information sheet was found to be none.',
  event_disclosed:
    'The issuer of units you hold has disclosed an event that affects what was planned. Read it on the page of the issue.',
  trading_stopped_report_late:
    'Trading of an issue is suspended: its impact report is more than 30 days late. Units stay with their holders; orders can be cancelled.',
  trading_stopped_payment:
    'Trading of an issue stops for the three days before a payment to its holders. Nothing else changes.',
  trading_stopped_delisted:
    'An issue was delisted: its impact report was a year late. All orders were cancelled. Holders keep their units, which no longer trade here.',
  trading_allowed: 'Trading of an issue goes on from the next session of its market.',
  payment_declared: 'A payment to holders was declared. Nobody trades on the three days before {{until}}.',
  closed_period_begun:
    'A closed period begins before a report. As an insider you may not trade the issue until the report is out; you can cancel orders.',
  manager_trade_owed:
    'You have traded an issue you are a manager of, or close to one, and the year’s threshold is reached: declare it by {{until}}, on the page of its duties.',
  manager_trade_seen:
    'You have traded an issue you are a manager of, or close to one. Below the year’s threshold you need not declare it; you may, by {{until}}, on the page of its duties.',
  impact_report_due: 'Your impact report is due by {{until}}.',
  impact_report_late:
    'Your impact report is late. 30 days after its day trading is suspended; after twelve months the issue is delisted.',
  financial_report_due: 'Your financial statements are due by {{until}}.',
  financial_report_late: 'Your financial statements are late. The page of the issue says so.',
  report_accepted: 'Your report was accepted and is public now.',
  report_changes_requested:
    'An operator asks for changes of your report. Open the duties of the issue to read them.',
  question_asked: 'An investor has asked you something.',
  question_answered: 'The issuer has answered your question.',
  question_hidden: 'Your question was hidden.',
  complaint_received: 'Your complaint has arrived. Its reference is {{complaint}}; we answer by {{until}}.',
  complaint_admissible:
    'Your complaint {{complaint}} is admissible: we look into it and answer by {{until}}.',
  complaint_inadmissible:
    'Your complaint {{complaint}} is not admissible and is closed. Open it to read the reasons.',
  complaint_extended:
    'We need longer for your complaint {{complaint}}: you will have an answer by {{until}}. Open it to read why.',
  complaint_answered: 'Your complaint {{complaint}} has an answer.',
  complaint_closed: 'Your complaint {{complaint}} is closed. Open it to read the outcome and the reasons.',
} as const;

export default words;
