package org.calltolocalaction.process.steps;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.digest.WriteDigest;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step of {@code mail-digest}, which reads an account's id. */
@Configuration(proxyBeanMethods = false)
public class MailSteps {

	@Bean
	JavaDelegate writeDigestStep(WriteDigest digest) {
		return execution -> digest.write(AccountId.of(execution.getProcessBusinessKey()));
	}

}
