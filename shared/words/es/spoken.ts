import type { spoken as english } from '../en/spoken.ts';
import type { SameKeys } from '../same-keys.ts';

export const spoken: SameKeys<typeof english> = {
  recordingNotice:
    'Gracias por llamar a facturación de {{organization}}, me llamo {{name}}. Esta llamada se graba por calidad y para su protección.',
  cardPermission:
    '¿Tengo su permiso para cobrar {{amount}} hoy a su tarjeta {{brand}} terminada en {{last4}}, para la cuenta terminada en {{account}}?',
  keptCardPermission:
    '¿Me da su permiso para cobrar {{amount}} hoy a la {{brand}} terminada en {{last4}} que guardamos para usted, por la cuenta terminada en {{account}}?',
  keepCard:
    '¿Quiere que guardemos su {{brand}} terminada en {{last4}} para otras llamadas? La guardamos sin el código de seguridad, solo la cobramos cuando usted diga que sí y la borramos cuando usted lo pida.',
  authorisation: {
    who: 'Hoy, {{today}}, usted, {{name}}, autoriza a {{organization}} a hacer un débito electrónico por una sola vez.',
    debit:
      'Es un débito de {{amount}} de su cuenta {{kind}} terminada en {{ending}} en {{bank}}, el {{debitOn}} o después. Se liquida el {{settlesOn}}.',
    rights:
      'Si tiene preguntas, llame al {{number}}. Para revocar esta autorización, llame al mismo número antes de que se envíe al banco el {{sentOn}}.',
    ask: '¿Está de acuerdo?',
    kinds: { checking: 'corriente', savings: 'de ahorros' },
  },
  confirmationOfDebit:
    'Su débito de {{amount}} fue aceptado. Su número de confirmación es {{spelled}}. Se registrará en la cuenta el {{date}}.',
  confirmation:
    'Su pago de {{amount}} fue aprobado. Su número de confirmación es {{spelled}}. Se registrará en la cuenta el {{date}}.',
  declined: 'El banco no aprobó esta tarjeta. No se cobró nada. ¿Quiere intentar con otra tarjeta?',
  unknown:
    'Ya envié su pago y estoy esperando la respuesta del banco. Por favor, no pague otra vez; le llamaremos en cuanto lo sepamos.',
  unknownOverridden:
    'El banco todavía no ha respondido sobre el primer pago. Si quiere, podemos tomar otro ahora; si el primero también se realiza, le devolveremos lo que haya pagado de más. ¿Quiere pagar ahora o esperar nuestra llamada?',
  notCharged: 'El pago no se realizó y no se cobró nada. ¿Volvemos a intentar con la tarjeta?',
  notDebited:
    'El débito no se realizó y no se cobró nada. ¿Volvemos a intentar con la cuenta bancaria?',
  after: {
    voided: 'Su pago de {{amount}} queda anulado y no se le cobra nada.',
    refunded:
      'Su reembolso de {{amount}} va en camino al mismo medio con que pagó. Su banco puede tardar unos días en mostrarlo.',
    refundWaits:
      'He solicitado su reembolso de {{amount}}. Primero hay que aprobarlo; lo verá en el medio con que pagó cuando se apruebe.',
    checkComes:
      'Su reembolso de {{amount}} está aprobado. Nuestra tesorería lo envía por cheque a la dirección registrada, o por transferencia; puede tardar unos días en llegar.',
    checkWaits:
      'He solicitado su reembolso de {{amount}}. Primero hay que aprobarlo; después nuestra tesorería lo envía por cheque a la dirección registrada, o por transferencia.',
    lateVoidAsked:
      'He pedido a un supervisor que anule su pago de {{amount}}. Ya pasó la hora límite; si lo aprueba, se anula o se le devuelve al medio con que pagó.',
    overrideAsked:
      'He preguntado a un supervisor si podemos tomar otro pago ahora. Por favor, espere en la línea, o le llamaremos.',
    planAsked:
      'He pedido estas condiciones a un supervisor. Todavía no hay nada acordado; se lo diré en cuanto lo haya decidido.',
    waiverAsked:
      'He pedido que le condonen el recargo por mora. Lo decide un supervisor, y su saldo lo mostrará cuando lo haya hecho.',
    traced:
      'He pedido a nuestro equipo de pagos que busque su pago. Por favor, no pague otra vez mientras tanto; le avisaremos de lo que encuentren.',
    disputed:
      'He anotado que usted no está de acuerdo con este cargo. No pasará a cobranza mientras lo revisamos.',
  },
  prompts: {
    askFor: {
      mrn: '¿Me da su número de registro médico, por favor? Son los ocho dígitos de su tarjeta de miembro.',
      bill_pay_number:
        '¿Me da su número para pagos, por favor? Está en su estado de cuenta y debajo de su nombre en la tarjeta de miembro.',
      guarantor_id:
        '¿Me da el número de garante, por favor? Son los nueve dígitos de su estado de cuenta.',
      account_number:
        '¿Me da el número de cuenta, por favor? Está en su estado de cuenta: dos dígitos, un guion y seis más.',
      name: '¿Me da el nombre completo del paciente y su fecha de nacimiento?',
    },
    askRole: '¿Con quién hablo: con el paciente, o con alguien que llama por él o ella?',
    askCallerName: '¿Me da su nombre completo, por favor?',
    askFactor: {
      birth_date: 'Para proteger la cuenta, dígame, por favor, su fecha de nacimiento.',
      postal_code: '¿Y el código postal de su dirección?',
      street_address: '¿Y su calle y número?',
      phone: '¿Y su número de teléfono, con el código de área?',
    },
    askFactorOfPatient: {
      birth_date:
        'Para proteger la cuenta, dígame, por favor, la fecha de nacimiento del paciente.',
      postal_code: '¿Y el código postal de la dirección del paciente?',
      street_address: '¿Y la calle y el número del paciente?',
      phone: '¿Y el número de teléfono del paciente, con el código de área?',
    },
    verified: 'Gracias, eso es todo. ¿En qué le puedo ayudar con la factura?',
    guest:
      'Gracias. Puedo tomar un pago para esta cuenta, pero no puedo hablar de la factura. ¿Qué cantidad quiere pagar?',
    locked:
      'Lo siento, no pude verificar esta cuenta y no puedo hablar de ella en esta llamada. Un supervisor llamará al número registrado.',
    refused: {
      patient_is_minor:
        'Lo siento, solo puedo hablar de esta factura con la persona responsable de pagarla. ¿Está ahí esa persona?',
      patient_is_deceased:
        'Lo siento, solo puedo hablar de esta cuenta con la persona responsable o con alguien autorizado. ¿Puedo llamar más tarde?',
      no_authorisation_on_record:
        'Lo siento, no tengo una autorización registrada para usted. El paciente puede darla llamándonos. Si lo desea, puede hacer un pago sin hablar de la factura.',
    },
    away: {
      verify:
        'Lo siento, en este momento nuestro sistema no puede abrir las cuentas. Nada cambia en su cuenta por eso. ¿Le puedo devolver la llamada al número registrado?',
      pay: 'Lo siento, en este momento no podemos conectar con el sistema de pagos y no puedo tomar ni una tarjeta ni una cuenta bancaria. Puedo anotar el día en que quiere pagar y le devolvemos la llamada; hoy no se le cobra nada.',
      plan: 'Lo siento, en este momento no podemos conectar con el sistema y no puedo preparar un plan de pagos. No se acuerda nada y nada cambia. ¿Le puedo devolver la llamada al número registrado?',
      schedule:
        'Lo siento, en este momento no podemos conectar con el sistema de pagos y no puedo programar ni cambiar pagos. Lo que ya está programado sigue igual. ¿Le puedo devolver la llamada al número registrado?',
    },
    planScreening:
      'Su solicitud de asistencia sigue abierta. Lo que se le conceda no tendrá que pagarlo, así que un asesor puede ver eso primero. ¿Quiere eso, o un plan de todos modos?',
    plan: 'Podemos repartir en varios meses lo que debe por su atención. Le diré lo que cuesta cada opción. ¿Quiere comenzar hoy, o en una fecha próxima?',
    schedule:
      '¿Quiere un solo pago en una fecha, una serie de pagos, o que sus estados de cuenta se paguen de forma automática?',
    pay: '¿Cuánto quiere pagar hoy: con una tarjeta, o de una cuenta bancaria?',
    readCard:
      'Dígame, por favor, el número de la tarjeta, el mes de vencimiento, el código de seguridad y el código postal. La grabación está en pausa.',
    readAccount:
      'Dígame, por favor, si es una cuenta corriente o de ahorros, y después el número de ruta y el número de cuenta. La grabación está en pausa.',
    readAuthorisation:
      'Gracias. Ahora le leeré lo que usted autoriza; escuche, por favor, y al final dígame si está de acuerdo.',
    readBack: 'Gracias. Le leeré el pago antes de cobrar nada.',
    oneMoment: 'Un momento, por favor, mientras responde el banco.',
    takenBack: 'Anulé ese pago, así que no se le cobra nada. ¿Le puedo ayudar en algo más hoy?',
    promise: '¿Qué cantidad le es posible, y en qué día?',
    referral:
      'Uno de nuestros asesores financieros puede ver esto con usted. Cuénteme en pocas palabras qué ha cambiado para usted.',
    wire: '¿Qué cantidad va a enviar su banco, y en qué día?',
    other: 'Hay varias maneras de hacerlo. ¿Cuál le conviene?',
    note: 'Permítame anotarlo, para que no tenga que explicarlo otra vez.',
    anythingElse: '¿Le puedo ayudar en algo más hoy?',
    goodbye: 'Gracias por llamar, y hasta luego.',
  },
  kept: {
    promise:
      'Se lo repito: {{amount}} el {{date}}. No se toma nada de forma automática, así que llámenos o pague a más tardar ese día; hasta entonces la cuenta no pasa a cobranza. ¿Es correcto?',
    referral:
      'He pasado esto a un asesor financiero para {{programme}}. El asesor llamará al número registrado y ya sabe lo que usted me contó; por ahora no tiene que hacer nada.',
    wire: 'Por favor, entregue a su banco las instrucciones de transferencia de {{payee}}, y pida que escriba esta referencia en la transferencia, exactamente así: {{spelled}}. Esperamos {{amount}} el {{date}}; cuenta el día en que llega.',
  },
  ways: {
    mail: 'Por favor, haga un cheque o giro postal a nombre de {{payee}}, y escriba en él su número de garante, {{guarantorId}}. Envíelo por correo a {{address}}. Tarda de {{from}} a {{to}} días hábiles en llegar a su cuenta.',
    in_person:
      'Puede llevarlo a la oficina de facturación de su centro médico en {{regionName}}. Por favor, lleve su estado de cuenta o su número de garante, {{guarantorId}}. Para saber qué oficina le queda cerca y cuándo abre, llame al {{line}}.',
    online:
      'Por favor, entre en el sitio web de {{organization}} y elija pagar una factura. Le pedirá su número para pagos: {{billPayNumber}}. Si necesita ayuda, llame al {{line}}.',
    app: 'Por favor, abra la aplicación de {{organization}} y elija pagar una factura. Le pedirá su número para pagos: {{billPayNumber}}. Si necesita ayuda, llame al {{line}}.',
    bank_bill_pay:
      'En el servicio de pago de facturas de su banco, por favor agregue a {{payee}} como beneficiario, con la dirección {{address}}. El número de cuenta es su número para pagos: {{billPayNumber}}. Si necesita ayuda, llame al {{line}}.',
    onStatement: 'el que está en su estado de cuenta y en su tarjeta de miembro',
    expected: 'Esperamos {{amount}} el {{date}}; cuenta el día en que llega.',
  },
  standing: {
    run: '{{number}} de {{amount}}',
    method:
      'Hoy, {{today}}, usted, {{name}}, autoriza a {{organization}} a guardar su {{method}} para pagos futuros, sin su código de seguridad, y a cobrarle como le leo ahora. ¿Está de acuerdo?',
    amount: {
      once: 'La cantidad es {{amount}}, o lo que quede pendiente ese día si es menos. ¿Está de acuerdo?',
      series:
        'Cada pago es de {{amount}}, o lo que quede pendiente ese día si es menos. ¿Está de acuerdo?',
      autopay:
        'Cada pago es lo que quede pendiente de su estado de cuenta, y nunca más de {{amount}}. ¿Está de acuerdo?',
      plan: 'Los pagos son las cuotas de su plan de pagos: {{runs}}. Una es menos si usted ya pagó una parte, y juntas nunca son más de lo que se debe del plan. ¿Está de acuerdo?',
    },
    timing: {
      once: 'Es un solo cobro el {{first}}. Si el banco lo rechaza, podemos intentarlo dos veces más en los siguientes días hábiles. ¿Está de acuerdo?',
      weekly:
        'El primero es el {{first}} y después uno cada semana, {{count}} en total, el último el {{last}}. Si los bancos están cerrados, será el siguiente día hábil; si el banco rechaza uno, podemos intentarlo dos veces más. ¿Está de acuerdo?',
      biweekly:
        'El primero es el {{first}} y después uno cada dos semanas, {{count}} en total, el último el {{last}}. Si los bancos están cerrados, será el siguiente día hábil; si el banco rechaza uno, podemos intentarlo dos veces más. ¿Está de acuerdo?',
      monthly:
        'El primero es el {{first}} y después uno cada mes, {{count}} en total, el último el {{last}}. Si los bancos están cerrados, será el siguiente día hábil; si el banco rechaza uno, podemos intentarlo dos veces más. ¿Está de acuerdo?',
      autopay:
        'Cada estado de cuenta que vence después de hoy se cobra el día de su vencimiento, o el día hábil anterior si los bancos están cerrados, hasta que usted lo termine. Si el banco rechaza uno, podemos intentarlo dos veces más. ¿Está de acuerdo?',
      plan: 'Cada cuota se cobra el día de su vencimiento, la primera el {{first}} y después una cada mes, {{count}} en total, la última el {{last}}. Si los bancos están cerrados, será el siguiente día hábil. Esperan mientras su plan descansa, lo siguen si usted acuerda cambiarlo, y terminan con él. Si el banco rechaza una, podemos intentarlo dos veces más. ¿Está de acuerdo?',
    },
    notice:
      'Como la cantidad varía, le escribimos la cantidad y el día al menos diez días antes de cada pago. ¿Está de acuerdo?',
    planNotice:
      'Usted tiene derecho a recibir una carta, diez días antes, sobre cada pago cuya cantidad difiera de la anterior. Usted elige que se le avise solo de uno que su copia por escrito no indique: de más de lo que dice para ese día, en otro día, o de otra cantidad porque su plan cambió. De un pago así le escribimos al menos diez días antes. ¿Está de acuerdo?',
    stop: 'Puede omitir un pago, o detenerlo hasta tres días hábiles antes, y puede revocar todo esto en cualquier momento, llamando al {{phone}}. ¿Está de acuerdo?',
    voluntary:
      'No tiene que aceptar esto: ningún plan de pagos ni ninguna atención depende de ello. Le enviamos una copia por escrito. ¿Está de acuerdo?',
    debit: {
      method: {
        once: 'Hoy, {{today}}, usted, {{name}}, autoriza a {{organization}} a hacer un débito electrónico, uno solo, de su {{method}}, y a guardar esa cuenta para ello. ¿Está de acuerdo?',
        recurring:
          'Hoy, {{today}}, usted, {{name}}, autoriza a {{organization}} a hacer débitos electrónicos recurrentes de su {{method}}, y a guardar esa cuenta para ellos. ¿Está de acuerdo?',
      },
      timing: {
        once: 'Su cuenta se debita una sola vez, el {{first}} o después. Si su banco devuelve el débito por falta de fondos, podemos enviarlo como máximo dos veces más. ¿Está de acuerdo?',
        weekly:
          'Su cuenta se debita el {{first}} o después y luego cada semana, {{count}} veces en total, la última vez el {{last}} o después. Si los bancos están cerrados, será el siguiente día hábil; si su banco devuelve un débito por falta de fondos, podemos enviarlo como máximo dos veces más. ¿Está de acuerdo?',
        biweekly:
          'Su cuenta se debita el {{first}} o después y luego cada dos semanas, {{count}} veces en total, la última vez el {{last}} o después. Si los bancos están cerrados, será el siguiente día hábil; si su banco devuelve un débito por falta de fondos, podemos enviarlo como máximo dos veces más. ¿Está de acuerdo?',
        monthly:
          'Su cuenta se debita el {{first}} o después y luego cada mes, {{count}} veces en total, la última vez el {{last}} o después. Si los bancos están cerrados, será el siguiente día hábil; si su banco devuelve un débito por falta de fondos, podemos enviarlo como máximo dos veces más. ¿Está de acuerdo?',
        autopay:
          'Por cada estado de cuenta que vence después de hoy, su cuenta se debita el día de su vencimiento o después, o el día hábil anterior si los bancos están cerrados, hasta que usted lo termine. Si su banco devuelve un débito por falta de fondos, podemos enviarlo como máximo dos veces más. ¿Está de acuerdo?',
        plan: 'Por cada cuota su cuenta se debita el día de su vencimiento o después, la primera vez el {{first}} o después y luego cada mes, {{count}} veces en total, la última vez el {{last}} o después. Los débitos esperan mientras su plan descansa, lo siguen si usted acuerda cambiarlo, y terminan con él. Si su banco devuelve un débito por falta de fondos, podemos enviarlo como máximo dos veces más. ¿Está de acuerdo?',
      },
      notice:
        'Usted tiene derecho a recibir una carta, diez días antes, sobre cada débito cuya cantidad difiera de la anterior. Usted elige que se le avise solo de un débito de más de {{amount}}, que esta autorización no permite. ¿Está de acuerdo?',
      stop: 'Si tiene preguntas, y para omitir un débito, detenerlo o revocar todo esto en cualquier momento, llame al {{phone}}. Para estar seguro de que un débito se detenga, avísenos a nosotros o a su banco al menos tres días hábiles antes. ¿Está de acuerdo?',
    },
  },
  plan: {
    terms:
      'La cantidad financiada es {{financed}}. El cargo por financiamiento es {{charge}}. La tasa de porcentaje anual es {{percent}} por ciento. En total paga {{total}}. ¿Continúo?',
    pending:
      'Su seguro todavía no ha respondido por {{amount}}, así que eso no es parte de este plan; cuando responda, podemos agregar la parte que le toque.',
    payments_one: 'un pago de {{amount}} el {{first}}',
    payments_other: '{{count}} pagos mensuales de {{amount}}, a partir del {{first}}',
    schedule:
      'Son {{payments}}. Si un pago se atrasa, se pueden cobrar {{late}} o más. Puede liquidar el plan antes sin penalización. ¿Está claro?',
    ask: 'Estas condiciones las tiene por escrito, {{copy}}. No necesita pagos automáticos para tener este plan. ¿Está de acuerdo?',
    copies: { email: 'por correo electrónico', mail: 'por correo postal', online: 'en línea' },
    agreed: {
      next: 'Su plan está preparado. El próximo pago es de {{amount}} y vence el {{date}}.',
      due: 'Su plan está preparado. El primer pago, de {{amount}}, vence hoy.',
    },
    stands: {
      next: 'El próximo pago de su plan es de {{amount}} y vence el {{date}}.',
      due: 'De su plan vencieron {{amount}} el {{date}} y todavía no están pagados. ¿Quiere pagarlos ahora?',
    },
    changed:
      'Su saldo cambió mientras hablábamos, así que todavía no se ha acordado nada. Permítame darle las nuevas condiciones.',
    second: 'Veo que ya se preparó un plan para usted, así que no hice otro.',
  },
  programmes: {
    mfa: 'asistencia financiera médica',
    chc: 'cobertura médica de caridad',
    pharmacy: 'ayuda con la farmacia',
    community: 'apoyo en la comunidad',
  },
  bill: {
    nothingOpen: 'No tiene nada pendiente en su cuenta.',
    total: 'Su saldo es de {{amount}}.',
    visits_one: 'Corresponde a una visita entre el {{from}} y el {{to}}: {{kinds}}.',
    visits_other: 'Corresponde a {{count}} visitas entre el {{from}} y el {{to}}: {{kinds}}.',
    visitsOneDay_one: 'Corresponde a una visita el {{from}}: {{kinds}}.',
    visitsOneDay_other: 'Corresponde a {{count}} visitas el {{from}}: {{kinds}}.',
    left: 'Le queda por pagar: {{reasons}}.',
    paidAndLeft: 'Su seguro pagó {{paid}}; le queda por pagar: {{reasons}}.',
    paidReducedAndLeft:
      'Su seguro pagó {{paid}} y se descontaron {{reduced}} del precio; le queda por pagar: {{reasons}}.',
    credit: 'Ya se descontó un crédito de {{amount}}.',
    pending: 'Su seguro todavía no ha respondido por {{amount}}, así que esa parte puede cambiar.',
    premium: '{{amount}} son de la prima de su cobertura, que se factura aparte de la atención.',
    overdue: '{{amount}} ya están vencidos, la parte más antigua desde el {{since}}.',
    overdueAndNext:
      '{{amount}} ya están vencidos, la parte más antigua desde el {{since}}; {{next}} se deben pagar a más tardar el {{on}}.',
    dueNext: '{{next}} se deben pagar a más tardar el {{on}}.',
    received: 'Su último pago fue de {{amount}} el {{on}}; gracias.',
    dispute: 'Nos pidió revisar {{amount}}; mientras tanto no pasará a cobranza.',
    application:
      'Su solicitud de asistencia del {{on}} sigue abierta, y la cobranza espera hasta que se decida.',
    plan: 'A su plan de pagos le quedan {{remaining}}, y el próximo pago de {{instalment}} vence el {{on}}.',
    kinds: {
      office_visit: 'una consulta',
      procedure: 'un procedimiento',
      facility: 'uso de las instalaciones',
      laboratory: 'análisis de laboratorio',
      imaging: 'estudios de imagen',
      prescription: 'medicamentos recetados',
      premium: 'prima',
      copay: 'copago',
      coinsurance: 'coseguro',
      deductible: 'deducible',
      late_fee: 'recargos por mora',
      finance_charge: 'los intereses de su plan',
      adjustment: 'correcciones',
    },
    reasons: {
      deductible: '{{amount}} de su deducible',
      coinsurance: '{{amount}} de coseguro',
      copay: '{{amount}} de copago',
      insuranceLeft: '{{amount}} después del seguro',
      denied: '{{amount}} que el seguro no cubrió',
      uninsured: '{{amount}} que no se facturaron a ningún seguro',
      lateFee: '{{amount}} de recargos por mora',
      interest: '{{amount}} de intereses de su plan',
      correction: '{{amount}} de correcciones',
    },
  },
};
