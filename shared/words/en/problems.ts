import type { RefusalReason } from '../../desk/refusal.ts';

/** One sentence for each refusal: what, why, what to do now. */
export const problems = {
  bad_request: 'The backend could not read this request; try again, and tell support if it stays.',
  signed_out: 'You are signed out; sign in again to go on.',
  bad_credentials: 'The user name or the password is wrong; check both and try again.',
  wrong_password: 'This password is wrong, so nothing was signed; type it again.',
  not_allowed: 'Your role may not do this; ask a supervisor.',
  not_verified:
    'The caller is not verified yet; verify them before anything is said about the bill.',
  not_found: 'There is no such record; check the number with the caller.',
  patient_not_found:
    'No patient has this number; read it back to the caller digit by digit, or search by name and date of birth.',
  exception_not_found: 'There is no such exception any more. Read the list again.',
  exception_taken:
    'Somebody else has this exception; take another one, or take it over with a reason.',
  exception_resolved: 'This exception was resolved meanwhile; there is nothing left to do.',
  exception_stands:
    'This cannot be put aside by a word: it ends when the thing itself does. Do what it says there.',
  payment_not_found:
    'No such payment is known; check the confirmation number, and tell support if it should be there.',
  verification_not_found: 'This verification is no longer known; verify the caller again.',
  verification_closed:
    'This verification is already finished; choose who is calling again to begin another.',
  record_locked:
    'This record is locked after three wrong answers; say that a supervisor will call back, and ask one to unlock it.',
  sign_in_locked:
    'This user is locked after ten wrong passwords; wait thirty minutes or ask a supervisor.',
  user_switched_off:
    'This user has not signed in for ninety days and is switched off; ask a supervisor to switch it on.',
  account_held:
    'A payment on this account is still open, here or on another desk; wait for its outcome, or ask a supervisor to allow another.',
  amount_over_balance: 'This is more than can be paid here; ask for a smaller amount.',
  allocation_mismatch: 'The parts do not add up to the amount; correct the split.',
  duplicate_suspected:
    'The same amount was paid on this account within 24 hours; ask the caller whether they want to pay it again.',
  key_reused: 'This payment was already sent with other details; start a new one.',
  key_abandoned: 'This payment was closed without a charge; start a new one.',
  retry_refused: 'This card was declined too often to be tried again; ask for another card.',
  not_voidable:
    'Only an approved payment can be voided, and this one is not; ask a supervisor what can be done.',
  too_late_to_void:
    'The cut-off has passed, so this payment can only be refunded; ask a supervisor.',
  still_in_flight:
    'This payment is being sent just now; wait half a minute, until its outcome is known or is not.',
  outcome_approved:
    'This payment was approved meanwhile, so nothing needs overriding; the caller must not pay it again.',
  outcome_declined:
    'This payment was declined meanwhile, so nothing needs overriding; the caller may pay with another card.',
  outcome_not_charged:
    'This payment did not go through, so nothing needs overriding; the card may be taken again.',
  card_in_reason:
    'The reason holds what looks like a card number; take it out, because nothing of a card may be kept.',
  arrival_matched:
    'This money was posted meanwhile, so it cannot be assigned again; read the list again to see what is left.',
  nothing_billed:
    'Nothing was ever billed to this guarantor there; check the number, or choose the other ledger.',
  void_instead:
    'This payment can still be voided, which gives all of it back at once; void it instead of refunding it.',
  not_settled_yet:
    'This payment has not settled yet, so there is nothing to give back; ask for the refund once it has.',
  not_refundable:
    'Nothing of this payment can be given back: it never came, or it has gone back already.',
  refund_over_paid:
    'This is more than is left of the payment; ask for no more than what was paid less what was given back.',
  refund_open:
    'A refund of this payment is under way already; wait until it has ended before asking for another.',
  refund_not_found: 'No such refund is known; read the list again.',
  own_refund: 'You asked for this refund yourself; another supervisor has to decide.',
  decided_approved: 'This refund was approved already; nothing is left to decide.',
  decided_declined: 'This refund was declined already; nothing is left to decide.',
  not_to_pay_out:
    'This refund is not one to be paid out: it waits for a decision, goes back to its card or account, or is over; read the list again.',
  paid_out_otherwise:
    'This refund was paid out already, by another check or wire; look at the payment before anything else is sent.',
  payout_number_used:
    'This check or wire is recorded with another refund already; check its number.',
  payout_day_wrong:
    'A refund is paid out after it was approved and no later than today; check the date.',
  trace_too_early:
    'This payment may still post in time, so it cannot be traced yet; tell the caller from which day it can.',
  not_traceable: 'This payment has posted or will never post, so there is nothing to trace.',
  trace_open: 'This payment is being traced already; tell the caller so.',
  trace_not_found: 'No such trace is known; read the list again.',
  trace_closed:
    'This trace was closed already, with another finding; look at the payment to see which.',
  not_posted_yet:
    'This payment has not posted yet, so the trace cannot be closed as found and posted; choose what else was found.',
  dispute_open: 'This charge is disputed already; tell the caller so.',
  not_a_late_fee: 'Only a late fee can be waived; choose one, or dispute the charge instead.',
  nothing_to_waive: 'Nothing of this late fee is open any more, so there is nothing to waive.',
  waiver_open: 'Waiving this late fee was asked for already; tell the caller so.',
  waiver_not_found: 'No such request is known; read the list again.',
  approval_not_found: 'No such request is known; read the queue again.',
  own_approval: 'You asked for this yourself; another supervisor has to decide.',
  approval_open: 'This was asked for already; a supervisor decides.',
  approval_decided: 'This was decided meanwhile; nothing is left to decide.',
  approval_over: 'This cannot be approved any more: what it was about has changed meanwhile.',
  approval_differs:
    'The payment has moved on, and a yes would do something else by now; read what follows and decide again.',
  plan_exception_needless: 'The policy has this plan; offer it without asking.',
  plan_exception_not_found: 'No supervisor has approved these terms for this caller; ask for them.',
  plan_exception_over:
    'The approval of these terms was used already or has run out; ask for them again.',
  plan_exception_differs:
    'These are not the terms or the balance that a supervisor approved; ask for them again.',
  own_waiver: 'You asked for this waiver yourself; another supervisor has to decide.',
  own_access: 'These looks are your own; another supervisor has to look at them.',
  waiver_decided: 'This request was decided otherwise already; read the list again.',
  no_receipt: 'This payment was not approved, so there is no receipt for it.',
  card_refused: 'The vault did not take this card; check what was typed, or ask for another card.',
  token_unknown: 'What was captured is no longer held; take the card, or the bank account, again.',
  routing_number_wrong:
    'No bank can have this routing number; read the nine digits back to the caller.',
  bank_unknown:
    'No bank that takes debits is known under this routing number; check it with the caller, or ask for another account.',
  bank_account_blocked:
    'The bank has sent this account back as one that may not be debited; ask for another account or a card.',
  authorisation_incomplete:
    'A part of the authorisation was not acknowledged; read what is missing, and ask again.',
  authorisation_amount_differs:
    'The amount that was agreed to is not the amount of this payment; read the authorisation again with the right one.',
  authorisation_outdated:
    'The authorisation was not given on this call; read it to the caller now, and ask for their yes.',
  recording_reference_wrong:
    'What names the recording is no reference of one, such as REC-C-4XK7; take it from the recorder, and never a card or account number.',
  debit_date_past:
    'The debit date has passed, so nothing can be debited on it; choose today or a later business day.',
  debit_date_closed:
    'Banks are closed on the debit date; choose a business day that suits the caller.',
  debit_date_too_far:
    'The debit date is more than a year away, so this authorisation cannot cover it; choose an earlier one.',
  cursor_refused:
    'The copy on this desk does not continue what the backend holds; it is being made again.',
  scope_changed: 'Your regions have changed; what was copied is forgotten and copied again.',
  wipe_ordered: 'This desk was told to forget its copy; it is being made again.',
  authorisation_not_found: 'There is no such authorisation; read the list again.',
  method_not_found:
    'This card or bank account is not kept any more; take the card or the account again.',
  method_in_use:
    'Payments that are still to come are taken from it, so it cannot be removed yet; revoke or change those first.',
  stored_card_expired:
    'This stored card has expired, so it can pay nothing any more; take another card.',
  authorisation_ended:
    'This authorisation has ended meanwhile; make a new one if the caller wants it.',
  autopay_exists:
    'Autopay is set up for these statements or this plan already; change that one, or revoke it first.',
  already_taken: 'This payment was taken or left out already; read the list again.',
  date_not_in_future:
    'That day is today or past; choose a later one, and take a payment of today on this call.',
  date_banks_closed: 'The banks are closed on that day; choose a business day.',
  date_too_soon:
    'A debit goes to the bank a business day before it is made, so that day is too soon; choose a later one, or take a one-time debit on this call.',
  signed_date_wrong:
    'A copy is signed on or after the day its terms were agreed to, and received on or after that, not later than today; check both dates on the paper.',
  signed_already:
    'A signed copy of these terms is on record with other dates; read the list again.',
  date_beyond_a_year: 'That day is more than a year away; choose an earlier one.',
  series_too_short: 'The series ends before its second payment; choose a later end, or one date.',
  series_too_long: 'A series may not go on for more than about a year; choose an earlier end.',
  follow_up_not_found:
    'There is no such entry on the worklist of your regions; read the list again.',
  follow_up_taken: 'A colleague has this one already; the list says who. Take another one.',
  follow_up_done: 'This one was finished meanwhile; there is nothing left to do about it.',
  case_not_found: 'There is no such case in your regions; read the worklist again.',
  case_closed: 'This case is closed; open another one if there is more to do.',
  case_not_taken: 'Nobody has this case; take it first.',
  case_taken: 'A colleague has this case; take another one, or ask them to put it back.',
  household_size_wrong: 'A household has 1 to 20 people; ask again how many live in it.',
  state_unknown:
    'No state has this code; choose one of the fifty, or DC, as the address of the household has it.',
  household_amount_wrong:
    'An income or an expense is not below zero and not above five million dollars; type it in dollars and cents as it was said.',
  income_to_confirm:
    'An income sounds like that of another period, or there is none at all; ask the caller again and confirm it, or correct it.',
  programme_not_found: 'There is no such referral in this case; read the list again.',
  programme_ended: 'This referral has its outcome already; read the list again.',
  programme_reason_missing:
    'The screening says that they are not eligible there; say why you refer them all the same.',
  programme_day_wrong:
    'This cannot have happened on that day; choose today or a day before, and none before the referral.',
  programme_follow_up_wrong:
    'A referral is asked after on a day to come, within a year; choose one.',
  case_open_already:
    'This guarantor has an open case already, or this one was opened meanwhile; go on in the open one.',
  case_has_items:
    'Something is still to be done in this case; say what was done about it, then close the case.',
  case_has_application:
    'An application for assistance is open in this case; bring it to a decision or withdraw it, then close the case.',
  item_not_found: 'There is no such thing to do in this case any more; read the case again.',
  item_ends_by_itself:
    'This ends by itself with the application or the programme it waits for; go on with that instead.',
  colleague_not_found: 'No other counselor of this region has this name; choose one from the list.',
  callback_in_past: 'That day is past; choose today or a later business day.',
  plan_exists: 'A plan stands already; change that one, or end it before making another.',
  plan_not_found: 'There is no such plan; read the list again.',
  plan_ended: 'This plan has ended meanwhile; read the list again.',
  plan_term_not_offered:
    'The policy has no plan of this length; choose one it has, or refer the caller to a counselor.',
  plan_first_in_past: 'The first payment cannot be due on a day that is past; choose a later one.',
  plan_first_on_closed_day:
    'The banks are closed on the day of the first payment; choose a business day.',
  plan_first_too_late:
    'The first payment would be due later than the policy allows; choose an earlier day.',
  plan_nothing_owed:
    'Nothing is open that a plan could pay; premiums and disputed charges have none.',
  plan_not_possible: 'There is no such plan for this balance; choose another term or payment.',
  plan_payment_too_small:
    'So small a payment would take more than 120 months; choose a larger one.',
  plan_offer_not_found: 'This plan was not offered to this caller; reckon it again.',
  plan_offer_expired:
    'This plan was offered on another day; reckon it again, because its dates have moved.',
  plan_balance_changed:
    'The balance has changed since this plan was reckoned; reckon it again and read the new terms aloud.',
  plan_copy_missing:
    'The caller must have the terms in writing before they agree; send the copy first, then ask for their yes.',
  plan_copy_no_email:
    'There is no agreement on record to have letters by e-mail; send the copy by mail, or let them read it online.',
  plan_above_affordable:
    'This plan asks for more a month than the household can pay; ask whether they agree to that, and note it, or choose a smaller payment.',
  plan_paid_at_once:
    'The first payment would pay everything; take it as a payment, without a plan.',
  plan_disclosure_differs:
    'What was agreed to is not what was disclosed; read the disclosure again and ask for their yes.',
  application_not_found:
    'There is no such application in this case; read the case again, it may have changed.',
  application_exists:
    'An application of this guarantor is open already; go on with that one, or have it withdrawn first.',
  application_moved:
    'The application has moved on meanwhile, so nothing was done; read it again to see where it stands.',
  application_incomplete:
    'The household has not said what it earns; ask for it in the screening, then hand the application in.',
  application_too_late:
    'The days in which help may be applied for are over for everything that is open; a supervisor may know of an exception.',
  application_not_in_review:
    'Not everything that was asked for is in, so there is nothing to decide yet; settle the documents first.',
  application_decided:
    'A colleague decided this application meanwhile, and that stands; read it again to see what was decided.',
  own_application:
    'You entered this application, so somebody else decides it; leave it to a colleague.',
  own_denial:
    'You denied this application, so somebody else decides its appeal; leave it to a colleague.',
  decision_reason_missing:
    'This decision needs a reason: one that is not as the rule says, that answers an appeal, or that a supervisor makes; write one, then decide.',
  award_not_in_policy:
    'The policy of this region has no award of that percentage; choose one that it has.',
  no_assistance_policy:
    'No policy of assistance is in force in this region today; tell a supervisor.',
  screening_missing:
    'Nobody has asked what this household has yet; do the screening first, then the application.',
  statement_date_wrong:
    'The applicant cannot have said or signed that on a day to come; enter the day it was.',
  document_date_wrong:
    'A document cannot have come on a day to come, nor before the application; enter the day it came.',
  requirement_unknown: 'The policy asks for no such document; choose one of the list.',
  appeal_too_late: 'The days to appeal are over; a new application may be made instead.',
  appealed_before:
    'This was appealed once, and what was decided then stands; a new application may be made.',
  plan_changed_meanwhile:
    'The plan is not as it was explained any more; read the change again and ask for their yes anew.',
  plan_change_not_found: 'This change was not explained to this caller; reckon it again.',
  plan_change_by_counselor:
    'Only a counselor changes a plan so, in the case; refer the caller to one.',
  plan_paid_already: 'This plan is paid off; there is nothing left to change or to pay.',
  plan_nothing_to_pause:
    'No payment of this plan is to come, so there is nothing to pause; take what is due, or change the plan.',
  plan_rests_already: 'This plan rests already; resume it first, or wait until the pause is over.',
  plan_pause_too_long:
    'The policy allows fewer months of pause than that in any twelve; choose fewer, or change the plan.',
  plan_waits_for_insurance:
    'The insurance has not answered yet for anything that is open, so nobody knows what a plan would pay; offer one when it has.',
  plan_nothing_to_add:
    'Nothing is open beside this plan that it could take in; what waits for the insurance has to be answered first.',
  plan_not_resting:
    'This plan does not rest, or its next payment cannot come sooner; nothing to resume.',
  application_closed:
    'This application is closed, so nothing is added to it or refused any more; begin a new one, or take an appeal.',
  document_not_found: 'There is no such document; read the case again.',
  document_not_seen:
    'No file of this document is here, and nobody noted having seen it; add the file, or note what was seen, how and by whom.',
  document_type_wrong:
    'This file is no PDF, JPEG or PNG, and nothing else can be shown here, no TIFF and no HEIC either; ask for the document as one of these three, or scan it.',
  document_empty: 'This file is empty; ask for the document again.',
  document_too_large:
    'This file is larger than 20 MB; scan it with fewer dots to the inch, or add its pages as several files.',
  document_damaged:
    'This file is damaged or broke off on the way, and nothing of it was kept; add it again, or ask for a new copy.',
  document_too_many:
    'This application has 40 documents, and no more are taken for one; decide on what came, or ask for the rest as one file in a new application.',
  letter_not_found: 'There is no such letter; read the case again.',
  search_too_long: 'This is too long to search for; type at most 120 characters.',
  search_card_number:
    'This looks like a whole card number, which is searched and kept nowhere; type its last four digits.',
  search_not_understood:
    'This is neither a number that payments are found by nor a name; type an MRN, bill-pay number, guarantor ID, account, confirmation number, last four, amount or name.',
  search_many_names: 'More than 500 people are called that; type more of the name.',
  search_date_wrong: 'This is no date in the calendar; type it as year, month and day.',
  search_dates_turned: 'The first day is after the last one; turn the two round.',
  search_amount_wrong: 'This is no amount; type dollars and cents, such as 312.40.',
  search_amounts_turned: 'The lowest amount is above the highest; turn the two round.',
  search_region_unknown: 'There is no such region; choose one from the list.',
  search_taker_unknown: 'Nobody with this user name works here; choose somebody from the list.',
  search_state_unknown: 'No payment can be in this state; choose one from the list.',
  search_method_unknown: 'Nobody can pay by this method; choose one from the list.',
  search_exception_unknown: 'There is no such kind of exception; choose one from the list.',
  search_patient_wrong: 'An MRN has eight digits; type all of them, with the zeros in front.',
  search_confirmation_wrong:
    'This is no confirmation number: one of its nine characters is wrong; read it back with the caller.',
  search_last4_wrong: 'The end of a card or account number has four digits; type these alone.',
  search_batch_unknown: 'There is no such batch; choose one from the list.',
  search_place_unknown:
    'The list was put in another order meanwhile, so this page of it is gone; search again from the top.',
  view_name_used: 'Another of your views has this name already; choose another name.',
  export_busy:
    'The backend is writing other exports just now; wait until one is done, and export again.',
  views_too_many: 'You keep forty views already; remove one before you keep another.',
  day_closed_to_banks:
    'The banks are closed on that day, so it is no business day; choose the business day after it.',
  day_not_over: 'This day is not over yet; close it after its cut-off.',
  day_closed:
    'This day is closed already; what is wrong with it is corrected in the day that is open.',
  day_not_closed:
    'This day is still open, so it needs no correction; explain it when it is closed.',
  day_out_of_turn:
    'The days of a region close one after the other, and an earlier one is still open; close that one first.',
  day_changed:
    'The day has changed since it was read, so nothing was signed; look at it again, then close it.',
  day_unexplained:
    'A difference or an open outcome is not explained, so nothing was signed; say of each why it is there.',
  processor_silent:
    'The card processor does not answer, so the day cannot be compared; try again in a few minutes.',
  protocol_mismatch:
    'This desk and the backend speak different versions; update Remit Desk before going on.',
  too_many_requests: 'The backend asks to slow down; wait a few seconds and try again.',
  unavailable: 'The backend cannot do this right now; try again in a minute.',
  internal: 'Something unforeseen went wrong; try again, and tell support if it stays.',
  wrong_page: 'This page may not ask for that; go back to the desk, and tell support if it stays.',
  locked: 'The desk is locked; sign in to go on.',
  bad_input: 'What was entered cannot be used; check it and try again.',
  card_in_notes:
    'The notes hold what looks like a card number; take it out, because nothing of a card may be kept.',
  no_call: 'No call is open; start one first.',
  call_open: 'A call is already open; wrap it up before starting another.',
  no_patient: 'No patient is chosen; find one first.',
  no_card: 'Neither card nor bank account is captured; take it first.',
  no_authorisation:
    'The caller has not agreed to this debit on the recording; read the authorisation and ask for their yes.',
  payer_unnamed:
    'A debit needs the name of whoever agrees to it, at least two letters and no number; verify the caller again with their full name, or take a card.',
  payment_open:
    'An earlier payment for this guarantor is still open; wait until its outcome is known, or ask a supervisor to allow another.',
  balance_changed:
    'The balance changed since it was read; nothing was charged. Tell the caller the new amount.',
  balance_not_read:
    'The bill-pay number is not known here yet, so a wire has no reference; read the balance once, then note the wire.',
  already_sent: 'This has been sent meanwhile; there is nothing left to do.',
  unreachable: 'The backend cannot be reached; the desk keeps trying, so try again in a moment.',
  backend_nonsense:
    'The backend answered something this desk does not understand; try again, and tell support if it stays.',
  disk_full: 'The disk is full, so nothing can be kept; free some space and try again.',
  journal_failed: 'The desk could not write its journal, so nothing was sent; tell support.',
  no_printer:
    'This computer has no printer; save the receipt, or send it by e-mail or as a letter.',
  print_failed:
    'The printer did not take the receipt; look at the printer, or send it by e-mail or as a letter.',
  document_not_read:
    'This file could not be read on this computer; look whether it is still there, and choose it again.',
  document_not_shown:
    'A TIFF or HEIC picture cannot be shown at this desk; ask for the document as PDF, JPEG or PNG.',
  document_view_failed:
    'The document could not be shown; open it again, and refuse it as unreadable if that stays.',
  export_running: 'This desk is writing an export already; wait until it is done, or stop it.',
  export_disk_full:
    'There is not enough room on that disk, so nothing of the export was kept; make room, or choose another disk.',
  export_folder_closed:
    'Nothing may be written into that folder, so nothing was exported; choose another folder.',
  export_folder_gone:
    'That folder is no longer there, so nothing of the export was kept; choose another folder.',
  export_not_written:
    'The file could not be written, so nothing of the export was kept; choose another folder or disk.',
  export_broken:
    'The backend went away in the middle, so nothing of the export was kept; export again when it is back.',
  export_locked:
    'The desk was locked in the middle, so nothing of the export was kept; export again, and stay at the desk.',
  export_withdrawn:
    'You may not read this list any more, so the export was stopped and nothing of it was kept; ask whoever gives out roles.',
  receipt_failed: 'The receipt could not be saved there; choose another folder.',
} as const satisfies Record<RefusalReason, string>;
