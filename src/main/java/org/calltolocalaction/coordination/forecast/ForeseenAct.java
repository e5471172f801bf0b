package org.calltolocalaction.coordination.forecast;

import java.util.Set;

/** The acts of coordinators of which a page says beforehand what they will do. */
public enum ForeseenAct {

	OPEN_CALL("edition.opened"), TAKE_BACK_OPENING("edition.opening-taken-back"),
	MOVE_DEADLINE("edition.deadline-moved"),
	SET_REVIEW_CALENDAR("edition.review-days-set", "edition.cut-off-moved", "edition.contents-planned",
			"edition.days-off-set"),
	GRANT_EXTENSION("edition.extension-granted"), END_EXTENSION("edition.extension-ended"),
	ADD_PARTNER("edition.partner-added"), RELEASE_PARTNER("edition.partner-released"),
	CONFIRM_CONTENTS("edition.contents-confirmed"), APPROVE_REPORT("edition.report-approved"),
	REMIND_PLEDGES("edition.pledges-reminded"),
	WRITE_TO_GOVERNMENTS("edition.pledges-written-to", "edition.message-planned"),
	EXTEND_PLEDGES("edition.pledges-extended");

	private final Set<String> entries;

	ForeseenAct(String... entries) {
		this.entries = Set.of(entries);
	}

	/** The kinds of entry of which one says on the trail by whom it was done and why. */
	Set<String> entries() {
		return entries;
	}

}
