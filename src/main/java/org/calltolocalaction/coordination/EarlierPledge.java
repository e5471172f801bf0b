package org.calltolocalaction.coordination;

import java.time.LocalDate;
import java.util.List;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.GovernmentProfile;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file of earlier pledges, checked: everything in it may be stored and
 * shown.
 */
record EarlierPledge(GovernmentProfile government, EditionYear edition, String language, String title,
		String description, String expectedImpact, String stage, @Nullable LocalDate start, @Nullable LocalDate end,
		List<String> gcmObjectives, List<String> gcrObjectives, List<String> priorityObjectives, List<String> sdgs,
		List<String> partners, List<String> jointWith) {

	/**
	 * The form asks for up to three main objectives; the file names the most important
	 * ones first.
	 */
	private static final int MAIN_OBJECTIVES = 3;

	/**
	 * The row as the form would have been filled. The government consented then, because
	 * the pledge was published; a contact is not known and not asked for.
	 */
	Answers answers() {
		PledgeContent content = new PledgeContent(Answers.empty()).with(PledgeQuestion.TITLE, title)
			.with(PledgeQuestion.LANGUAGE, language)
			.with(PledgeQuestion.SUMMARY, description)
			.with(PledgeQuestion.EXPECTED_IMPACT, given(expectedImpact))
			.with(PledgeQuestion.STAGE, stage)
			.with(PledgeQuestion.START, start == null ? null : start.toString())
			.with(PledgeQuestion.END, end == null ? null : end.toString())
			.with(PledgeQuestion.OPEN_ENDED, end == null ? Boolean.TRUE : null)
			.with(PledgeQuestion.MAIN_GCM_OBJECTIVES, given(gcmObjectives.stream().limit(MAIN_OBJECTIVES).toList()))
			.with(PledgeQuestion.FURTHER_GCM_OBJECTIVES, given(gcmObjectives.stream().skip(MAIN_OBJECTIVES).toList()))
			.with(PledgeQuestion.GCR_OBJECTIVES, given(gcrObjectives))
			.with(PledgeQuestion.PRIORITY_OBJECTIVES, given(priorityObjectives))
			.with(PledgeQuestion.SDGS, given(sdgs))
			.with(PledgeQuestion.PARTNERS, given(String.join("\n", partners)))
			.with(PledgeQuestion.JOINT, jointWith.isEmpty() ? null : Boolean.TRUE)
			.with(PledgeQuestion.JOINT_WITH, given(String.join("\n", jointWith)))
			.withConsent(true);
		return content.answers();
	}

	// What was not answered has no entry.
	private static @Nullable Object given(Object answer) {
		return "".equals(answer) || List.of().equals(answer) ? null : answer;
	}

}
