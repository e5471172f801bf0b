package org.calltolocalaction.coordination.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.ReadTrail;
import org.calltolocalaction.coordination.Trail;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Reads the audit trail out in the reader's language. The trail keeps codes and instants,
 * which never change; what a person wrote stays as it is.
 */
@Component
public class TrailReadout {

	/** How a fact is said. */
	private enum Saying {

		PLAIN, CODE, PARTNER, GOVERNMENT, HASH, TIME

	}

	private record Fact(String name, Saying saying) {
	}

	/** In the order in which they are said. */
	private static final List<Fact> FACTS = List.of(new Fact("edition", Saying.PLAIN),
			new Fact("placement", Saying.CODE), new Fact("partner", Saying.PARTNER),
			new Fact("recommendation", Saying.CODE), new Fact("outcome", Saying.CODE), new Fact("state", Saying.CODE),
			new Fact("timeliness", Saying.CODE), new Fact("placementReason", Saying.CODE),
			new Fact("disagreementReason", Saying.CODE), new Fact("stop", Saying.CODE),
			new Fact("continues", Saying.PLAIN), new Fact("signOffRule", Saying.CODE), new Fact("signOff", Saying.CODE),
			new Fact("file", Saying.PLAIN), new Fact("sha256", Saying.HASH), new Fact("deadline", Saying.TIME),
			new Fact("endorsedOn", Saying.TIME), new Fact("firstDay", Saying.TIME), new Fact("lastDay", Saying.TIME),
			new Fact("government", Saying.GOVERNMENT), new Fact("into", Saying.GOVERNMENT),
			new Fact("pledge", Saying.PLAIN), new Fact("until", Saying.TIME), new Fact("count", Saying.PLAIN));

	private final MessageSource messages;

	private final Vocabulary vocabulary;

	private final Governments governments;

	TrailReadout(MessageSource messages, Vocabulary vocabulary, Governments governments) {
		this.messages = messages;
		this.vocabulary = vocabulary;
		this.governments = governments;
	}

	/**
	 * One act in words.
	 *
	 * @param why what the desk knows of the reason; may be empty
	 * @param written what a person wrote as the reason, or whom they named; may be empty
	 */
	public record Act(Instant at, String who, String what, String why, String written) {
	}

	public List<Act> of(Trail trail, ReaderTimes times, Locale language) {
		return trail.entries().stream().map(entry -> act(entry, trail, times, language)).toList();
	}

	/** One act in words. */
	public Act act(RecordedEntry entry, Trail trail, ReaderTimes times, Locale language) {
		String who = entry.who()
			.map(account -> email(new AccountId(account), trail, language))
			.orElseGet(() -> say("coordination.trail.desk", language));
		String what = Objects.requireNonNullElse(
				messages.getMessage("coordination.act." + entry.kind(), null, entry.kind(), language), entry.kind());
		return new Act(entry.at(), who, what, known(entry.facts(), times, language),
				written(entry, trail, times, language));
	}

	private String known(Map<String, Object> facts, ReaderTimes times, Locale language) {
		Stream<String> said = FACTS.stream()
			.flatMap(fact -> Optional.ofNullable(facts.get(fact.name()))
				.map(value -> said(fact.saying(), value, times, language))
				.stream());
		Stream<String> moved = Stream.of(facts)
			.filter(all -> all.containsKey("from") && all.containsKey("to"))
			.map(all -> when(all.get("from"), times) + " → " + when(all.get("to"), times));
		return Stream.concat(said, moved).collect(Collectors.joining(", "));
	}

	private String said(Saying saying, Object fact, ReaderTimes times, Locale language) {
		String value = fact.toString();
		return switch (saying) {
			case PLAIN -> value;
			case CODE -> Objects
				.requireNonNullElse(messages.getMessage("coordination.why." + value, null, value, language), value);
			case PARTNER -> vocabulary.shortLabel(Vocabulary.PARTNERS, value, language);
			case GOVERNMENT -> name(GovernmentId.of(value));
			case HASH -> "SHA-256 " + value;
			case TIME -> when(value, times);
		};
	}

	/** As it is called today. */
	private String name(GovernmentId government) {
		return governments.all(List.of(government))
			.values()
			.stream()
			.map(Government::name)
			.findFirst()
			.orElseGet(government::toString);
	}

	/**
	 * An instant as it was decreed, a day, or how many days; a dash where there are none.
	 */
	private static String when(Object value, ReaderTimes times) {
		if (value instanceof Collection<?> days) {
			return days.isEmpty() ? "–" : days.stream().map(day -> when(day, times)).collect(Collectors.joining(", "));
		}
		if (value instanceof Number count) {
			return count.toString();
		}
		String text = value.toString();
		return text.contains("T") ? times.decreed(Deadline.at(ZonedDateTime.parse(text), Duration.ZERO))
				: times.day(LocalDate.parse(text));
	}

	private String written(RecordedEntry entry, Trail trail, ReaderTimes times, Locale language) {
		Stream<String> named = ReadTrail.ACCOUNTS.stream()
			.sorted()
			.flatMap(fact -> ReadTrail.accounts(entry.facts().get(fact)))
			.map(account -> email(account, trail, language));
		Stream<String> texts = entry.personal().values().stream().flatMap(TrailReadout::texts);
		Stream<String> erased = entry.erased().stream().map(name -> erased(entry, trail, times, language));
		return Stream.of(named, texts, erased)
			.flatMap(Function.identity())
			.distinct()
			.collect(Collectors.joining(", "));
	}

	private String erased(RecordedEntry entry, Trail trail, ReaderTimes times, Locale language) {
		return entry.erasure()
			.map(act -> messages.getMessage("trail.erased.by",
					new Object[] { times.at(act.at()), email(new AccountId(act.by()), trail, language) }, language))
			.orElseGet(() -> say("coordination.trail.erased", language));
	}

	private static Stream<String> texts(Object personal) {
		return personal instanceof Collection<?> several
				? several.stream().map(Object::toString).filter(text -> !text.isEmpty())
				: Stream.of(personal.toString());
	}

	private String email(AccountId account, Trail trail, Locale language) {
		return trail.person(account)
			.map(Person::email)
			.orElseGet(() -> say("coordination.trail.account-gone", language));
	}

	private String say(String key, Locale language) {
		return messages.getMessage(key, null, language);
	}

}
