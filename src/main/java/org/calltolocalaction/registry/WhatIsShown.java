package org.calltolocalaction.registry;

import java.util.List;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.springframework.stereotype.Component;

/**
 * What of the answers everybody may read now, whatever was so when a row of the public
 * list was written.
 */
@Component
class WhatIsShown {

	/** Of what is answered, what a row and its search are made of. */
	private static final List<PledgeQuestion> QUESTIONS = Stream
		.concat(Stream.of(PledgeQuestion.TITLE, PledgeQuestion.SUMMARY, PledgeQuestion.LANGUAGE, PledgeQuestion.STAGE,
				PledgeQuestion.EXPECTED_IMPACT, PledgeQuestion.PARTNERS, PledgeQuestion.JOINT_WITH,
				PledgeQuestion.BENEFICIARIES, PledgeQuestion.CONTRIBUTIONS, PledgeQuestion.PRIORITY_OBJECTIVES,
				PledgeQuestion.SDGS), PledgeQuestion.OBJECTIVES.stream())
		.toList();

	private final PledgeForm form;

	WhatIsShown(PledgeForm form) {
		this.form = form;
	}

	/**
	 * What a row that is written now is made of; one that was made of anything else is
	 * not searched and is made anew.
	 */
	String ofRows() {
		return form.shown(QUESTIONS, Reader.PUBLIC);
	}

	/** A text as it stands in a row, if it may still be read, else what stands for it. */
	String text(PledgeQuestion question, String stored, String otherwise) {
		return form.readable(question, Reader.PUBLIC) ? stored : otherwise;
	}

	/** Codes as they stand in a row, if all of them may still be read, else none. */
	List<String> codes(List<PledgeQuestion> questions, List<String> stored) {
		return questions.stream().allMatch(question -> form.readable(question, Reader.PUBLIC)) ? stored : List.of();
	}

}
