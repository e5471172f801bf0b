package org.calltolocalaction.process.steps;

import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.notifications.edition.ExtensionMails;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step of {@code extension}, which reads the extension's id. */
@Configuration(proxyBeanMethods = false)
public class ExtensionSteps {

	@Bean
	JavaDelegate remindOfExtensionStep(ExtensionMails mails) {
		return execution -> mails.reminder(ExtensionId.of(execution.getProcessBusinessKey()));
	}

}
