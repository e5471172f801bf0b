package org.calltolocalaction.coordination.trail;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.search.SearchCriterion;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchKey.Value;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.stereotype.Component;

/**
 * What can be asked of the trail, in the syntax of all the desk's searches, and what that
 * is in SQL. A word without a key is whatever an entry is about, such as a pledge's
 * reference, or the address of who acted.
 */
@Component
public class TrailSearch {

	private static final String KIND = "kind";

	private static final String WHO = "who";

	private static final String ABOUT = "about";

	private static final String DAY = "day";

	private static final String ME = "me";

	private static final String DESK = "site";

	private final TrailKinds kinds;

	private final People people;

	TrailSearch(TrailKinds kinds, People people) {
		this.kinds = kinds;
		this.people = people;
	}

	/** In the order in which they are proposed, to somebody who reads that language. */
	public List<SearchKey> keys(Locale reader) {
		List<Value> words = Stream.of(ME, DESK).map(word -> new Value(word, List.of())).toList();
		return List.of(SearchKey.ofDays(DAY, List.of()), SearchKey.ofTexts(WHO, words),
				SearchKey.ofTexts(ABOUT, List.of()), SearchKey.ofCodes(KIND, kinds.values(reader)));
	}

	/** What was typed, as far as it can be understood. */
	public SearchQuery read(String typed, Locale reader) {
		return new SearchSyntax(keys(reader)).read(typed);
	}

	/** The same in SQL; days are those of the reader. */
	SqlCondition condition(SearchQuery query, Person reader) {
		return SqlCondition.all(Stream
			.concat(Stream.of(SqlCondition.of("true")),
					query.all().stream().flatMap(choice -> choice.condition(asked -> of(asked, reader)).stream()))
			.toList());
	}

	private Optional<SqlCondition> of(SearchCriterion criterion, Person reader) {
		if (criterion instanceof SearchCriterion.Text text) {
			return Optional.of(text.words().contains("@") ? who(text.words()) : about(text.words()));
		}
		if (criterion instanceof SearchCriterion.Word word) {
			return Optional.of(word.key().equals(WHO) ? who(word.word()) : about(word.word()));
		}
		if (criterion instanceof SearchCriterion.Day day) {
			return Optional.of(day(day, reader));
		}
		return Optional.of(code((SearchCriterion.Code) criterion, reader));
	}

	private SqlCondition code(SearchCriterion.Code asked, Person reader) {
		if (asked.key().equals(KIND)) {
			return SqlCondition.of("kind = ?", asked.code());
		}
		return asked.code().equals(ME) ? who(people.accountsOf(reader)) : SqlCondition.of("who is null");
	}

	/** References are capitals, other identifiers small letters. */
	private static SqlCondition about(String typed) {
		return SqlCondition.of("about in (?, ?, ?)", typed, typed.toUpperCase(Locale.ROOT),
				typed.toLowerCase(Locale.ROOT));
	}

	private SqlCondition who(String email) {
		return who(people.byEmail(email).map(people::accountsOf).orElse(Set.of()));
	}

	private static SqlCondition who(Collection<AccountId> accounts) {
		if (accounts.isEmpty()) {
			return SqlCondition.of("false");
		}
		List<Object> ids = accounts.stream().map(account -> (Object) account.value()).toList();
		return new SqlCondition("who in (" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")", ids);
	}

	private static SqlCondition day(SearchCriterion.Day asked, Person reader) {
		OffsetDateTime begins = midnight(asked.day(), reader);
		OffsetDateTime ends = midnight(asked.day().plusDays(1), reader);
		return switch (asked.comparison()) {
			case LESS -> SqlCondition.of("at < ?", begins);
			case AT_MOST -> SqlCondition.of("at < ?", ends);
			case EQUAL -> SqlCondition.of("at >= ? and at < ?", begins, ends);
			case AT_LEAST -> SqlCondition.of("at >= ?", begins);
			case MORE -> SqlCondition.of("at >= ?", ends);
		};
	}

	private static OffsetDateTime midnight(LocalDate day, Person reader) {
		return day.atStartOfDay(reader.zone()).toInstant().atOffset(ZoneOffset.UTC);
	}

}
