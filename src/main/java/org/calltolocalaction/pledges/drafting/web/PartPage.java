package org.calltolocalaction.pledges.drafting.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.post.RefusedAddresses.RefusedAddress;
import org.jspecify.annotations.Nullable;

/**
 * What a member sees of one part of a draft.
 *
 * @param part the name of the part in addresses
 * @param number of the part among all {@code parts}, from 1
 * @param version of the working copy that the page was filled from
 * @param id of the page while it is open
 * @param undeliverable which of the addresses in its answers take no mail
 * @param conflict what a colleague saved meanwhile, or null
 * @param course where it is on the way through the draft
 */
record PartPage(DraftFrame draft, String part, FormView form, int number, int parts, long version, UUID id,
		ColleaguesAtWork.AtPart colleagues, List<RefusedAddress> undeliverable, @Nullable Conflict conflict,
		Course course) {

	/**
	 * Where the page is on a member's way through the draft.
	 *
	 * @param fromCheck whether they came from checking the answers, and go back there
	 * @param savedWithErrors whether what was typed is saved although something in it is
	 * wrong
	 */
	record Course(boolean fromCheck, boolean savedWithErrors) {

		/** From one part to the next. */
		static final Course ONWARD = new Course(false, false);

	}

	PartPage on(Course other) {
		return new PartPage(draft, part, form, number, parts, version, id, colleagues, undeliverable, conflict, other);
	}

	/** Whether the page says that something is wrong. */
	public boolean invalid() {
		return !form.errors().isEmpty();
	}

	/** Where the files are that belong to its answers. */
	public String filesAddress() {
		return draft.filesAddress();
	}

	/** What a colleague saved of the same answers, beside what the member typed. */
	record Conflict(String colleague, Instant at, List<FormSummary.Row> theirs) {
	}

	/** Only its questions, after what was typed so far. */
	record Fields(FormView form, String filesAddress) {
	}

	/** Only the line that says who else is at the draft. */
	record Colleagues(ColleaguesAtWork.AtPart colleagues) {
	}

}
