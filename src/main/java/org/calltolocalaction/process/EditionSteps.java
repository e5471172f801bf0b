package org.calltolocalaction.process;

import java.util.function.Consumer;
import org.calltolocalaction.editions.CloseCall;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.notifications.EditionMails;
import org.calltolocalaction.reports.EditionReports;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code edition-cycle}, which read the edition's year. */
@Configuration(proxyBeanMethods = false)
class EditionSteps {

	@Bean
	JavaDelegate sendRemindersStep(EditionMails mails) {
		return onEdition(mails::deadlineReminder);
	}

	@Bean
	JavaDelegate closeCallStep(CloseCall call) {
		return onEdition(call::close);
	}

	@Bean
	JavaDelegate chaseReviewsStep(EditionMails mails) {
		return onEdition(mails::outstandingReviews);
	}

	@Bean
	JavaDelegate freezeReportStep(EditionReports reports) {
		return onEdition(reports::freeze);
	}

	@Bean
	JavaDelegate publishReportStep(EditionReports reports) {
		return onEdition(reports::publish);
	}

	@Bean
	JavaDelegate tellGovernmentsStep(EditionMails mails) {
		return onEdition(mails::included);
	}

	private static JavaDelegate onEdition(Consumer<EditionYear> useCase) {
		return execution -> useCase.accept(EditionYear.ofBusinessKey(execution.getProcessBusinessKey()));
	}

}
