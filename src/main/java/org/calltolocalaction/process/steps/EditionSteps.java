package org.calltolocalaction.process.steps;

import java.util.Collections;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.calltolocalaction.editions.CloseCall;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.notifications.edition.ClosingMails;
import org.calltolocalaction.notifications.edition.EditionMails;
import org.calltolocalaction.notifications.pledge.PlacementMails;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.reports.ReportPortion;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code edition-cycle} and {@code closing-mails}, which read the edition's
 * year.
 */
@Configuration(proxyBeanMethods = false)
public class EditionSteps {

	private static final String CLOSING_MAILS = "closing-mails";

	// Whether the call has closed now, with a seal: it had before, where its deadline was
	// moved within the past.
	private static final String SEALED = "sealed";

	// As the engine calls them where a step is run for each of several.
	private static final String THIS_ONE = "loopCounter";

	private static final String ALL = "nrOfInstances";

	@Bean
	JavaDelegate sendRemindersStep(EditionMails mails) {
		return onEdition(mails::deadlineReminder);
	}

	@Bean
	JavaDelegate closeCallStep(CloseCall call) {
		return execution -> execution.setVariable(SEALED,
				call.close(EditionYear.ofBusinessKey(execution.getProcessBusinessKey())).isPresent());
	}

	/**
	 * Has whoever is concerned told by a process of its own, in editions of any release.
	 */
	@Bean
	JavaDelegate chaseReviewsStep() {
		return EditionSteps::startClosingMails;
	}

	@Bean
	JavaDelegate chaseReviewersStep(EditionMails mails) {
		return onEdition(mails::outstandingReviews);
	}

	@Bean
	JavaDelegate sendSealsStep(ClosingMails mails) {
		JavaDelegate tells = onPortion(mails::callClosed);
		return execution -> {
			if (!Boolean.FALSE.equals(execution.getVariable(SEALED))) {
				tells.execute(execution);
			}
		};
	}

	@Bean
	JavaDelegate freezeReportStep(EditionReports reports) {
		return onPortion(reports::freeze);
	}

	@Bean
	JavaDelegate publishReportStep(EditionReports reports) {
		return onEdition(reports::publish);
	}

	@Bean
	JavaDelegate tellGovernmentsStep(PlacementMails mails) {
		return onPortion(mails::included);
	}

	private static void startClosingMails(DelegateExecution edition) {
		edition.getProcessEngineServices()
			.getRuntimeService()
			.startProcessInstanceByKey(CLOSING_MAILS, edition.getProcessBusinessKey(),
					Collections.singletonMap(SEALED, edition.getVariable(SEALED)));
	}

	private static JavaDelegate onPortion(BiConsumer<EditionYear, ReportPortion> useCase) {
		return execution -> useCase.accept(EditionYear.ofBusinessKey(execution.getProcessBusinessKey()),
				portion(execution));
	}

	// An edition that began under an earlier model does all at once: there the step is
	// run one time.
	private static ReportPortion portion(DelegateExecution execution) {
		return execution.hasVariable(THIS_ONE)
				? new ReportPortion((Integer) execution.getVariable(THIS_ONE), (Integer) execution.getVariable(ALL))
				: ReportPortion.WHOLE;
	}

	private static JavaDelegate onEdition(Consumer<EditionYear> useCase) {
		return execution -> useCase.accept(EditionYear.ofBusinessKey(execution.getProcessBusinessKey()));
	}

}
