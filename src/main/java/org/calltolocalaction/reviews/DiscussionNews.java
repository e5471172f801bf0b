package org.calltolocalaction.reviews;

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
 * Somebody wrote in the internal discussion. Whom {@link Discussants} would keep out learns nothing of it; said in SQL
 * here, because a whole page of the worklist asks at once.
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

	private record LastRemark(PledgeReference pledge, AccountId author, OffsetDateTime at) {
	}

	@Override
	public List<News> of(Collection<PledgeReference> pledges, Person reader) {
		List<LastRemark> remarks = jdbc.sql("""
				select reference, author, max(written_at) as at from remark join pledge using (reference)
				where reference = any (string_to_array(?, ' ')) and author <> ?
				and exists (select from review where review.reference = remark.reference and partner = ?)
				and not exists (select from interest where interest.government_id = pledge.government_id and account = ?
				and withdrawn_at is null)
				group by reference, author""")
			.params(pledges.stream().map(PledgeReference::value).collect(Collectors.joining(" ")), reader.id().value(),
					reader.requirePartner().value(), reader.id().value())
			.query((row, number) -> new LastRemark(new PledgeReference(row.getString("reference")),
					new AccountId(row.getObject("author", UUID.class)), row.getObject("at", OffsetDateTime.class)))
			.list();
		Map<AccountId, Person> authors = people.all(remarks.stream().map(LastRemark::author).distinct().toList());
		return remarks.stream()
			.map(remark -> new News(remark.pledge(), remark.at().toInstant(), "worklist.news.discussed",
					List.of(authors.get(remark.author()).name())))
			.toList();
	}

}
