package org.calltolocalaction.process.steps;

import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.notifications.coordinators.MessageId;
import org.calltolocalaction.notifications.coordinators.SendMessage;
import org.calltolocalaction.notifications.digest.WriteDigest;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code mail-digest}, which reads an account's id, and of
 * {@code coordinators-message}, which reads a message's.
 */
@Configuration(proxyBeanMethods = false)
public class MailSteps {

	@Bean
	JavaDelegate writeDigestStep(WriteDigest digest) {
		return execution -> digest.write(AccountId.of(execution.getProcessBusinessKey()));
	}

	/** A portion for each time that it is run, from the first that is left. */
	@Bean
	JavaDelegate writeMessageStep(SendMessage message) {
		return execution -> message.writePortion(MessageId.of(execution.getProcessBusinessKey()),
				(Integer) execution.getVariable("loopCounter") + 1);
	}

}
