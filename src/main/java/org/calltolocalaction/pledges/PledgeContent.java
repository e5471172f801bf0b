package org.calltolocalaction.pledges;

import java.util.List;
import org.calltolocalaction.forms.Answers;
import org.jspecify.annotations.Nullable;

/**
 * The answers of a pledge, by their names in the domain. Nothing else knows the form's
 * keys, so that they stand in one place.
 */
public record PledgeContent(Answers answers) {

	private static final String YES = "YES";

	private static final String NO = "NO";

	/** Empty while it has none, as in a draft, or where the reader may not read it. */
	public String title() {
		return text(PledgeQuestion.TITLE);
	}

	public String summary() {
		return text(PledgeQuestion.SUMMARY);
	}

	/** The code of the language in which it is written. */
	public String language() {
		return text(PledgeQuestion.LANGUAGE);
	}

	/** The code of how far the action has come. */
	public String stage() {
		return text(PledgeQuestion.STAGE);
	}

	public String expectedImpact() {
		return text(PledgeQuestion.EXPECTED_IMPACT);
	}

	/** Who takes part, one a line. */
	public String partners() {
		return text(PledgeQuestion.PARTNERS);
	}

	/** The governments that make it with its own, one a line. */
	public String jointWith() {
		return text(PledgeQuestion.JOINT_WITH);
	}

	/**
	 * The codes of all objectives of both Compacts to which it relates, the main ones
	 * first.
	 */
	public List<String> objectives() {
		return PledgeQuestion.OBJECTIVES.stream()
			.flatMap(question -> answers.list(question.key()).stream())
			.distinct()
			.toList();
	}

	/** Whether its government consented to publication. */
	public boolean mayBePublished() {
		return YES.equals(text(PledgeQuestion.CONSENT));
	}

	/** The same with another answer; null takes it away. */
	public PledgeContent with(PledgeQuestion question, @Nullable Object answer) {
		return new PledgeContent(answers.with(question.key(), answer));
	}

	/** The same without this answer. */
	public PledgeContent without(PledgeQuestion question) {
		return new PledgeContent(answers.without(question.key()));
	}

	/** The same with its government's consent to publication, or without. */
	public PledgeContent withConsent(boolean consent) {
		return with(PledgeQuestion.CONSENT, consent ? YES : NO);
	}

	private String text(PledgeQuestion question) {
		return answers.text(question.key());
	}

}
