package org.calltolocalaction.coordination.web.edition;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.coordination.web.deadline.DeadlineInput;
import org.calltolocalaction.coordination.web.deadline.MoveDeadlineForm;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.EditionSetup;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Forum;
import org.calltolocalaction.editions.SignOffRule;
import org.calltolocalaction.editions.calendar.ReminderDays;
import org.calltolocalaction.editions.calendar.ReviewCalendar;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.kernel.text.TypedDate;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * The call that is to be opened, with all that belongs to it, as it was typed.
 *
 * @param signOff whether heads of government have to approve what is submitted: the name
 * of a {@link SignOffRule}
 * @param reminders how many days before the deadline people are reminded, one after the
 * other
 * @param contentsDay of the day on which the contents are to be confirmed, with month and
 * year; all three empty leave it to the desk
 * @param daysOff one date on each line
 * @param weights of the criteria by their names; 0 is not asked
 * @param reason why it is opened now
 * @param foreseen the fingerprint of the forecast that was read; empty before
 */
record OpenEditionForm(@As(Text.IDENTIFIER) String edition, @As(Text.NAME) String forum,
		@As(Text.NAME) String forumSpanish, @As(Text.NAME) String forumFrench, @As(Text.CHOICE) List<String> partners,
		@As(Text.CHOICE) String day, @As(Text.CHOICE) String month, @As(Text.CHOICE) String year,
		@As(Text.IDENTIFIER) String time, @As(Text.IDENTIFIER) String zone, @As(Text.IDENTIFIER) String grace,
		@As(Text.IDENTIFIER) String offset, @As(Text.CHOICE) String signOff, @As(Text.CHOICE) String reminders,
		@As(Text.IDENTIFIER) String days, @As(Text.IDENTIFIER) String cutOffDays, @As(Text.CHOICE) String contentsDay,
		@As(Text.CHOICE) String contentsMonth, @As(Text.CHOICE) String contentsYear, @As(Text.PROSE) String daysOff,
		Map<String, String> weights, @As(Text.PROSE) String reason,
		@As(Text.IDENTIFIER) String foreseen) implements DeadlineInput {

	/** The boxes with one value each, for a page that sends them along unseen. */
	static final List<String> BOXES = List.of("edition", "forum", "forumSpanish", "forumFrench", "day", "month", "year",
			"time", "zone", "grace", "offset", "signOff", "reminders", "days", "cutOffDays", "contentsDay",
			"contentsMonth", "contentsYear", "daysOff", "reason");

	private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[ ,;]+");

	private static final Pattern NUMBERS = Pattern.compile("[0-9]{1,3}(?:[ ,;]+[0-9]{1,3})*[ ,;]*");

	OpenEditionForm {
		partners = partners == null ? List.of() : List.copyOf(partners);
		forum = forum == null ? "" : forum;
		forumSpanish = forumSpanish == null ? "" : forumSpanish;
		forumFrench = forumFrench == null ? "" : forumFrench;
		signOff = signOff == null || signOff.isEmpty() ? SignOffRule.OFF.name() : signOff;
		// Whatever binds a form puts the weights into it one by one.
		weights = weights == null ? new HashMap<>() : new HashMap<>(weights);
		reason = reason == null ? "" : reason;
		foreseen = foreseen == null ? "" : foreseen;
	}

	static OpenEditionForm of(EditionYear edition, EditionSetup setup) {
		MoveDeadlineForm deadline = MoveDeadlineForm.of(setup.deadline());
		ReviewCalendar calendar = setup.reviewCalendar();
		return new OpenEditionForm(edition.businessKey(), setup.forum().own(Languages.ENGLISH),
				setup.forum().own(Languages.SPANISH), setup.forum().own(Languages.FRENCH),
				setup.partners().stream().map(PartnerCode::value).toList(), deadline.day(), deadline.month(),
				deadline.year(), deadline.time(), deadline.zone(), deadline.grace(), deadline.offset(),
				setup.signOff().name(),
				setup.reminders().days().stream().map(String::valueOf).collect(Collectors.joining(", ")),
				String.valueOf(calendar.days()), String.valueOf(calendar.cutOffDays()),
				contents(calendar, LocalDate::getDayOfMonth), contents(calendar, LocalDate::getMonthValue),
				contents(calendar, LocalDate::getYear),
				calendar.daysOff().stream().map(LocalDate::toString).collect(Collectors.joining("\n")),
				CriteriaForm.weights(setup.criteria()), "", "");
	}

	private static String contents(ReviewCalendar calendar, Function<LocalDate, Integer> part) {
		return calendar.contentsSet().map(part).map(String::valueOf).orElse("");
	}

	Optional<EditionYear> editionYear() {
		return EditionYear.parse(edition);
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

	private SortedSet<PartnerCode> partnerCodes() {
		return partners.stream().map(PartnerCode::new).collect(Collectors.toCollection(TreeSet::new));
	}

	private Optional<ReminderDays> reminderDays() {
		String typed = Text.CHOICE.of(reminders);
		if (!NUMBERS.matcher(typed).matches()) {
			return Optional.empty();
		}
		List<Integer> days = BETWEEN_NUMBERS.splitAsStream(typed).map(Integer::valueOf).distinct().toList();
		boolean possible = days.size() <= ReminderDays.MOST
				&& days.stream().allMatch(day -> day >= 1 && day <= ReminderDays.EARLIEST);
		return possible ? Optional.of(ReminderDays.of(days)) : Optional.empty();
	}

	private Optional<TypedDate> contents() {
		boolean left = Stream.of(contentsDay, contentsMonth, contentsYear).noneMatch(StringUtils::hasText);
		return left ? Optional.empty() : Optional.of(TypedDate.in(contentsDay, contentsMonth, contentsYear));
	}

	/** Empty where something is wrong with it; then the errors say what. */
	Optional<EditionSetup> check(Errors errors, Vocabulary vocabulary, Instant now) {
		if (editionYear().isEmpty()) {
			errors.rejectValue("edition", "coordination.open.edition.wrong");
		}
		checkName(errors, "forum", forum);
		checkName(errors, "forumSpanish", forumSpanish);
		checkName(errors, "forumFrench", forumFrench);
		if (partners.isEmpty() || !vocabulary.codes(Vocabulary.PARTNERS).containsAll(partners)
				|| !vocabulary.activePartners().containsAll(partnerCodes())) {
			errors.rejectValue("partners", "coordination.open.partners.missing");
		}
		if (signOffRule().isEmpty()) {
			errors.rejectValue("signOff", "coordination.open.sign-off.wrong");
		}
		// A wrong year is told once, beside the year; the days are then checked against
		// their own.
		editionYear().ifPresent(year -> checkDeadline(errors, year));
		if (deadline().map(Deadline::instant).filter(instant -> !instant.isAfter(now)).isPresent()
				&& !errors.hasFieldErrors("day")) {
			errors.rejectValue("day", "coordination.open.deadline-over");
		}
		if (reminderDays().isEmpty()) {
			errors.rejectValue("reminders", "coordination.open.reminders.wrong",
					new Object[] { ReminderDays.EARLIEST, ReminderDays.MOST }, null);
		}
		Optional<ReviewCalendar> calendar = editionYear().flatMap(
				year -> new TypedCalendar(days, cutOffDays, contents(), "contentsDay", daysOff).check(errors, year));
		if (calendar.isPresent() && deadline().filter(calendar.get()::contradicts).isPresent()) {
			errors.rejectValue("contentsDay", "coordination.open.contents.early");
		}
		if (CriteriaForm.chosen(weights).isEmpty()) {
			errors.rejectValue("weights", "coordination.criteria.missing");
		}
		TypedReason.check(reason, "coordination.open.reason.missing", errors);
		return errors.hasErrors() ? Optional.empty()
				: Optional.of(new EditionSetup(new Forum(forum, forumSpanish, forumFrench), partnerCodes(),
						deadline().orElseThrow(), signOffRule().orElseThrow(), reminderDays().orElseThrow(),
						calendar.orElseThrow(), CriteriaForm.chosen(weights)));
	}

}
