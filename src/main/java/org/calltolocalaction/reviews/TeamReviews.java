package org.calltolocalaction.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds the open reviews of a partner by pledge and by holder; first due first. */
@Component
@Transactional(readOnly = true)
public class TeamReviews {

	private static final String OPEN = """
			select id, reference, title, government, due_at, taken_by from review
			where partner = :partner and state = 'OPEN' and %s order by due_at, reference""";

	private final JdbcClient jdbc;

	TeamReviews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Of the reviewer's own partner; pledges without an open review there are left out.
	 */
	public List<TeamReview> open(Collection<PledgeReference> references, Person reviewer) {
		return references.isEmpty() ? List.of()
				: find("reference in (:these)", references.stream().map(PledgeReference::value).toList(), reviewer);
	}

	/** What that colleague has. */
	public List<TeamReview> with(AccountId holder, Person reviewer) {
		return find("taken_by = :these", holder.value(), reviewer);
	}

	/** How many that colleague has. */
	public int count(AccountId holder, Person reviewer) {
		return jdbc.sql("select count(*) from review where partner = ? and state = 'OPEN' and taken_by = ?")
			.params(reviewer.requirePartner().value(), holder.value())
			.query(Integer.class)
			.single();
	}

	private List<TeamReview> find(String condition, Object these, Person reviewer) {
		return jdbc.sql(OPEN.formatted(condition))
			.param("partner", reviewer.requirePartner().value())
			.param("these", these)
			.query(TeamReviews::read)
			.list();
	}

	private static TeamReview read(ResultSet row, int number) throws SQLException {
		return new TeamReview(row.getObject("id", UUID.class), new PledgeReference(row.getString("reference")),
				row.getString("title"), row.getString("government"),
				row.getObject("due_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getObject("taken_by", UUID.class)).map(AccountId::new));
	}

}
