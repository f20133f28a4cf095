import { BalancePane } from './balance/balance-pane.tsx';
import classes from './call-page.module.css';
import { PayPanel } from './payment/pay-panel.tsx';

/** The call workspace: the call at the left, the balance in the middle, the action at the right. */
export function CallPage() {
  return (
    <div className={classes.panes}>
      <div className={classes.side} />
      <div className={classes.middle}>
        <BalancePane />
      </div>
      <div className={classes.side}>
        <PayPanel />
      </div>
    </div>
  );
}
