package org.calltolocalaction.reviews.discussion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.interest.Interests;
import org.calltolocalaction.reviews.worklist.PledgeNews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody wrote in the partners' discussion; of a government in which the reader has an
 * interest they read nothing.
 */
@Component
@Transactional(readOnly = true)
class DiscussionNews implements PledgeNews {

	private final Remarks remarks;

	private final Interests interests;

	private final People people;

	DiscussionNews(Remarks remarks, Interests interests, People people) {
		this.remarks = remarks;
		this.interests = interests;
		this.people = people;
	}

	@Override
	public List<News> of(Collection<PledgeReference> pledges, Person reader) {
		Set<PledgeReference> keptOutOf = interests.keptOutOf(pledges, reader.id());
		List<Remarks.Said> said = remarks.saidOf(pledges)
			.stream()
			.filter(remark -> !remark.author().equals(reader.id()) && !keptOutOf.contains(remark.pledge()))
			.toList();
		Map<AccountId, Person> authors = people.all(said.stream().map(Remarks.Said::author).distinct().toList());
		return said.stream()
			.map(remark -> new News(remark.pledge(), remark.at(), "worklist.news.discussed",
					List.of(Objects.requireNonNull(authors.get(remark.author()), "Authors have accounts").name())))
			.toList();
	}

}
