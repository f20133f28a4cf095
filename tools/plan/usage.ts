export const USAGE = `npm run plan -- --amount 1200.00 --rate 10 --months 6 --agreed 2026-12-01 --first 2027-01-01 --state CA [--eligible] [--json]

  --amount    what is owed, 0.01 to 10000000.00 dollars
  --rate      of interest a year in percent, 0 to 36, with up to two decimals
  --months    the term, 2 to 120
  --pay       what is paid each month instead; the term follows from it
  --agreed    the date of the agreement
  --first     when the first payment is due: that day, or within 12 months of it
  --state     whose law applies, by its postal code
  --eligible  the patient qualifies for the state's discount or charity care
  --json      print one JSON object; npm run --silent prints nothing else

Interest is a twelfth of the rate a month on the open balance, a thirtieth of that for each odd day of the
first period, rounded half up to the cent. The last payment takes the remainder. Where the law forbids
interest the rate is set to 0 %, and the answer says why.
Exits with 1 when there is no such plan, with 2 when an argument is missing or wrong.`;
