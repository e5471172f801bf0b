package org.calltolocalaction.process;

import java.util.List;
import org.calltolocalaction.notifications.DeliverMail;
import org.calltolocalaction.notifications.MailId;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Ends what is left of {@code mail-delivery}, the process that each mail had of its own
 * until mails were sent from their table, before the engine's jobs begin. The mails go
 * on, those of incidents, too.
 */
@Component
class OldMailDeliveries implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(OldMailDeliveries.class);

	private static final String MODEL = "mail-delivery";

	private static final int AT_ONCE = 200;

	private final RuntimeService runtime;

	private final DeliverMail deliverMail;

	OldMailDeliveries(RuntimeService runtime, DeliverMail deliverMail) {
		this.runtime = runtime;
		this.deliverMail = deliverMail;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		int ended = 0;
		for (List<ProcessInstance> some = some(); !some.isEmpty(); some = some()) {
			some.forEach(old -> deliverMail.takeUp(MailId.ofBusinessKey(old.getBusinessKey())));
			// If they exist: another node may start at the same time.
			runtime.deleteProcessInstancesIfExists(some.stream().map(ProcessInstance::getProcessInstanceId).toList(),
					"Mails are sent from their table", true, true, false);
			ended += some.size();
		}
		if (ended > 0) {
			log.info("{} processes of single mails were ended; their mails are sent without", ended);
		}
	}

	private List<ProcessInstance> some() {
		return runtime.createProcessInstanceQuery().processDefinitionKey(MODEL).listPage(0, AT_ONCE);
	}

}
