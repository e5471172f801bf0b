package org.calltolocalaction.process;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.DeliverMail;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.WriteDigest;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step of {@code mail-delivery}, which reads a mail's id, and the one of {@code mail-digest}, an account's. */
@Configuration(proxyBeanMethods = false)
class MailSteps {

	@Bean
	JavaDelegate deliverMailStep(DeliverMail mail) {
		return execution -> mail.deliver(MailId.ofBusinessKey(execution.getProcessBusinessKey()));
	}

	@Bean
	JavaDelegate writeDigestStep(WriteDigest digest) {
		return execution -> digest.write(AccountId.ofBusinessKey(execution.getProcessBusinessKey()));
	}

}
