package org.calltolocalaction.pledges.progress.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FieldNote;
import org.calltolocalaction.forms.FormContext;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.progress.AnswerComment;
import org.calltolocalaction.pledges.progress.PartnerComment;
import org.calltolocalaction.pledges.progress.PartnerComments;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The partners' comments as a member reads them: all in one place, and each on an answer
 * beside that answer.
 */
@Component
public class MemberComments {

	private final PartnerComments comments;

	private final PledgeForm form;

	private final Revisions revisions;

	private final Vocabulary vocabulary;

	MemberComments(PartnerComments comments, PledgeForm form, Revisions revisions, Vocabulary vocabulary) {
		this.comments = comments;
		this.form = form;
		this.revisions = revisions;
		this.vocabulary = vocabulary;
	}

	/** What one partner wrote on one revision. */
	public record Line(PartnerCode partner, int revision, String comment, List<OnAnswer> onAnswers, Instant at) {
	}

	/**
	 * What it wrote on one answer.
	 *
	 * @param address where the answer can be changed, or null where it cannot be changed
	 * now
	 * @param label what the answer is called
	 */
	public record OnAnswer(@Nullable String address, String label, String text) {
	}

	private record Question(String part, String anchor, String label) {
	}

	/** All comments, those on the newest revision first. */
	public List<Line> of(Pledge pledge, FormContext context) {
		return comments.on(pledge).stream().map(comment -> {
			Map<String, Question> asked = new LinkedHashMap<>();
			addQuestions(revisions.revision(pledge.reference(), comment.revision()).answers(), asked, context);
			addQuestions(pledge.answers(), asked, context);
			return new Line(comment.partner(), comment.revision(), comment.comment(),
					comment.onAnswers().stream().map(each -> onAnswer(pledge, each, asked.get(each.path()))).toList(),
					comment.at());
		}).toList();
	}

	/**
	 * What is still to be answered: the comments on single answers of the newest
	 * revision.
	 */
	public List<FieldNote> notes(Pledge pledge, FormContext context) {
		return comments.on(pledge)
			.stream()
			.filter(comment -> comment.revision() == pledge.latestRevision())
			.flatMap(comment -> notes(comment, context))
			.toList();
	}

	private Stream<FieldNote> notes(PartnerComment comment, FormContext context) {
		String partner = vocabulary.label(Vocabulary.PARTNERS, comment.partner().value(), context.locale());
		return comment.onAnswers().stream().map(each -> new FieldNote(each.path(), partner, each.text()));
	}

	private static OnAnswer onAnswer(Pledge pledge, AnswerComment comment, @Nullable Question asked) {
		if (asked == null) {
			return new OnAnswer(null, "", comment.text());
		}
		// As a change on the check page: it leads on to there, where what is left to
		// change
		// stands together.
		String address = "/my/pledges/" + pledge.reference() + "/sections/" + asked.part() + "?check=true#"
				+ asked.anchor();
		return new OnAnswer(pledge.state().editable() ? address : null, asked.label(), comment.text());
	}

	private void addQuestions(Answers answers, Map<String, Question> asked, FormContext context) {
		form.definition()
			.summary(answers, context, Reader.AUTHOR)
			.sections()
			.forEach(section -> section.rows()
				.forEach(row -> asked.put(row.path(), new Question(section.id(), row.anchor(), row.label()))));
	}

}
