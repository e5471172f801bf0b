package org.calltolocalaction.registry;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PublicPledges;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets other modules link to the public pages that there are. */
@Component
class PagesInPublic implements PublicPledges {

	private final JdbcClient jdbc;

	PagesInPublic(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	@Transactional(readOnly = true)
	public Set<PledgeReference> among(Collection<PledgeReference> references) {
		if (references.isEmpty()) {
			return Set.of();
		}
		return jdbc.sql("select reference from published_pledge where reference in (:references)")
			.param("references", references.stream().map(PledgeReference::value).toList())
			.query(String.class)
			.list()
			.stream()
			.map(PledgeReference::new)
			.collect(Collectors.toSet());
	}

}
