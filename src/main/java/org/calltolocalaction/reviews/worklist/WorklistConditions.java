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
import org.calltolocalaction.reviews.WordBeginnings;
import org.calltolocalaction.search.Choice;
import org.calltolocalaction.search.Condition;
import org.calltolocalaction.search.Criterion;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.VocabularyKeys;
import org.springframework.stereotype.Component;

/** Says in SQL what a tab holds and what a search asks of it. */
@Component
class WorklistConditions {

	private static final String OPEN = "state = 'OPEN'";

	private static final String COMPLETED = "state = 'COMPLETED'";

	private static final String HOLDER = "coalesce(completed_by, taken_by)";

	private final People people;

	private final WordBeginnings beginnings;

	private final Clock clock;

	WorklistConditions(People people, WordBeginnings beginnings, Clock clock) {
		this.people = people;
		this.beginnings = beginnings;
		this.clock = clock;
	}

	/**
	 * What the tab holds; reviews that are not open only where the search asks for a
	 * state or for when they were completed.
	 */
	Condition of(WorklistTab tab, SearchQuery query, Person reviewer) {
		List<Condition> conditions = new ArrayList<>();
		conditions.add(of(tab, reviewer));
		if (tab != WorklistTab.DONE && !query.asksFor(WorklistSearch.STATE)
				&& !query.asksFor(WorklistSearch.COMPLETED)) {
			conditions.add(Condition.of(OPEN));
		}
		List<Criterion.Text> texts = new ArrayList<>();
		for (Choice choice : query.all()) {
			textAlone(choice).ifPresentOrElse(texts::add,
					() -> choice.condition(criterion -> of(criterion, reviewer)).ifPresent(conditions::add));
		}
		words(texts).ifPresent(conditions::add);
		return Condition.all(conditions);
	}

	private static Optional<Criterion.Text> textAlone(Choice choice) {
		return Optional.of(choice.any())
			.filter(any -> any.size() == 1 && !any.get(0).negated())
			.map(any -> any.get(0).criterion() instanceof Criterion.Text text ? text : null);
	}

	private static Condition of(WorklistTab tab, Person reviewer) {
		Condition partner = Condition.of("partner = ?", reviewer.requirePartner().value());
		return switch (tab) {
			case MINE -> Condition.all(List.of(partner, Condition.of("taken_by = ?", reviewer.id().value())));
			case UNASSIGNED -> Condition.all(List.of(partner, Condition.of("taken_by is null")));
			case ALL -> partner;
			case DONE -> Condition.all(List.of(partner, Condition.of(COMPLETED)));
		};
	}

	private Optional<Condition> of(Criterion criterion, Person reviewer) {
		if (criterion instanceof Criterion.Text text) {
			return words(List.of(text));
		}
		if (criterion instanceof Criterion.Day day) {
			return Optional.of(day.key().equals(WorklistSearch.COMPLETED)
					? Condition.all(List.of(Condition.of(COMPLETED), day("completed_at", day, reviewer)))
					: day("due_at", day, reviewer));
		}
		if (criterion instanceof Criterion.Amount round) {
			return Optional.of(Condition.of("round " + round.comparison().symbol() + " ?", round.number()));
		}
		return Optional.of(code((Criterion.Code) criterion, reviewer));
	}

	/**
	 * All of them are one question to the index, which then begins with the rarest: one
	 * by one takes half as long again.
	 */
	private Optional<Condition> words(List<Criterion.Text> texts) {
		String words = texts.stream()
			.map(text -> beginnings.query(text.words(), text.phrase()))
			.filter(found -> !found.isEmpty())
			.map(found -> "(" + found + ")")
			.collect(Collectors.joining(" & "));
		return words.isEmpty() ? Optional.empty() : Optional.of(Condition.of("search @@ ?::tsquery", words));
	}

	private Condition code(Criterion.Code asked, Person reviewer) {
		return switch (asked.key()) {
			case VocabularyKeys.COUNTRY -> Condition.of("country = ?", asked.code());
			case VocabularyKeys.SECTION -> Condition.of("section = ?", asked.code());
			case VocabularyKeys.LANGUAGE -> Condition.of("language = ?", asked.code());
			case VocabularyKeys.OBJECTIVE -> Condition.of("objectives @> array[?]::text[]", asked.code());
			case WorklistSearch.STATE -> Condition.of("state = ?", asked.code().toUpperCase(Locale.ROOT));
			case WorklistSearch.DUE -> Condition.of(OPEN + " and due_at < ?", at(clock.instant()));
			case WorklistSearch.REVIEWER -> reviewer(asked.code(), reviewer);
			default -> throw new IllegalArgumentException("The worklist has no key '" + asked.key() + "'");
		};
	}

	private Condition reviewer(String code, Person reviewer) {
		if (code.equals(WorklistSearch.NONE)) {
			return Condition.of(HOLDER + " is null");
		}
		if (code.equals(WorklistSearch.ME)) {
			return Condition.of(HOLDER + " = ?", reviewer.id().value());
		}
		List<Object> ids = people.reviewersOf(reviewer.requirePartner())
			.stream()
			.filter(colleague -> colleague.name().equals(code))
			.map(colleague -> (Object) colleague.id().value())
			.toList();
		return new Condition(HOLDER + " in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")", ids);
	}

	/** A day is the reviewer's own: from its midnight to the next. */
	private static Condition day(String column, Criterion.Day asked, Person reviewer) {
		OffsetDateTime begins = midnight(asked.day(), reviewer);
		OffsetDateTime ends = midnight(asked.day().plusDays(1), reviewer);
		return switch (asked.comparison()) {
			case LESS -> Condition.of(column + " < ?", begins);
			case AT_MOST -> Condition.of(column + " < ?", ends);
			case EQUAL -> Condition.of(column + " >= ? and " + column + " < ?", begins, ends);
			case AT_LEAST -> Condition.of(column + " >= ?", begins);
			case MORE -> Condition.of(column + " >= ?", ends);
		};
	}

	private static OffsetDateTime midnight(LocalDate day, Person reviewer) {
		return at(day.atStartOfDay(reviewer.zone()).toInstant());
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
