package org.calltolocalaction.process.steps;

import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.notifications.coordinators.MessageId;
import org.calltolocalaction.notifications.coordinators.SendMessage;
import org.calltolocalaction.notifications.edition.ClosingMails;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.placement.CheckDeadline;
import org.calltolocalaction.pledges.placement.DeadlineFacts;
import org.calltolocalaction.reports.EditionReports;
import org.calltolocalaction.reviews.ReviewTally;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/**
 * The facts upon which the decision tables decide. They stay in the desk's own tables;
 * the engine keeps the decisions.
 * <p>
 * Public for the models: their expressions can call public classes only.
 */
@Component("pledgeFacts")
public class ModelFacts {

	private final ReviewRound round;

	private final CheckDeadline deadline;

	private final EditionReports reports;

	private final ClosingMails closing;

	private final SendMessage messages;

	ModelFacts(ReviewRound round, CheckDeadline deadline, EditionReports reports, ClosingMails closing,
			SendMessage messages) {
		this.messages = messages;
		this.round = round;
		this.deadline = deadline;
		this.reports = reports;
		this.closing = closing;
	}

	public List<String> partnersToAsk(String reference) {
		return round.partnersToAsk(new PledgeReference(reference)).stream().map(PartnerCode::value).toList();
	}

	public int portions(String year) {
		return reports.portions(EditionYear.ofBusinessKey(year));
	}

	public int portionsOfCall(String year) {
		return closing.portions(EditionYear.ofBusinessKey(year));
	}

	public int portionsOfMessage(String message) {
		return messages.portions(MessageId.of(message));
	}

	public void countReviews(DelegateExecution execution) {
		ReviewTally tally = round.tally(new PledgeReference(execution.getProcessBusinessKey()));
		execution.setVariablesLocal(Variables.createVariables()
			.putValueTyped("approvals", forThisStep(tally.approvals()))
			.putValueTyped("changeRequests", forThisStep(tally.changeRequests()))
			.putValueTyped("declines", forThisStep(tally.declines()))
			.putValueTyped("missing", forThisStep(tally.missing()))
			.putValueTyped("round", forThisStep(tally.round())));
	}

	public void compareWithDeadline(DelegateExecution execution) {
		DeadlineFacts facts = deadline.factsOf(new PledgeReference(execution.getProcessBusinessKey()));
		execution.setVariablesLocal(Variables.createVariables()
			.putValueTyped("timeliness", forThisStep(facts.timeliness().name()))
			.putValueTyped("reportFrozen", forThisStep(facts.reportFrozen())));
	}

	// Transient: it is never written to the engine's tables.
	private static TypedValue forThisStep(Object fact) {
		return Variables.untypedValue(fact, true);
	}

}
