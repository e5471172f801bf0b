package org.calltolocalaction.coordination.bulk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.lists.SelectedPledge;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.absence.RemindableReviewers;
import org.calltolocalaction.reviews.absence.RemindableReviewers.Owed;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reviews for which selected pledges wait, and whom a reminder of each reaches. */
@Component
@Transactional(readOnly = true)
class OwedReviews {

	private final RemindableReviewers reviewers;

	private final JdbcClient jdbc;

	OwedReviews(RemindableReviewers reviewers, JdbcClient jdbc) {
		this.reviewers = reviewers;
		this.jdbc = jdbc;
	}

	/** In the order of the references and the partners' codes. */
	Map<Owed, List<Person>> of(List<SelectedPledge> pledges) {
		Map<PledgeReference, SelectedPledge> known = pledges.stream()
			.collect(Collectors.toMap(SelectedPledge::reference, Function.identity()));
		return reviewers.of(jdbc.sql(
				"select reference, partner, reviewer from coordination_review where reference = any (?) and state = 'OPEN'")
			.param(known.keySet().stream().map(PledgeReference::value).toArray(String[]::new))
			.query((row, number) -> {
				PledgeReference reference = new PledgeReference(row.getString("reference"));
				SelectedPledge pledge = Objects.requireNonNull(known.get(reference), "Only of these it is asked");
				return new Owed(reference, new PartnerCode(row.getString("partner")), pledge.government(),
						Optional.ofNullable(row.getObject("reviewer", UUID.class)).map(AccountId::new));
			})
			.list());
	}

}
