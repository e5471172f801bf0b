package org.calltolocalaction.process.steps;

import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.calltolocalaction.notifications.pledge.PlacementMails;
import org.calltolocalaction.notifications.pledge.PledgeMails;
import org.calltolocalaction.notifications.review.ReviewRoundMails;
import org.calltolocalaction.pledges.DecidePledge;
import org.calltolocalaction.pledges.DisagreementReason;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.PlacementReason;
import org.calltolocalaction.reports.IncludePledge;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The steps of {@code pledge-lifecycle}: each reads the pledge's reference and calls one
 * use case.
 */
@Configuration(proxyBeanMethods = false)
public class PledgeSteps {

	public static final String OUTCOME_REASON = "outcomeReason";

	public static final String PLACEMENT_REASON = "placementReason";

	public static final String PARTNER = "partner";

	@Bean
	JavaDelegate sendReceiptStep(PledgeMails mails) {
		return onPledge(mails::receipt);
	}

	@Bean
	JavaDelegate tellReviewersStep(ReviewRoundMails mails) {
		return onPledge(mails::reviewWaiting);
	}

	@Bean
	JavaDelegate remindReviewersStep(ReviewRoundMails mails) {
		return onPledge(mails::remindReviewers);
	}

	@Bean
	JavaDelegate tellLeadsStep(ReviewRoundMails mails) {
		return onPledge(mails::tellLeads);
	}

	@Bean
	JavaDelegate alertCoordinatorsStep(ReviewRoundMails mails) {
		return onPledge(mails::tellCoordinators);
	}

	@Bean
	TaskListener openReviewListener(ReviewRound round) {
		return onReview(round::open);
	}

	@Bean
	TaskListener cancelReviewListener(ReviewRound round) {
		return onReview(round::cancel);
	}

	@Bean
	JavaDelegate acceptPledgeStep(DecidePledge decide) {
		return onPledge(decide::accept);
	}

	@Bean
	JavaDelegate tellOfAcceptanceStep(PledgeMails mails) {
		return onPledge(mails::accepted);
	}

	@Bean
	JavaDelegate requestChangesStep(DecidePledge decide) {
		return onPledge(decide::requestChanges);
	}

	@Bean
	JavaDelegate tellOfChangesStep(PledgeMails mails) {
		return onPledge(mails::changesRequested);
	}

	@Bean
	JavaDelegate remindOfChangesStep(PledgeMails mails) {
		return onPledge(mails::changesReminder);
	}

	@Bean
	JavaDelegate declinePledgeStep(DecidePledge decide) {
		return onPledge(decide::decline);
	}

	@Bean
	JavaDelegate tellOfDeclineStep(PledgeMails mails) {
		return onPledge(mails::declined);
	}

	@Bean
	JavaDelegate referToCoordinatorsStep(DecidePledge decide) {
		return onPledgeFor(OUTCOME_REASON, DisagreementReason::valueOf, decide::referToCoordinators);
	}

	@Bean
	JavaDelegate tellCoordinatorsStep(PledgeMails mails) {
		return onPledge(mails::decisionWaiting);
	}

	@Bean
	JavaDelegate includeInThisEditionStep(IncludePledge include) {
		return onPledgeFor(PLACEMENT_REASON, PlacementReason::valueOf, include::inThisEdition);
	}

	@Bean
	JavaDelegate carryOverStep(IncludePledge include) {
		return onPledgeFor(PLACEMENT_REASON, PlacementReason::valueOf, include::inNextEdition);
	}

	@Bean
	JavaDelegate tellOfCarryOverStep(PlacementMails mails) {
		return onPledgeFor(PLACEMENT_REASON, PlacementReason::valueOf, mails::carriedOver);
	}

	private static JavaDelegate onPledge(Consumer<PledgeReference> useCase) {
		return execution -> useCase.accept(new PledgeReference(execution.getProcessBusinessKey()));
	}

	private static <R> JavaDelegate onPledgeFor(String variable, Function<String, R> reason,
			BiConsumer<PledgeReference, R> useCase) {
		return execution -> useCase.accept(new PledgeReference(execution.getProcessBusinessKey()),
				reason.apply((String) execution.getVariable(variable)));
	}

	private static TaskListener onReview(BiConsumer<PledgeReference, PartnerCode> useCase) {
		return task -> useCase.accept(new PledgeReference(task.getExecution().getProcessBusinessKey()),
				new PartnerCode((String) task.getVariable(PARTNER)));
	}

}
