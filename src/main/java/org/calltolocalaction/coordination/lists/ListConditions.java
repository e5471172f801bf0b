package org.calltolocalaction.coordination.lists;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.calltolocalaction.governments.GovernmentStanding;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.search.SearchCriterion;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.calltolocalaction.search.VocabularyKeys;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.stereotype.Component;

/**
 * Says in SQL what a search asks of the coordinators' lists. A day is one of the
 * deadlines' own zone, so that the law and the list agree, whoever reads it.
 */
@Component
class ListConditions {

	private static final String REVIEW = """
			select from coordination_review asked where asked.reference = coordination_pledge.reference
			and asked.edition = coordination_pledge.edition and asked.state = 'OPEN'""";

	/** Waits for a review: the line knows when the first of them is due. */
	private static final String ASKED = "due_at is not null and counts_for = edition";

	private final People people;

	private final Vocabulary vocabulary;

	private final WordsOfLines words;

	private final SoonDue soon;

	private final GovernmentsNamed governments;

	private final PledgeForm form;

	private final Clock clock;

	ListConditions(People people, Vocabulary vocabulary, WordsOfLines words, SoonDue soon, GovernmentsNamed governments,
			PledgeForm form, Clock clock) {
		this.form = form;
		this.people = people;
		this.vocabulary = vocabulary;
		this.words = words;
		this.soon = soon;
		this.governments = governments;
		this.clock = clock;
	}

	/** Of the pledges of this edition. */
	SqlCondition ofPledges(int edition, SearchQuery query) {
		return all(SqlCondition.of("edition = ?", edition), query, criterion -> ofPledge(edition, criterion));
	}

	SqlCondition ofDrafts(SearchQuery query) {
		return all(SqlCondition.of("true"), query, this::ofDraft);
	}

	private static SqlCondition all(SqlCondition first, SearchQuery query,
			Function<SearchCriterion, Optional<SqlCondition>> inSql) {
		List<SqlCondition> conditions = new ArrayList<>(List.of(first));
		query.all().forEach(choice -> choice.condition(inSql).ifPresent(conditions::add));
		return SqlCondition.all(conditions);
	}

	private Optional<SqlCondition> ofPledge(int edition, SearchCriterion criterion) {
		if (criterion instanceof SearchCriterion.Text text) {
			return text.phrase() ? words.phrase(text.words()) : words.beginnings(text.words());
		}
		if (criterion instanceof SearchCriterion.Day day) {
			return Optional.of(SqlCondition.of("submitted_on " + day.comparison().symbol() + " ?", day.day()));
		}
		if (criterion instanceof SearchCriterion.Amount days) {
			return Optional.of(since("waiting_since", days));
		}
		if (criterion instanceof SearchCriterion.Code code && code.key().equals(ListKeys.SOON)
				&& !code.code().equals(ListKeys.ANY)) {
			return Optional.of(soon.of(edition, code.code()).orElseGet(() -> soon(code.code())));
		}
		return known(criterion);
	}

	private Optional<SqlCondition> ofDraft(SearchCriterion criterion) {
		if (criterion instanceof SearchCriterion.Text text) {
			return governments.of(text.words());
		}
		if (criterion instanceof SearchCriterion.Amount days) {
			return Optional.of(since("begun_at", days));
		}
		return known(criterion);
	}

	private Optional<SqlCondition> known(SearchCriterion criterion) {
		if (criterion instanceof SearchCriterion.Word named) {
			return of(named.key(), named.word());
		}
		SearchCriterion.Code known = (SearchCriterion.Code) criterion;
		return of(known.key(), known.code());
	}

	private Optional<SqlCondition> of(String key, String code) {
		return switch (key) {
			case VocabularyKeys.COUNTRY -> Optional.of(SqlCondition.of("country = ?", code));
			case VocabularyKeys.SECTION -> Optional.of(SqlCondition.of("section = ?", code));
			case VocabularyKeys.LANGUAGE -> Optional.of(SqlCondition.of("language = ?", code));
			case ListKeys.GOVERNMENT -> governments.of(code);
			case ListKeys.STATE -> Optional.of(in("step", step -> step.word().equals(code)));
			case ListKeys.TIME ->
				Optional.of(SqlCondition.of("timeliness = ?", code.toUpperCase(Locale.ROOT).replace('-', '_')));
			case ListKeys.REPORT -> Optional.of(report(code));
			case ListKeys.MAIL -> Optional.of(SqlCondition.of("mail_failed"));
			case ListKeys.STANDING -> Optional.of(standing(code));
			case ListKeys.WITHOUT -> Optional.of(without(code));
			case ListKeys.PARTNER -> Optional.of(code.equals(ListKeys.ANY) ? SqlCondition.of(ASKED) : review(code, ""));
			case ListKeys.LATE ->
				Optional.of(code.equals(ListKeys.ANY) ? SqlCondition.of(ASKED + " and due_at < ?", utc(clock.instant()))
						: review(code, " and due_at < ?", utc(clock.instant())));
			case ListKeys.SOON -> Optional.of(soon(code));
			case ListKeys.REVIEWER -> Optional.of(reviewer(code));
			default -> throw new IllegalArgumentException("The list has no key '" + key + "'");
		};
	}

	/** Most governments are confirmed: only the others are looked for. */
	private static SqlCondition standing(String code) {
		return code.equals(GovernmentStanding.CONFIRMED.word())
				? SqlCondition
					.of("government_id not in (select id from government_standing where standing <> 'CONFIRMED')")
				: SqlCondition.of("government_id in (select id from government_standing where standing <> 'CONFIRMED' "
						+ "and standing = upper(?))", code);
	}

	/** Of the part of the form nothing is answered but what stands there by itself. */
	private SqlCondition without(String part) {
		String[] questions = form.definition()
			.parts()
			.stream()
			.filter(known -> known.id().equalsIgnoreCase(part))
			.flatMap(known -> Stream.concat(known.paths().stream(), known.uploads().stream()))
			.filter(path -> !PledgeForm.FILLED_IN_FOR_THEM.contains(path))
			.toArray(String[]::new);
		return SqlCondition.of("reference in (select reference from pledge_standing where state = 'DRAFT' "
				+ "and not answered && string_to_array(?, ' '))", String.join(" ", questions));
	}

	private SqlCondition soon(String partner) {
		return review(partner, " and due_at >= ? and due_at < ?", utc(clock.instant()),
				utc(clock.instant().plus(ListPledges.SOON)));
	}

	private static SqlCondition report(String code) {
		return switch (code) {
			case ListKeys.BLOCKS -> in("step", Step::blocks);
			case ListKeys.NONE -> SqlCondition.of("in_no_report");
			default -> in("step", Step::wouldMiss);
		};
	}

	/** One step alone is looked up in the order of the list. */
	private static SqlCondition in(String column, Predicate<Step> wanted) {
		List<String> steps = Arrays.stream(Step.values()).filter(wanted).map(Enum::name).toList();
		return steps.size() == 1 ? SqlCondition.of(column + " = ?", steps.get(0))
				: SqlCondition.of(column + " = any (string_to_array(?, ' '))", String.join(" ", steps));
	}

	private static SqlCondition review(String partner, String more, Object... parameters) {
		if (partner.equals(ListKeys.ANY)) {
			return SqlCondition.exists(REVIEW + more, parameters);
		}
		return SqlCondition.exists(REVIEW + " and partner = ?" + more,
				Stream.concat(Stream.of(partner), Arrays.stream(parameters)).toArray());
	}

	private SqlCondition reviewer(String name) {
		if (name.equals(ListKeys.NONE)) {
			return SqlCondition.exists(REVIEW + " and reviewer is null");
		}
		UUID[] ids = vocabulary.partners()
			.stream()
			.flatMap(partner -> people.reviewersOf(partner).stream())
			.filter(person -> person.name().equalsIgnoreCase(name))
			.map(Person::id)
			.map(id -> id.value())
			.toArray(UUID[]::new);
		return SqlCondition.exists(REVIEW + " and reviewer = any (?)", (Object) ids);
	}

	/** How many days it lasts by now; a longer time began earlier. */
	private SqlCondition since(String column, SearchCriterion.Amount days) {
		OffsetDateTime then = utc(clock.instant().minus(Duration.ofDays(days.number())));
		OffsetDateTime dayBefore = then.minusDays(1);
		return switch (days.comparison()) {
			case LESS -> SqlCondition.of(column + " > ?", then);
			case AT_MOST -> SqlCondition.of(column + " > ?", dayBefore);
			case EQUAL -> SqlCondition.of(column + " <= ? and " + column + " > ?", then, dayBefore);
			case AT_LEAST -> SqlCondition.of(column + " <= ?", then);
			case MORE -> SqlCondition.of(column + " <= ?", dayBefore);
		};
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
