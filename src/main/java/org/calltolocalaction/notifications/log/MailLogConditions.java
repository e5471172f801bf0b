package org.calltolocalaction.notifications.log;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.text.SearchableText;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.Comparison;
import org.calltolocalaction.search.SearchCriterion;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.stereotype.Component;

/**
 * Says in SQL what a search asks of the log of mails. Words of a subject that may quote a
 * draft find nothing: who may not read them could guess them otherwise.
 */
@Component
class MailLogConditions {

	/** Twice the longest that a mail waits for its digest. */
	static final Duration LONGEST_HELD = Duration.ofDays(2);

	private static final Pattern UUID_LETTERS = Pattern.compile("[0-9a-fA-F-]{36}");

	private static final String WITHHELD = Arrays.stream(MailKind.values())
		.filter(MailKind::speaksOfDrafts)
		.map(kind -> "'" + kind.name() + "'")
		.collect(Collectors.joining(", "));

	private final Clock clock;

	MailLogConditions(Clock clock) {
		this.clock = clock;
	}

	/** Days are those of the reader. */
	SqlCondition of(SearchQuery query, ZoneId reader) {
		Function<SearchCriterion, Optional<SqlCondition>> inSql = asked -> of(asked, reader);
		return SqlCondition.all(
				Stream
					.concat(Stream.of(SqlCondition.of("true")),
							query.all().stream().flatMap(choice -> choice.condition(inSql).stream()))
					.toList());
	}

	private Optional<SqlCondition> of(SearchCriterion criterion, ZoneId reader) {
		if (criterion instanceof SearchCriterion.Text text) {
			return text(text);
		}
		if (criterion instanceof SearchCriterion.Word word) {
			return Optional.of(word.key().equals(MailLogKeys.TO) ? to(word.word()) : about(word.word()));
		}
		if (criterion instanceof SearchCriterion.Day day) {
			return Optional.of(day(day, reader));
		}
		SearchCriterion.Code known = (SearchCriterion.Code) criterion;
		return Optional.of(known.key().equals(MailLogKeys.KIND)
				? SqlCondition.of("kind = ?", known.code().toUpperCase(Locale.ROOT).replace('-', '_'))
				: state(known.code()));
	}

	/**
	 * An address and a reference are what they are; the rest are words of the subject.
	 */
	private static Optional<SqlCondition> text(SearchCriterion.Text text) {
		if (text.words().contains("@")) {
			return Optional.of(to(text.words()));
		}
		if (PledgeReference.parse(text.words()).isPresent()) {
			return Optional.of(about(text.words()));
		}
		String words = SearchableText.typed(text.words());
		if (words.isEmpty()) {
			return Optional.empty();
		}
		String open = "kind not in (" + WITHHELD + ") and mail_words(subject) @@ ";
		return Optional.of(text.phrase() ? SqlCondition.of(open + "phraseto_tsquery('simple', ?)", words)
				: SqlCondition.of(open + "to_tsquery('simple', ?)",
						Arrays.stream(words.split(" ")).map(word -> word + ":*").collect(Collectors.joining(" & "))));
	}

	/** A whole address, or how it begins. */
	private static SqlCondition to(String typed) {
		String address = EmailAddress.parse(typed).map(EmailAddress::value).orElse(typed).toLowerCase(Locale.ROOT);
		return address.contains("@") && !address.endsWith("@") && EmailAddress.parse(typed).isPresent()
				? SqlCondition.of("lower(recipient) = ?", address)
				: SqlCondition.of("lower(recipient) like ?", address.replaceAll("([\\\\%_])", "\\\\$1") + "%");
	}

	/** References and partners are capitals, other identifiers small letters. */
	private static SqlCondition about(String typed) {
		return SqlCondition.of("about = ?", UUID_LETTERS.matcher(typed).matches() ? typed.toLowerCase(Locale.ROOT)
				: typed.toUpperCase(Locale.ROOT));
	}

	private SqlCondition state(String word) {
		if (word.equals(MailLogKeys.OVERDUE)) {
			return SqlCondition.of("state = 'HELD' and digest is null and created_at < ?",
					clock.instant().minus(LONGEST_HELD).atOffset(ZoneOffset.UTC));
		}
		return SqlCondition.of(Arrays.stream(LoggedState.values())
			.filter(state -> state.word().equals(word))
			.map(LoggedState::sql)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The log has no state '" + word + "'")));
	}

	private static SqlCondition day(SearchCriterion.Day asked, ZoneId reader) {
		OffsetDateTime begins = midnight(asked.day(), reader);
		OffsetDateTime ends = midnight(asked.day().plusDays(1), reader);
		return switch (meant(asked)) {
			case LESS -> SqlCondition.of("created_at < ?", begins);
			case AT_MOST, EQUAL -> SqlCondition.of("created_at < ?", ends);
			case AT_LEAST -> SqlCondition.of("created_at >= ?", begins);
			case MORE -> SqlCondition.of("created_at >= ?", ends);
		};
	}

	/** Since a day and until a day, unless somebody compares otherwise. */
	private static Comparison meant(SearchCriterion.Day asked) {
		boolean since = asked.key().equals(MailLogKeys.SINCE) && asked.comparison() == Comparison.EQUAL;
		return since ? Comparison.AT_LEAST : asked.comparison();
	}

	private static OffsetDateTime midnight(LocalDate day, ZoneId reader) {
		return day.atStartOfDay(reader).toInstant().atOffset(ZoneOffset.UTC);
	}

}
