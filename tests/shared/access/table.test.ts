import { describe, expect, it } from 'vitest';
import { Role } from '#shared/access/roles.ts';
import { access, mayUse } from '#shared/access/table.ts';
import { routes } from '#shared/contract/routes.ts';
import { deskCalls } from '#shared/desk/calls.ts';

const { events, auditExport, exports } = access;
const everything = { ...access.routes, ...access.calls, events, auditExport, exports };

describe('who may do what is one table', () => {
  it('that names every route and every call, and nothing else', () => {
    expect(Object.keys(access.routes).sort()).toEqual(Object.keys(routes).sort());
    expect(Object.keys(access.calls).sort()).toEqual(Object.keys(deskCalls).sort());
  });

  it('lets nobody who is not signed in do more than look and sign in', () => {
    const open = Object.entries(everything).filter(([, allowed]) => mayUse(allowed, undefined));
    expect(open.map(([name]) => name).sort()).toEqual([
      'desk.state',
      'hello',
      'session.signIn',
      'signIn',
    ]);
  });

  it('lets a workstation ask after its own payments and hand in its records, nothing else', () => {
    const own = Object.entries(everything).filter(
      ([, allowed]) => allowed !== 'anyone' && mayUse(allowed, 'workstation'),
    );
    expect(own.map(([name]) => name).sort()).toEqual([
      'abandonPayment',
      'handOverAccesses',
      'handOverDeskRecords',
      'keepCallRecord',
      'keepExpectedWire',
      'keepNote',
      'keepPromise',
      'keepReferral',
      'payment',
      'refund',
      'reportUnreadableRecord',
    ]);
  });

  it('lets nobody but a supervisor unlock a record or have a desk forget its copy', () => {
    for (const role of Role.options) {
      expect(mayUse(access.routes.wipeWorkstation, role)).toBe(role === 'supervisor');
      expect(mayUse(access.routes.unlockPatient, role)).toBe(role === 'supervisor');
      expect(mayUse(access.calls['patients.unlock'], role)).toBe(role === 'supervisor');
    }
  });

  it('lets those take payments who are on calls', () => {
    for (const role of Role.options) {
      const onCalls = role === 'representative' || role === 'counselor';
      expect(mayUse(access.routes.submitPayment, role)).toBe(onCalls);
      expect(mayUse(access.calls['payments.submit'], role)).toBe(onCalls);
    }
  });
});
