package org.calltolocalaction.reviews.discussion;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.interest.ReadableVersions;
import org.calltolocalaction.reviews.worklist.PledgeNews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody wrote in the partners' discussion; of what an interest closes to the reader
 * there is no news.
 */
@Component
@Transactional(readOnly = true)
class DiscussionNews implements PledgeNews {

	private final Remarks remarks;

	private final ReadableVersions readable;

	private final People people;

	DiscussionNews(Remarks remarks, ReadableVersions readable, People people) {
		this.remarks = remarks;
		this.readable = readable;
		this.people = people;
	}

	@Override
	public List<News> of(Collection<PledgeReference> pledges, Person reader) {
		Map<PledgeReference, ReadableVersions.From> limited = readable.limited(pledges, reader.id());
		List<Remarks.Said> said = remarks.saidOf(pledges)
			.stream()
			.filter(remark -> !remark.author().equals(reader.id())
					&& (!limited.containsKey(remark.pledge()) || limited.get(remark.pledge()).includes(remark.at())))
			.toList();
		Map<AccountId, Person> authors = people.all(said.stream().map(Remarks.Said::author).distinct().toList());
		return said.stream()
			.map(remark -> new News(remark.pledge(), remark.at(), "worklist.news.discussed",
					List.of(Objects.requireNonNull(authors.get(remark.author()), "Authors have accounts").name())))
			.toList();
	}

}
