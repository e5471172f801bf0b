package org.calltolocalaction.reviews.judging.web;

import java.time.Instant;
import java.time.ZoneId;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.address.WorklistOrigin;
import org.calltolocalaction.reviews.worklist.WorklistPosition;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer sees of one pledge, beside the form on which it is judged.
 *
 * @param me who reads it
 * @param read the pledge as it is judged
 * @param from the list from which it was opened
 * @param place where it stands in that list; null where it was opened from none
 * @param typed what was just sent and not recorded; null where nothing was
 * @param reopenable whether it can be opened again
 */
record ReviewPage(Review review, Person me, JudgedPledge.Read read, WorklistOrigin from,
		@Nullable WorklistPosition place, FormView form, @Nullable FormSummary typed, WrittenSoFar.Written written,
		ReviewSidebar.Sidebar sidebar, NewsSinceLastVisit.News news, boolean reopenable) {

	public Pledge pledge() {
		return read.pledge();
	}

	public Government government() {
		return read.government();
	}

	public String title() {
		return new PledgeContent(read.answers()).title();
	}

	/** In which language the pledge was written. */
	public String textLanguage() {
		return new PledgeContent(read.answers()).language();
	}

	/** Where the reader may have the files. */
	public String filesAddress() {
		return "/reviews/" + pledge().reference() + "/files";
	}

	public ZoneId zone() {
		return me.zone();
	}

	/** After it, what has a date is new to the reader; null where all is. */
	public @Nullable Instant lastLooked() {
		return news.since();
	}

	/** Whether something is wrong with what was sent, so that the title says so. */
	public boolean invalid() {
		return !form.errors().isEmpty();
	}

}
