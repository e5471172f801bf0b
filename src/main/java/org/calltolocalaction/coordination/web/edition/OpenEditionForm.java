package org.calltolocalaction.coordination.web.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.web.deadline.DeadlineInput;
import org.calltolocalaction.coordination.web.deadline.MoveDeadlineForm;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.validation.Errors;

/**
 * The call that is to be opened, as it was typed.
 *
 * @param signOff whether heads of government have to approve what is submitted: the name
 * of a {@link SignOffRule}
 * @param confirmed {@code yes} where the coordinator has seen what follows for pledges
 * that wait
 */
record OpenEditionForm(@As(Text.IDENTIFIER) String edition, @As(Text.NAME) String forum,
		@As(Text.NAME) String forumSpanish, @As(Text.NAME) String forumFrench, @As(Text.CHOICE) List<String> partners,
		@As(Text.CHOICE) String day, @As(Text.CHOICE) String month, @As(Text.CHOICE) String year,
		@As(Text.IDENTIFIER) String time, @As(Text.IDENTIFIER) String zone, @As(Text.IDENTIFIER) String grace,
		@As(Text.IDENTIFIER) String offset, @As(Text.CHOICE) String signOff,
		@As(Text.CHOICE) String confirmed) implements DeadlineInput {

	OpenEditionForm {
		partners = partners == null ? List.of() : List.copyOf(partners);
		forum = forum == null ? "" : forum;
		forumSpanish = forumSpanish == null ? "" : forumSpanish;
		forumFrench = forumFrench == null ? "" : forumFrench;
		signOff = signOff == null || signOff.isEmpty() ? SignOffRule.OFF.name() : signOff;
	}

	static OpenEditionForm of(Edition planned) {
		MoveDeadlineForm deadline = MoveDeadlineForm.of(planned.deadline());
		return new OpenEditionForm(planned.year().businessKey(), planned.forum().own(Languages.ENGLISH),
				planned.forum().own(Languages.SPANISH), planned.forum().own(Languages.FRENCH),
				planned.partners().stream().map(PartnerCode::value).toList(), deadline.day(), deadline.month(),
				deadline.year(), deadline.time(), deadline.zone(), deadline.grace(), deadline.offset(),
				planned.signOffRule().name(), "");
	}

	/** Whether what follows of it was shown and is wanted. */
	boolean foreseen() {
		return "yes".equals(confirmed);
	}

	Optional<EditionYear> editionYear() {
		return EditionYear.parse(edition);
	}

	/**
	 * Its names in the three languages; none of them while the forum is not known yet.
	 */
	Forum forumInEachLanguage() {
		return new Forum(forum, forumSpanish, forumFrench);
	}

	private static void checkName(Errors errors, String field, String name) {
		if (name.length() > Forum.LONGEST_NAME) {
			errors.rejectValue(field, "coordination.open.forum.long", new Object[] { Forum.LONGEST_NAME }, null);
		}
	}

	/** What is asked of governments; nothing where something else was sent. */
	Optional<SignOffRule> signOffRule() {
		return SignOffRuleForm.of(signOff);
	}

	Set<PartnerCode> partnerCodes() {
		return partners.stream().map(PartnerCode::new).collect(Collectors.toSet());
	}

	void check(Errors errors, Vocabulary vocabulary, Instant now) {
		if (editionYear().isEmpty()) {
			errors.rejectValue("edition", "coordination.open.edition.wrong");
		}
		checkName(errors, "forum", forum);
		checkName(errors, "forumSpanish", forumSpanish);
		checkName(errors, "forumFrench", forumFrench);
		// A wrong year is told once, beside the year; the deadline is then checked
		// against its own.
		editionYear().ifPresent(year -> checkDeadline(errors, year));
		if (deadline().map(Deadline::instant).filter(instant -> !instant.isAfter(now)).isPresent()
				&& !errors.hasFieldErrors("day")) {
			errors.rejectValue("day", "coordination.open.deadline-over");
		}
		if (partners.isEmpty() || !vocabulary.codes(Vocabulary.PARTNERS).containsAll(partners)) {
			errors.rejectValue("partners", "coordination.open.partners.missing");
		}
		if (signOffRule().isEmpty()) {
			errors.rejectValue("signOff", "coordination.open.sign-off.wrong");
		}
	}

}
