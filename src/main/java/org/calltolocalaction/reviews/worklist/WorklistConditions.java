package org.calltolocalaction.reviews.worklist;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.reviews.WorklistWords;
import org.calltolocalaction.reviews.address.WorklistKeys;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.search.Choice;
import org.calltolocalaction.search.SearchCriterion;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SqlCondition;
import org.calltolocalaction.search.VocabularyKeys;
import org.springframework.stereotype.Component;

/** Says in SQL what a tab holds and what a search asks of it. */
@Component
class WorklistConditions {

	private static final String OPEN = "state = 'OPEN'";

	private static final String COMPLETED = "state = 'COMPLETED'";

	private static final String OWN = "coalesce(taken_by, offered_to) = ?";

	private static final String HOLDER = "coalesce(completed_by, taken_by)";

	private final People people;

	private final WorklistWords beginnings;

	private final Clock clock;

	WorklistConditions(People people, WorklistWords beginnings, Clock clock) {
		this.people = people;
		this.beginnings = beginnings;
		this.clock = clock;
	}

	/**
	 * What the tab holds; reviews that are not open only where the search asks for a
	 * state or for when they were completed.
	 */
	SqlCondition of(WorklistTab tab, SearchQuery query, Person reviewer) {
		List<SqlCondition> conditions = new ArrayList<>();
		conditions.add(of(tab, reviewer));
		if (tab != WorklistTab.DONE && !query.asksFor(WorklistSearch.STATE) && !query.asksFor(WorklistKeys.COMPLETED)) {
			conditions.add(SqlCondition.of(OPEN));
		}
		List<SearchCriterion.Text> texts = new ArrayList<>();
		for (Choice choice : query.all()) {
			textAlone(choice).ifPresentOrElse(texts::add,
					() -> choice.condition(criterion -> of(criterion, reviewer)).ifPresent(conditions::add));
		}
		words(texts).ifPresent(conditions::add);
		return SqlCondition.all(conditions);
	}

	private static Optional<SearchCriterion.Text> textAlone(Choice choice) {
		return Optional.of(choice.any())
			.filter(any -> any.size() == 1 && !any.get(0).negated())
			.map(any -> any.get(0).criterion() instanceof SearchCriterion.Text text ? text : null);
	}

	private static SqlCondition of(WorklistTab tab, Person reviewer) {
		SqlCondition partner = SqlCondition.of("partner = ?", reviewer.requirePartner().value());
		return switch (tab) {
			case MINE -> SqlCondition.all(List.of(partner, SqlCondition.of(OWN, reviewer.id().value())));
			case UNASSIGNED -> SqlCondition.all(List.of(partner, SqlCondition.of("taken_by is null")));
			case ALL -> partner;
			case DONE -> SqlCondition.all(List.of(partner, SqlCondition.of(COMPLETED)));
		};
	}

	private Optional<SqlCondition> of(SearchCriterion criterion, Person reviewer) {
		if (criterion instanceof SearchCriterion.Text text) {
			return words(List.of(text));
		}
		if (criterion instanceof SearchCriterion.Day day) {
			return Optional.of(day.key().equals(WorklistKeys.COMPLETED)
					? SqlCondition.all(List.of(SqlCondition.of(COMPLETED), day("completed_at", day, reviewer)))
					: day("due_at", day, reviewer));
		}
		if (criterion instanceof SearchCriterion.Amount round) {
			return Optional.of(SqlCondition.of("round " + round.comparison().symbol() + " ?", round.number()));
		}
		return Optional.of(code((SearchCriterion.Code) criterion, reviewer));
	}

	/**
	 * All of them are one question to the index, which then begins with the rarest: one
	 * by one takes half as long again.
	 */
	private Optional<SqlCondition> words(List<SearchCriterion.Text> texts) {
		String words = texts.stream()
			.map(text -> beginnings.query(text.words(), text.phrase()))
			.filter(found -> !found.isEmpty())
			.map(found -> "(" + found + ")")
			.collect(Collectors.joining(" & "));
		return words.isEmpty() ? Optional.empty() : Optional.of(SqlCondition.of("search @@ ?::tsquery", words));
	}

	private SqlCondition code(SearchCriterion.Code asked, Person reviewer) {
		return switch (asked.key()) {
			case VocabularyKeys.COUNTRY -> SqlCondition.of("country = ?", asked.code());
			case VocabularyKeys.SECTION -> SqlCondition.of("section = ?", asked.code());
			case VocabularyKeys.LANGUAGE -> SqlCondition.of("language = ?", asked.code());
			case VocabularyKeys.OBJECTIVE -> SqlCondition.of("objectives @> array[?]::text[]", asked.code());
			case WorklistSearch.STATE -> SqlCondition.of("state = ?", asked.code().toUpperCase(Locale.ROOT));
			case WorklistKeys.DUE -> SqlCondition.of(OPEN + " and due_at < ?", at(clock.instant()));
			case WorklistKeys.REVIEWER -> reviewer(asked.code(), reviewer);
			default -> throw new IllegalArgumentException("The worklist has no key '" + asked.key() + "'");
		};
	}

	private SqlCondition reviewer(String code, Person reviewer) {
		if (code.equals(WorklistKeys.NONE)) {
			return SqlCondition.of(HOLDER + " is null");
		}
		if (code.equals(WorklistSearch.ME)) {
			return SqlCondition.of(HOLDER + " = ?", reviewer.id().value());
		}
		List<Object> ids = people.reviewersOf(reviewer.requirePartner())
			.stream()
			.filter(colleague -> colleague.name().equals(code))
			.map(colleague -> (Object) colleague.id().value())
			.toList();
		return new SqlCondition(HOLDER + " in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")", ids);
	}

	/** A day is the reviewer's own: from its midnight to the next. */
	private static SqlCondition day(String column, SearchCriterion.Day asked, Person reviewer) {
		OffsetDateTime begins = midnight(asked.day(), reviewer);
		OffsetDateTime ends = midnight(asked.day().plusDays(1), reviewer);
		return switch (asked.comparison()) {
			case LESS -> SqlCondition.of(column + " < ?", begins);
			case AT_MOST -> SqlCondition.of(column + " < ?", ends);
			case EQUAL -> SqlCondition.of(column + " >= ? and " + column + " < ?", begins, ends);
			case AT_LEAST -> SqlCondition.of(column + " >= ?", begins);
			case MORE -> SqlCondition.of(column + " >= ?", ends);
		};
	}

	private static OffsetDateTime midnight(LocalDate day, Person reviewer) {
		return at(day.atStartOfDay(reviewer.zone()).toInstant());
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
