package org.calltolocalaction.process;

import java.util.List;
import java.util.Map;
import org.calltolocalaction.pledges.CheckDeadline;
import org.calltolocalaction.pledges.DeadlineFacts;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.ReviewRound;
import org.calltolocalaction.reviews.ReviewTally;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/**
 * What the decision tables decide upon. Transient: facts stay in the tables, the engine keeps what was decided. Public,
 * because the models' expression language calls methods of public classes only.
 */
@Component("pledgeFacts")
public class ModelFacts {

	private final ReviewRound round;

	private final CheckDeadline deadline;

	ModelFacts(ReviewRound round, CheckDeadline deadline) {
		this.round = round;
		this.deadline = deadline;
	}

	public List<String> partnersToAsk(String reference) {
		return round.partnersToAsk(new PledgeReference(reference)).stream().map(PartnerCode::value).toList();
	}

	public TypedValue tally(String reference) {
		ReviewTally tally = round.tally(new PledgeReference(reference));
		return Variables.untypedValue(Map.of("approvals", tally.approvals(), "changeRequests", tally.changeRequests(),
				"declines", tally.declines(), "missing", tally.missing(), "round", tally.round()), true);
	}

	public TypedValue deadline(String reference) {
		DeadlineFacts facts = deadline.factsOf(new PledgeReference(reference));
		return Variables.untypedValue(
				Map.of("timeliness", facts.timeliness().name(), "reportFrozen", facts.reportFrozen()), true);
	}

}
