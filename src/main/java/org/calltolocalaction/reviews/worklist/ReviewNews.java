package org.calltolocalaction.reviews.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A pledge came before the reader's partner, or a colleague took or completed its review.
 */
@Component
@Transactional(readOnly = true)
class ReviewNews implements PledgeNews {

	private final People people;

	private final JdbcClient jdbc;

	ReviewNews(People people, JdbcClient jdbc) {
		this.people = people;
		this.jdbc = jdbc;
	}

	/**
	 * @param by the colleague; null where it was the process
	 */
	private record Event(PledgeReference pledge, OffsetDateTime at, String words, int round, @Nullable AccountId by) {
	}

	@Override
	public List<News> of(Collection<PledgeReference> pledges, Person reader) {
		List<Event> events = jdbc
			.sql("""
					select reference, round, event.* from review cross join lateral (values
					(opened_at, 'worklist.news.opened', null), (taken_at, 'worklist.news.taken', taken_by),
					(completed_at, 'worklist.news.completed', completed_by)) as event (at, words, by)
					where reference = any (string_to_array(?, ' ')) and partner = ? and at is not null and by is distinct from ?""")
			.params(pledges.stream().map(PledgeReference::value).collect(Collectors.joining(" ")),
					reader.requirePartner().value(), reader.id().value())
			.query(ReviewNews::event)
			.list();
		Map<AccountId, Person> colleagues = people
			.all(events.stream().map(Event::by).filter(Objects::nonNull).distinct().toList());
		return events.stream()
			.map(event -> new News(event.pledge(), event.at().toInstant(), event.words(),
					List.of(event.by() == null ? event.round() : name(colleagues.get(event.by())))))
			.toList();
	}

	private static String name(@Nullable Person colleague) {
		return Objects.requireNonNull(colleague, "Whoever reviews has an account").name();
	}

	private static Event event(ResultSet row, int number) throws SQLException {
		UUID by = row.getObject("by", UUID.class);
		return new Event(new PledgeReference(row.getString("reference")), row.getObject("at", OffsetDateTime.class),
				row.getString("words"), row.getInt("round"), by == null ? null : new AccountId(by));
	}

}
