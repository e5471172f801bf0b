package org.calltolocalaction.reviews.team.web;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.reviews.team.BulkResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what became of a selection, for the page that follows. */
@Component
class SelectionReport {

	private final People people;

	SelectionReport(People people) {
		this.people = people;
	}

	/** One that was not done, and why: by its fate, or by the key of a sentence. */
	record NotDone(String reference, String fate, String colleague, @Nullable String refusal) implements Serializable {
	}

	/**
	 * @param to who has those that were given on; empty where none were
	 * @param insteadOf whom they were meant for, who is away; empty where it is who has
	 * them
	 */
	record Report(String action, int done, int all, String to, String insteadOf,
			List<NotDone> notDone) implements Serializable {
	}

	/**
	 * @param meant for whom they were meant, or null
	 */
	Report of(String action, BulkResult result, @Nullable UUID meant) {
		@Nullable AccountId asked = result.to() == null || meant == null ? null : new AccountId(meant);
		Map<AccountId, String> names = names(result, asked);
		String to = names.getOrDefault(result.to(), "");
		String insteadOf = Objects.equals(asked, result.to()) ? "" : names.getOrDefault(asked, "");
		List<NotDone> notDone = result.notDone()
			.stream()
			.map(line -> new NotDone(line.reference().value(), line.fate().name(),
					names.getOrDefault(line.colleague(), ""), line.refusal()))
			.toList();
		return new Report(action, result.done(), result.lines().size(), to, insteadOf, notDone);
	}

	private Map<AccountId, String> names(BulkResult result, @Nullable AccountId asked) {
		List<AccountId> named = Stream
			.concat(Stream.of(asked, result.to()), result.lines().stream().map(BulkResult.Line::colleague))
			.filter(Objects::nonNull)
			.distinct()
			.toList();
		return people.all(named)
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
	}

}
