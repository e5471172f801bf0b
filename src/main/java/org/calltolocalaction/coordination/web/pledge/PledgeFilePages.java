package org.calltolocalaction.coordination.web.pledge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.PledgeFile;
import org.calltolocalaction.coordination.web.pledge.ReviewReadout.Verdict;
import org.calltolocalaction.coordination.web.timeline.TimelinePages.Timeline;
import org.calltolocalaction.coordination.web.timeline.TimelinePages;
import org.calltolocalaction.coordination.web.timeline.TimelineQuery;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Outcome;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.progress.ExpectedDays.ExpectedDay;
import org.calltolocalaction.pledges.progress.ExpectedDays;
import org.calltolocalaction.pledges.signoff.SubmittedSignOff;
import org.calltolocalaction.pledges.signoff.SubmittedSignOffs;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.rounds.Reminder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts all there is of a pledge into the words of the coordinator who reads it. */
@Component
class PledgeFilePages {

	private final PledgeForm pledgeForm;

	private final ReviewReadout readouts;

	private final TimelinePages timelines;

	private final SubmittedSignOffs signOffs;

	private final PartnerDiscussionPanel amongThePartners;

	private final ExpectedDays days;

	PledgeFilePages(PledgeForm pledgeForm, ReviewReadout readouts, PartnerDiscussionPanel amongThePartners,
			TimelinePages timelines, ExpectedDays days, SubmittedSignOffs signOffs) {
		this.pledgeForm = pledgeForm;
		this.readouts = readouts;
		this.amongThePartners = amongThePartners;
		this.timelines = timelines;
		this.days = days;
		this.signOffs = signOffs;
	}

	/**
	 * All there is of a pledge.
	 *
	 * @param judgements the newest revision's first, because they are what there is to
	 * decide upon
	 * @param panel what goes on between the partners
	 * @param timeline what was, what is now, and what will come
	 * @param expected by when what the pledge waits for is to be done; null where no day
	 * is set
	 * @param signOff what the head of government had said when the newest revision was
	 * submitted; null where nothing was said
	 * @param tooLate whether somebody else had decided when the reader did
	 */
	record PledgeFilePage(PledgeFile.Contents file, FormSummary answers, List<Judgement> judgements,
			PartnerDiscussionPanel.Panel panel, Timeline timeline, @Nullable ExpectedDay expected,
			@Nullable SubmittedSignOff signOff, boolean tooLate) {

		/** Where the reader may have signed letters. */
		public String lettersAddress() {
			return "/coordination/pledges/" + file.line().reference() + "/letters";
		}

		/** Where the reader may have the files. */
		public String filesAddress() {
			return "/coordination/pledges/" + file.line().reference() + "/files";
		}

		/** What can be decided. */
		public List<Outcome> outcomes() {
			return DecisionForm.choices();
		}

		/**
		 * The newest revision's reviews that were not there when the time for them was
		 * over.
		 */
		public List<Review> missing() {
			return file.reviews()
				.stream()
				.filter(review -> review.revision() == file.revision().number() && review.missedAt().isPresent())
				.toList();
		}

	}

	/**
	 * One partner's review.
	 *
	 * @param who the reviewer who completed it, or who has it now; empty where nobody has
	 * @param reminded what was done about it once it was overdue
	 */
	record Judgement(Review review, String who, List<Reminded> reminded, Verdict verdict) {
	}

	/**
	 * @param names of the people who were told, as they sign
	 */
	record Reminded(Reminder reminder, String names) {
	}

	PledgeFilePage of(PledgeFile.Contents file, TimelineQuery query, boolean tooLate, Person reader, ReaderTimes times,
			Locale language) {
		FormSummary answers = pledgeForm.definition()
			.summary(file.revision().answers(), pledgeForm.context(language, reader.zone()), Reader.COORDINATOR);
		List<Judgement> judgements = file.reviews()
			.stream()
			.sorted(Comparator.comparingInt(Review::revision).reversed())
			.map(review -> judgement(file, review, reader))
			.toList();
		return new PledgeFilePage(file, answers, judgements, amongThePartners.of(file, reader),
				timelines.of(file.line(), file.reviews(), query, reader, times, language),
				days.of(file.line().pledge()).orElse(null),
				signOffs.of(file.revision().reference(), file.revision().number()).orElse(null), tooLate);
	}

	private Judgement judgement(PledgeFile.Contents file, Review review, Person reader) {
		String who = review.completedBy().or(review::takenBy).map(file::nameOf).orElse("");
		List<Reminded> reminded = file.reminders()
			.stream()
			.filter(reminder -> reminder.about(review))
			.map(reminder -> new Reminded(reminder,
					reminder.told().stream().map(file::nameOf).collect(Collectors.joining(", "))))
			.toList();
		return new Judgement(review, who, reminded,
				readouts.of(review, file.revisions().get(review.revision() - 1), reader));
	}

}
