package org.calltolocalaction.reviews.worklist;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody wrote in the partners' discussion; of a government in which the reader has an
 * interest they read nothing.
 */
@Component
@Transactional(readOnly = true)
class DiscussionNews implements PledgeNews {

	private final People people;

	private final JdbcClient jdbc;

	DiscussionNews(People people, JdbcClient jdbc) {
		this.people = people;
		this.jdbc = jdbc;
	}

	private record Said(PledgeReference pledge, OffsetDateTime at, AccountId author) {
	}

	@Override
	public List<News> of(Collection<PledgeReference> pledges, Person reader) {
		List<Said> said = jdbc.sql("""
				select reference, written_at, author from remark
				where reference = any (string_to_array(:pledges, ' ')) and author <> :reader and not exists
				(select from pledge join interest using (government_id) where pledge.reference = remark.reference
				and interest.account = :reader and interest.withdrawn_at is null)""")
			.param("pledges", pledges.stream().map(PledgeReference::value).collect(Collectors.joining(" ")))
			.param("reader", reader.id().value())
			.query((row, number) -> new Said(new PledgeReference(row.getString("reference")),
					row.getObject("written_at", OffsetDateTime.class),
					new AccountId(row.getObject("author", UUID.class))))
			.list();
		Map<AccountId, Person> authors = people.all(said.stream().map(Said::author).distinct().toList());
		return said.stream()
			.map(remark -> new News(remark.pledge(), remark.at().toInstant(), "worklist.news.discussed",
					List.of(authors.get(remark.author()).name())))
			.toList();
	}

}
