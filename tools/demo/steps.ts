import type { Page } from 'playwright';
import { personas } from '#backend/seed/personas.ts';
import { telSentences } from '#shared/ach/authorisation-words.ts';
import { payment as words } from '#shared/words/en/payment.ts';
import type { DrivenDesk } from '../drive-desk.ts';
import { type Hands, handsOn } from './hands.ts';

export interface TestCard {
  readonly number: string;
  readonly expiry: string;
  readonly securityCode: string;
  readonly postalCode: string;
}

const card = (number: string): TestCard => ({
  number,
  expiry: '0431',
  securityCode: '123',
  postalCode: '94612',
});

export interface TestAccount {
  readonly routingNumber: string;
  readonly accountNumber: string;
}

/** An account at one of the sandbox's invented banks. */
export const checkingAccount: TestAccount = {
  routingNumber: '107800530',
  accountNumber: '004417726789',
};

/** Two of the card numbers that Stripe publishes for tests. */
export const approvedCard = card('4242424242424242');
export const cardWithoutFunds = card('4000000000009995');

/** What a caller answers who is asked to verify themself, as it is typed. */
export interface CallerAnswers {
  readonly birthDate: string;
  readonly postalCode: string;
}

const marisolAnswers: CallerAnswers = { birthDate: '3/14/1962', postalCode: '94612' };

/** What a representative does on a call, each with the keys they would use. */
export interface Steps {
  signIn(userId?: string): Promise<void>;
  startCall(): Promise<void>;
  sayNotice(): Promise<void>;
  locate(mrn?: string): Promise<void>;
  verify(caller?: CallerAnswers): Promise<void>;
  readBalance(): Promise<void>;
  /** Opens the capture view and types a card, without sending it to the vault. */
  typeCard(typed: TestCard): Promise<void>;
  /** Types a card and sends it; comes back when the desk holds its token. */
  takeCard(typed: TestCard): Promise<void>;
  sendCard(typed: TestCard): Promise<void>;
  /** Opens the capture view and types a bank account, its number twice, without sending it to the vault. */
  typeAccount(typed: TestAccount): Promise<void>;
  takeAccount(typed: TestAccount): Promise<void>;
  sendAccount(typed: TestAccount): Promise<void>;
  /** Reads the authorisation sentence by sentence and notes the yes. */
  readAuthorisation(): Promise<void>;
  readPermission(): Promise<void>;
  /** Offers to keep the card for later calls, and hears the yes to that. */
  keepCard(): Promise<void>;
  /** Reads the permission for the kept card that is offered: its yes chooses the card. */
  takeKeptCard(): Promise<void>;
  /** Reads the permission and confirms; comes back when a result stands. */
  confirm(): Promise<void>;
  waitForResult(expected: string | RegExp): Promise<void>;
  result(): Promise<string>;
  confirmation(): Promise<string>;
  wrapUp(): Promise<void>;
  readonly hands: Hands;
}

const { marisol } = personas;
const labelOf = words.debit.elements;
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

/** The view goes on to the next box by itself when one is typed to its end; else Tab does. */
async function typeInto(capture: Page, hands: Hands, typed: TestCard): Promise<void> {
  for (const field of ['number', 'expiry', 'securityCode', 'postalCode'] as const) {
    const box = capture.locator(`#${field}`);
    await box.waitFor();
    if (!(await box.evaluate(it => it.matches(':focus')))) await hands.press('Tab', capture);
    await capture.keyboard.type(typed[field]);
  }
}

export function stepsOn(desk: DrivenDesk): Steps {
  const { page } = desk;
  const hands = handsOn(() => page);
  const pay = page.getByRole('region', { name: 'Pay', exact: true });
  const outcome = page.getByRole('region', { name: 'Result of the payment' });
  /** The keyboard is in this box. */
  const typingIn = (name: string) =>
    page.getByRole('textbox', { name }).and(page.locator(':focus')).waitFor();
  return {
    hands,
    async signIn(userId = 'r.ames') {
      await page.getByRole('textbox', { name: 'User name' }).fill(userId);
      await page.getByLabel('Password', { exact: true }).fill('sandbox-only');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Lock the desk' }).waitFor();
    },
    async startCall() {
      await page.getByRole('button', { name: 'Start the call' }).waitFor();
      await hands.press('Control+n');
      await heading(page, 'Locate the patient').waitFor();
    },
    async sayNotice() {
      await hands.press('F8');
      await page.getByText('Said: recording notice').waitFor();
    },
    async locate(mrn = marisol.mrn) {
      const box = page.getByRole('textbox', { name: 'Medical record number' });
      const isReady = (await box.count()) > 0 && (await box.evaluate(it => it.matches(':focus')));
      if (!isReady) await hands.press('F2');
      await hands.type(mrn);
      await hands.press('Enter');
      await page
        .getByRole('list', { name: 'Found patients' })
        .getByRole('button')
        .first()
        .waitFor();
      await hands.press('Enter');
      await heading(page, /Verify/).waitFor();
    },
    async verify({ birthDate, postalCode } = marisolAnswers) {
      await hands.press('1');
      await typingIn('Date of birth');
      await hands.type(birthDate);
      await hands.press('Enter');
      await typingIn('ZIP code');
      await hands.type(postalCode);
      await hands.press('Enter');
      await page.getByText('Caller verified').waitFor();
    },
    async readBalance() {
      await page.getByText('$1,284.60', { exact: true }).first().waitFor();
    },
    async typeCard(typed) {
      await hands.press('Control+t');
      await typeInto(await desk.capture(), hands, typed);
    },
    async takeCard(typed) {
      await this.typeCard(typed);
      await this.sendCard(typed);
    },
    async sendCard({ number }) {
      await hands.strike('Enter', await desk.capture());
      await pay
        .getByText(new RegExp(`ending ${number.slice(-4)}`))
        .first()
        .waitFor();
    },
    async typeAccount({ routingNumber, accountNumber }) {
      await hands.press('Control+b');
      const capture = await desk.capture();
      await capture.locator('#routingNumber:focus').waitFor();
      await capture.keyboard.type(routingNumber);
      await capture.locator('#accountNumber:focus').waitFor();
      await capture.keyboard.type(accountNumber);
      await hands.press('Tab', capture);
      await capture.keyboard.type(accountNumber);
    },
    async takeAccount(typed) {
      await this.typeAccount(typed);
      await this.sendAccount(typed);
    },
    async sendAccount(typed) {
      await hands.strike('Enter', await desk.capture());
      await pay
        .getByText(new RegExp(`ending ${typed.accountNumber.slice(-4)}`))
        .first()
        .waitFor();
    },
    async readAuthorisation() {
      for (const { states } of telSentences) {
        await hands.press('F8');
        const last = labelOf[states[states.length - 1] ?? 'amount'];
        await pay
          .getByRole('checkbox', { name: last, checked: true })
          .waitFor({ state: 'attached' });
      }
      await hands.press('F8');
      await pay.getByText(/^REC-/).waitFor();
    },
    async readPermission() {
      await hands.press('F8');
      const given = pay.getByRole('checkbox', { name: /said yes/, checked: true });
      await given.waitFor({ state: 'attached' });
    },
    async keepCard() {
      await hands.press('Control+Shift+K');
      await pay.getByText('Would you like us to keep').waitFor();
      await hands.press('F8');
      await pay.getByText('Kept for later calls').waitFor();
    },
    async takeKeptCard() {
      await pay.getByText('that we keep for you').waitFor();
      await hands.press('F8');
      const given = pay.getByRole('checkbox', { name: /said yes/, checked: true });
      await given.waitFor({ state: 'attached' });
    },
    async confirm() {
      await this.readPermission();
      await hands.press('Control+Enter');
      await this.waitForResult(/Approved|Declined|Waiting|Not charged/);
    },
    waitForResult: name => outcome.getByRole('heading', { level: 3, name }).waitFor(),
    result: async () => (await outcome.getByRole('heading', { level: 3 }).innerText()).trim(),
    confirmation: async () => (await outcome.getByText(/^\w{3}-\w{3}-\w{3}$/).innerText()).trim(),
    async wrapUp() {
      await hands.press('F9');
      await page.getByRole('button', { name: 'End the call' }).waitFor();
      await hands.press('Control+Enter');
      await page.getByRole('button', { name: 'Start the call' }).waitFor();
    },
  };
}
