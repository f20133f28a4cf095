import type { assistanceLetter as english } from '../en/assistance-letter.ts';
import type { SameKeys } from '../same-keys.ts';

/** Spanish of the letters about applications for assistance. */
export const assistanceLetter: SameKeys<typeof english> = {
  mailSubject: 'Una carta de {{organization}}',
  mailText:
    'Se adjunta una carta de {{organization}}. No responda a este mensaje. Si tiene preguntas, llame al {{phone}}.',
  title: {
    received: 'Recibimos su solicitud de ayuda económica',
    asked: 'Necesitamos otro documento para su solicitud',
    expired: 'Su solicitud de ayuda económica ha terminado',
    awarded: 'Su solicitud de ayuda económica está aprobada',
    denied: 'Su solicitud de ayuda económica no está aprobada',
    appeal_awarded: 'Su apelación está decidida: la ayuda está aprobada',
    appeal_denied: 'Su apelación está decidida: la ayuda no está aprobada',
    renewal: 'Su ayuda económica termina pronto',
  },
  says: {
    received:
      'Gracias por presentar una solicitud a nuestro programa {{policy}}. Mientras la revisamos, no enviamos a cobranza las facturas médicas que abarca.',
    asked:
      'Gracias por lo que nos envió para su solicitud a nuestro programa {{policy}}. Un documento no muestra lo que necesitamos, así que no pudimos usarlo. Envíenos otro, por favor.',
    expired:
      'No recibimos a tiempo los documentos que pedimos, así que no pudimos decidir sobre su solicitud a nuestro programa {{policy}}, y ha terminado. Puede presentar otra solicitud en cualquier momento y enviar los documentos con ella.',
    awarded:
      'Revisamos su solicitud a nuestro programa {{policy}} y la aprobamos. Redujimos sus facturas médicas como se muestra abajo.',
    denied:
      'Revisamos su solicitud a nuestro programa {{policy}} y no pudimos aprobarla. Abajo están el motivo y lo que usted puede hacer.',
    appeal_awarded:
      'Usted nos pidió revisar otra vez su solicitud a nuestro programa {{policy}}. La revisó una persona que no la había decidido antes, y ahora está aprobada. Redujimos sus facturas médicas como se muestra abajo.',
    awarded_later:
      'Revisamos su solicitud a nuestro programa {{policy}} y la aprobamos. Todavía no hay ninguna factura que pudiéramos reducir; abajo está lo que sigue.',
    appeal_awarded_later:
      'Usted nos pidió revisar otra vez su solicitud a nuestro programa {{policy}}. La revisó una persona que no la había decidido antes, y ahora está aprobada. Todavía no hay ninguna factura que pudiéramos reducir; abajo está lo que sigue.',
    appeal_denied:
      'Usted nos pidió revisar otra vez su solicitud a nuestro programa {{policy}}. La revisó una persona que no la había decidido antes, y tampoco pudo aprobarla. Esta es nuestra decisión final sobre esta solicitud.',
    renewal:
      'Su ayuda de nuestro programa {{policy}} termina el día que se indica abajo. Si después de ese día todavía necesita ayuda con facturas médicas, presente una nueva solicitud.',
  },
  program: 'Programa',
  receivedOn: 'La recibimos el',
  asked: 'Envíenos, por favor',
  askedNothing: 'Nada más; tenemos todos los documentos',
  documentsBy: 'Envíelo a más tardar el',
  decideBy: 'Decidimos a más tardar el',
  decideWhenComplete: 'En un plazo de 30 días hábiles después de tenerlo todo',
  percent: 'Pagamos por usted',
  percentOf: 'El {{percent}} % de lo que debe de estas facturas',
  takenOff: 'Descontado',
  takenOffInAll: 'Descontado en total',
  left: 'Le queda por pagar',
  leftNothing: '$0.00: no debe nada de estas facturas',
  waits: 'Espera la respuesta de su seguro, según lo facturado',
  waitsThen: 'Cuando su seguro haya respondido',
  waitsHow:
    'Descontamos el {{percent}} % de lo que le quede por pagar de ello. No necesita presentar otra solicitud; espere hasta entonces antes de pagarlo, por favor.',
  valid: 'Es válida',
  validDays: 'Del {{from}} al {{until}}',
  renewHow:
    'La atención médica que reciba hasta entonces se reduce de la misma manera. Para continuar después de ese día, presente antes una nueva solicitud.',
  renew: 'Para renovarla',
  endsOn: 'Termina el',
  renewNow: 'Llame al {{phone}}; le enviamos el formulario o tomamos su solicitud por teléfono.',
  reason: 'El motivo',
  reasons: {
    income_over_limit:
      'Los ingresos de su hogar están por encima del límite del programa, y sus gastos médicos de 12 meses están por debajo de la parte de sus ingresos que el programa pide.',
    documents_missing: 'No recibimos todos los documentos que pedimos.',
    other: 'Vea nuestra nota abajo, por favor.',
  },
  refusals: {
    unreadable: 'No pudimos leerlo.',
    wrong_kind: 'Muestra otra cosa que la que necesitamos.',
    outdated: 'Es demasiado antiguo.',
    incomplete: 'Le faltan páginas.',
    somebody_else: 'Es de otra persona.',
    replaced: 'Uno posterior ocupa su lugar.',
  },
  note: 'Nuestra nota',
  appealBy: 'Puede apelar hasta el',
  questions: 'Si tiene preguntas',
  questionsHow: 'Llame al {{phone}}. Podemos explicarle esta carta en su idioma sin costo.',
  documents: {
    identity:
      'Una prueba de su identidad, como licencia de conducir, pasaporte u otra identificación con foto',
    income:
      'Una prueba de los ingresos de su hogar, como los últimos talones de pago, la declaración de impuestos o cartas de beneficios',
    address: 'Una prueba de su dirección, como una factura de servicios o un contrato de alquiler',
    medical_expenses: 'Sus facturas médicas y de farmacia de los últimos 12 meses',
  },
  appealTitle: 'Cómo apelar',
  appeal:
    'Si cree que esta decisión es incorrecta, o si su situación ha cambiado, puede pedirnos que la revisemos otra vez hasta el {{date}}. Llame al {{phone}} o escriba a {{address}}. Díganos su nombre, el número {{reference}} y por qué lo cree, y envíe todo lo que lo demuestre. Su apelación la revisa una persona que no tomó esta decisión, y le enviamos la respuesta por escrito. No cuesta nada, y no enviamos estas facturas a cobranza mientras la revisamos.',
  otherHelpTitle: 'Otras formas de recibir ayuda',
  otherHelp:
    'Puede pagar poco a poco con un plan de pagos que se ajuste a sus ingresos, y puede haber otros programas para usted. Si cambian sus ingresos o su hogar, puede presentar otra solicitud en cualquier momento. Llame al {{phone}}.',
  sendTitle: 'Cómo enviarnos documentos',
  send: 'Envíe copias, no originales, a {{address}}, con el número {{reference}} en cada página, o llame al {{phone}} y le decimos otras maneras. Si no puede conseguir alguno de estos documentos, llámenos: juntos veremos con qué otra cosa se puede demostrar. Sin ellos no podemos decidir.',
  rightsTitle: 'Lo que el programa le garantiza',
  rights:
    'A quien reúne los requisitos de nuestro programa {{policy}} no se le cobra, por atención de emergencia u otra atención médicamente necesaria, más que las cantidades generalmente facturadas a personas con un seguro que cubre esa atención. El programa no paga primas de seguro.',
  policyCopy:
    'Puede recibir las reglas del programa, un resumen en lenguaje sencillo y el formulario de solicitud, gratis y en inglés o español, llamando al {{phone}} o escribiendo a {{address}}.',
};
