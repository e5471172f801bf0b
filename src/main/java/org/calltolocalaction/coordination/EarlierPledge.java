package org.calltolocalaction.coordination;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.GovernmentProfile;

/**
 * One row of a file of earlier pledges, checked: everything in it may be stored and
 * shown.
 */
record EarlierPledge(GovernmentProfile government, EditionYear edition, String language, String title,
		String description, String expectedImpact, String stage, LocalDate start, LocalDate end,
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
		Map<String, Object> answers = new LinkedHashMap<>();
		answers.put("title", title);
		answers.put("language", language);
		answers.put("summary", description);
		put(answers, "expectedImpact", expectedImpact);
		answers.put("stage", stage);
		put(answers, "start", start == null ? "" : start.toString());
		put(answers, "end", end == null ? "" : end.toString());
		if (end == null) {
			answers.put("openEnded", true);
		}
		put(answers, "mainGcmObjectives", gcmObjectives.stream().limit(MAIN_OBJECTIVES).toList());
		put(answers, "furtherGcmObjectives", gcmObjectives.stream().skip(MAIN_OBJECTIVES).toList());
		put(answers, "gcrObjectives", gcrObjectives);
		put(answers, "priorityObjectives", priorityObjectives);
		put(answers, "sdgs", sdgs);
		put(answers, "partners", String.join("\n", partners));
		if (!jointWith.isEmpty()) {
			answers.put("joint", true);
			answers.put("jointWith", String.join("\n", jointWith));
		}
		answers.put("consent", "YES");
		return Answers.of(answers);
	}

	// What was not answered has no entry.
	private static void put(Map<String, Object> answers, String key, Object value) {
		if (!"".equals(value) && !List.of().equals(value)) {
			answers.put(key, value);
		}
	}

}
