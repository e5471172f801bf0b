package org.calltolocalaction.coordination.web.bulk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.calltolocalaction.coordination.bulk.WriteToGovernments.Outgoing;
import org.calltolocalaction.coordination.web.deadline.DeadlineInput;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.coordinators.Message;
import org.springframework.util.StringUtils;
import org.springframework.validation.Errors;

/**
 * A message to governments as it is typed, and when it is to be sent.
 *
 * @param writtenIn the code of its language
 * @param when {@code later}, or else at once
 */
record MessageForm(@As(Text.LINE) String subject, @As(Text.PROSE) String text, @As(Text.CHOICE) String writtenIn,
		@As(Text.CHOICE) String when, @As(Text.CHOICE) String day, @As(Text.CHOICE) String month,
		@As(Text.CHOICE) String year, @As(Text.IDENTIFIER) String time, @As(Text.IDENTIFIER) String zone,
		@As(Text.IDENTIFIER) String offset) implements DeadlineInput {

	static final int LONGEST_SUBJECT = 120;

	static final int LONGEST_TEXT = 5_000;

	/** A year that is typed wrong is found out here. */
	static final Duration LONGEST_AHEAD = Duration.ofDays(365);

	static final String NOW = "now";

	static final String LATER = "later";

	MessageForm {
		subject = Objects.requireNonNullElse(subject, "");
		text = Objects.requireNonNullElse(text, "");
		writtenIn = Objects.requireNonNullElse(writtenIn, "");
		when = LATER.equals(when) ? LATER : NOW;
		day = Objects.requireNonNullElse(day, "");
		month = Objects.requireNonNullElse(month, "");
		year = Objects.requireNonNullElse(year, "");
		time = Objects.requireNonNullElse(time, "");
		zone = Objects.requireNonNullElse(zone, "");
		offset = Objects.requireNonNullElse(offset, "");
	}

	/** Before anything was typed: tomorrow morning, where it is to be later. */
	static MessageForm in(Locale language, ZonedDateTime now) {
		LocalDate tomorrow = now.toLocalDate().plusDays(1);
		return new MessageForm("", "", Languages.nearest(language).getLanguage(), NOW,
				String.valueOf(tomorrow.getDayOfMonth()), String.valueOf(tomorrow.getMonthValue()),
				String.valueOf(tomorrow.getYear()), "9:00", now.getZone().getId(), "");
	}

	/** A message is due at once. */
	@Override
	public String grace() {
		return "0";
	}

	public boolean later() {
		return when.equals(LATER);
	}

	void check(Instant now, Errors errors) {
		check("subject", subject, LONGEST_SUBJECT, errors);
		check("text", text, LONGEST_TEXT, errors);
		if (language().isEmpty()) {
			errors.rejectValue("writtenIn", "bulk.write.writtenIn.missing");
		}
		if (later()) {
			checkMoment(errors);
			moment().map(ZonedDateTime::toInstant).ifPresent(due -> check(due, now, errors));
		}
	}

	private static void check(Instant due, Instant now, Errors errors) {
		if (!due.isAfter(now)) {
			errors.rejectValue("day", "bulk.write.due.passed");
		}
		else if (due.isAfter(now.plus(LONGEST_AHEAD))) {
			errors.rejectValue("day", "bulk.write.due.far", new Object[] { LONGEST_AHEAD.toDays() }, null);
		}
	}

	/** When it is due, where nothing is wrong with that; empty where that is at once. */
	Optional<ZonedDateTime> due() {
		return later() ? moment() : Optional.empty();
	}

	/** Where nothing is wrong with it. */
	Outgoing outgoing() {
		return new Outgoing(message(), due().map(ZonedDateTime::toInstant));
	}

	private static void check(String field, String typed, int longest, Errors errors) {
		if (!StringUtils.hasText(typed)) {
			errors.rejectValue(field, "bulk.write." + field + ".missing");
		}
		else if (typed.length() > longest) {
			errors.rejectValue(field, "bulk.write." + field + ".long", new Object[] { longest, typed.length() }, null);
		}
	}

	private Optional<Locale> language() {
		return Languages.ALL.stream().filter(language -> language.getLanguage().equals(writtenIn)).findFirst();
	}

	private Message message() {
		return new Message(subject, text, language().orElseThrow());
	}

}
