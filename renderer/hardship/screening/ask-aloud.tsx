import { useAskedAloud } from './asked-language.tsx';
import classes from './screening.module.css';

type Question =
  | 'people'
  | 'incomes'
  | 'medicalExpenses'
  | 'essentialExpenses'
  | 'coverage'
  | 'prescriptions';

/** A question as it is read aloud. */
export function AskAloud({ asks }: { asks: Question }) {
  const { language, say } = useAskedAloud();
  return (
    <p className={classes.aloud} lang={language}>
      “{say(asks)}”
    </p>
  );
}
