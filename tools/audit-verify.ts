import { auditVerify } from './audit/run-verify.ts';

process.exitCode = await auditVerify(process.argv.slice(2), {
  say: line => console.log(line),
  complain: line => console.error(line),
});
