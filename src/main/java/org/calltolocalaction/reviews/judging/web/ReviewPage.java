package org.calltolocalaction.reviews.judging.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.ReviewState;
import org.calltolocalaction.reviews.address.WorklistOrigin;
import org.calltolocalaction.reviews.judging.JudgedPledge;
import org.calltolocalaction.reviews.remarks.Discussion;
import org.calltolocalaction.reviews.worklist.WorklistPosition;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer sees of one pledge, beside the form on which it is judged.
 *
 * @param me who reads it
 * @param read the pledge as it is judged
 * @param way through the list from which it was opened
 * @param typed what was just sent and not recorded; null where nothing was
 * @param reopenable whether it can be opened again
 */
record ReviewPage(Review review, Person me, JudgedPledge.Read read, WorkThrough.Way way, JudgingForm form,
		@Nullable FormSummary typed, WrittenSoFar.Written written, ReviewSidebar.Sidebar sidebar,
		NewsSinceLastVisit.News news, boolean reopenable) {

	public WorklistOrigin from() {
		return way.from();
	}

	public @Nullable WorklistPosition place() {
		return way.place();
	}

	public boolean onward() {
		return way.onward();
	}

	public boolean shortcuts() {
		return way.shortcuts();
	}

	/** The pledge as far as there is something to read of it, an answer or a remark. */
	public List<FormSummary.Section> answered() {
		return read.summary()
			.sections()
			.stream()
			.map(section -> new FormSummary.Section(section.id(), section.title(),
					section.rows().stream().filter(this::readable).toList()))
			.filter(section -> !section.rows().isEmpty())
			.toList();
	}

	/** What was asked and not answered. */
	public List<FormSummary.Row> unanswered() {
		return read.summary()
			.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.filter(row -> !readable(row))
			.toList();
	}

	private boolean readable(FormSummary.Row row) {
		return !row.answer().kind().equals("unanswered") || !row.notes().isEmpty()
				|| form.comments().on(row.path()).stream().anyMatch(JudgingForm.CommentBox::open);
	}

	/** How many of the other partners have completed their review. */
	public long othersCompleted() {
		return sidebar.others().stream().filter(other -> other.other().state() == ReviewState.COMPLETED).count();
	}

	/** Whether there is something of the other partners to read. */
	public boolean othersReadable() {
		return sidebar.others().stream().anyMatch(other -> other.judgement() != null);
	}

	/** Whether somebody said something that the reader has not seen. */
	public boolean discussionIsNew() {
		Discussion discussion = sidebar.discussion();
		Instant seen = lastLooked();
		return discussion != null && discussion.entries()
			.stream()
			.anyMatch(entry -> !entry.own() && (seen == null || entry.at().isAfter(seen)));
	}

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
		return form.invalid();
	}

}
