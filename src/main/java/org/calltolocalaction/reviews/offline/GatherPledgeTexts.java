package org.calltolocalaction.reviews.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.forms.FieldNote;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.judgement.ReviewForm;
import org.calltolocalaction.reviews.judging.JudgedPledge;
import org.calltolocalaction.reviews.remarks.Discussion;
import org.calltolocalaction.reviews.remarks.PledgeDiscussion;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what a reviewer reads before judging: the pledge, what their partner said of
 * earlier versions, and the discussion. Each is asked of those who show it on the page of
 * the review, so that the sheet tells nothing that the page would not.
 */
@Component
class GatherPledgeTexts {

	private final JudgedPledge judged;

	private final ReviewForm form;

	private final PledgeDiscussion discussion;

	private final MessageSource messages;

	private final DateFormats dates;

	GatherPledgeTexts(JudgedPledge judged, ReviewForm form, PledgeDiscussion discussion, MessageSource messages,
			DateFormats dates) {
		this.judged = judged;
		this.form = form;
		this.discussion = discussion;
		this.messages = messages;
		this.dates = dates;
	}

	/**
	 * What is read of each, some at once: nobody holds a connection for as long as all of
	 * them take, and no question is asked for each of them.
	 */
	@Transactional(readOnly = true)
	List<SheetPledge> of(List<Review> reviews, Person reviewer, Locale language) {
		judged.readAhead(reviews);
		Map<PledgeReference, List<Discussion.Entry>> said = discussion
			.said(reviews.stream().map(Review::reference).toList(), reviewer);
		return reviews.stream()
			.map(review -> of(review, said.getOrDefault(review.reference(), List.of()), reviewer, language))
			.toList();
	}

	private SheetPledge of(Review review, List<Discussion.Entry> said, Person reviewer, Locale language) {
		JudgedPledge.Read read = judged.of(review, reviewer, language);
		List<SheetPledge.Line> lines = new ArrayList<>();
		lines.add(SheetPledge.Line.heading(read.nameOfGovernment()));
		lines(read.summary(), lines, language);
		for (Review earlier : read.earlier()) {
			lines.add(SheetPledge.Line
				.heading(say("reviews.offline.pledges.judgement", language, Integer.toString(earlier.revision()))));
			lines(judgement(earlier, reviewer, language), lines, language);
		}
		if (!said.isEmpty()) {
			lines.add(SheetPledge.Line.heading(say("reviews.discussion", language)));
			said.forEach(entry -> lines.add(remark(entry, reviewer, language)));
		}
		return new SheetPledge(review.reference(), lines);
	}

	private FormSummary judgement(Review earlier, Person reviewer, Locale language) {
		return form.summary(earlier.answers(), form.context(earlier, judged.revision(earlier), reviewer, language),
				Reader.AUTHOR);
	}

	private void lines(FormSummary summary, List<SheetPledge.Line> lines, Locale language) {
		for (FormSummary.Section section : summary.sections()) {
			if (section.title() != null) {
				lines.add(SheetPledge.Line.heading(section.title()));
			}
			for (FormSummary.Row row : section.rows()) {
				lines.add(SheetPledge.Line.of(row.label(), text(row.answer(), language)));
				for (FieldNote note : row.notes()) {
					lines.add(SheetPledge.Line.of(note.author(), note.text()));
				}
			}
		}
	}

	private String text(FormSummary.Answer answer, Locale language) {
		return switch (answer.kind()) {
			case "yes" -> say("forms.yes", language);
			case "no" -> say("forms.no", language);
			case "unanswered" -> say("forms.not-answered", language);
			default -> String.join("\n", answer.values());
		};
	}

	private SheetPledge.Line remark(Discussion.Entry entry, Person reviewer, Locale language) {
		String when = dates.minute(entry.at(), reviewer.zone(), language);
		return SheetPledge.Line.of("%s, %s".formatted(entry.author(), when), entry.text());
	}

	private String say(String key, Locale language, Object... arguments) {
		return messages.getMessage(key, arguments, language);
	}

}
