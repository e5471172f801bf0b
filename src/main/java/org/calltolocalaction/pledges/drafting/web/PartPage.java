package org.calltolocalaction.pledges.drafting.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.forms.FormSection;
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
 * @param progress how much of the part is answered, and which comes after it
 * @param course where it is on the way through the draft
 */
record PartPage(DraftFrame draft, String part, FormView form, int number, int parts, long version, UUID id,
		ColleaguesAtWork.AtPart colleagues, List<RefusedAddress> undeliverable, @Nullable Conflict conflict,
		Progress progress, Course course) {

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

	/**
	 * How far the part is filled in as it is shown.
	 *
	 * @param next the title of the part that comes after it; null where it is the last
	 */
	record Progress(int answered, int asked, @Nullable String next) {

		static Progress of(List<FormSection> sections, FormPart part) {
			List<String> ids = sections.stream().map(FormSection::id).toList();
			int here = ids.indexOf(part.id());
			if (here < 0) {
				return new Progress(0, 0, null);
			}
			FormSection section = sections.get(here);
			return new Progress(section.answered(), section.asked(),
					here + 1 < sections.size() ? sections.get(here + 1).title() : null);
		}

	}

	PartPage on(Course other) {
		return new PartPage(draft, part, form, number, parts, version, id, colleagues, undeliverable, conflict,
				progress, other);
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
