package org.calltolocalaction.coordination.web;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads the audit trail out in the reader's language. The trail keeps codes and instants,
 * which never change; what a person wrote stays as it is.
 */
@Component
public class TrailReadout {

	/** The reason of these acts is what a person wrote, from beginning to end. */
	private static final Set<String> WRITTEN = Set.of("pledge.withdrawn", "edition.criteria-chosen",
			"edition.opening-taken-back", "review.interest-declared");

	private static final Pattern MOVED = Pattern.compile("(\\S+) → (\\S+): (.*)", Pattern.DOTALL);

	private static final Pattern CODES = Pattern
		.compile("((?:[A-Z][A-Z_]+|\\d{4}(?!-))(?: (?:[A-Z][A-Z_]+))*)(:? ?)(.*)", Pattern.DOTALL);

	private static final Pattern DAYS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(,\\d{4}-\\d{2}-\\d{2})*");

	private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

	private final MessageSource messages;

	private final Vocabulary vocabulary;

	TrailReadout(MessageSource messages, Vocabulary vocabulary) {
		this.messages = messages;
		this.vocabulary = vocabulary;
	}

	/**
	 * One act in words.
	 *
	 * @param why what the desk knows of the reason; may be empty
	 * @param written what a person wrote as the reason; may be empty
	 */
	public record Act(Instant at, String who, String what, String why, String written) {
	}

	public List<Act> of(List<AuditTrail.Entry> trail, ReaderTimes times, Locale language) {
		return trail.stream().map(entry -> act(entry, times, language)).toList();
	}

	private Act act(AuditTrail.Entry entry, ReaderTimes times, Locale language) {
		String who = entry.who().equals(AuditTrail.THE_DESK) ? say("coordination.trail.desk", language) : entry.who();
		String what = messages.getMessage("coordination.act." + entry.act(), null, entry.act(), language);
		String reason = Text.trimmed(entry.why());
		if (WRITTEN.contains(entry.act()) || reason.isEmpty()) {
			return new Act(entry.at(), who, what, "", reason);
		}
		Matcher moved = MOVED.matcher(reason);
		if (moved.matches()) {
			return new Act(entry.at(), who, what, known(moved.group(1), times) + " → " + known(moved.group(2), times),
					moved.group(3));
		}
		Matcher codes = CODES.matcher(reason);
		if (codes.matches()) {
			String known = Stream.of(codes.group(1).split(" "))
				.map(code -> code(code, language))
				.collect(Collectors.joining(", "));
			String rest = codes.group(3);
			return HASH.matcher(rest).matches() ? new Act(entry.at(), who, what, known + ", SHA-256 " + rest, "")
					: new Act(entry.at(), who, what, known, rest);
		}
		return new Act(entry.at(), who, what, known(reason, times), "");
	}

	private String code(String code, Locale language) {
		String partner = vocabulary.shortLabel(Vocabulary.PARTNERS, code, language);
		return messages.getMessage("coordination.why." + code, null, partner, language);
	}

	/**
	 * Instants, and days alone or in a list, as the reader writes them; whatever else
	 * there is stays as it is.
	 */
	private static String known(String text, ReaderTimes times) {
		try {
			if (DAYS.matcher(text).matches()) {
				return Stream.of(text.split(","))
					.map(LocalDate::parse)
					.map(times::day)
					.collect(Collectors.joining(", "));
			}
			ZonedDateTime at = ZonedDateTime.parse(text);
			return times.decreed(Deadline.at(at, Duration.ZERO));
		}
		catch (DateTimeException noInstant) {
			return text;
		}
	}

	private String say(String key, Locale language) {
		return messages.getMessage(key, null, language);
	}

}
