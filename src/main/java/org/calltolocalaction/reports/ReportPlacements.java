package org.calltolocalaction.reports;

import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers where a pledge stands: by its inclusion where it has one, else by the law of
 * the deadline.
 */
@Component
@Transactional(readOnly = true)
class ReportPlacements implements Placements {

	private static final String ALL = """
			select reference, government_id, government.standing = 'CONFIRMED' as confirmed, pledge.state, call_year,
			first_submitted_at, inclusion.edition_year as place from pledge_standing pledge
			join government_standing government on government.id = government_id left join inclusion using (reference)
			left join edition_standing edition on edition.year = inclusion.edition_year
			where first_submitted_at is not null and pledge.state not in ('WITHDRAWN', 'DECLINED')""";

	private static final String CORRECTED = " and inclusion.reason = 'CORRECTED'";

	private static final String SUBMITTED = ALL + " and inclusion.reason is distinct from 'CORRECTED'";

	private static final String CONFIRMED = "edition.state in ('CONFIRMED', 'FROZEN', 'PUBLISHED')";

	private final Inclusions inclusions;

	private final CallPolicy callPolicy;

	private final EntityManager entityManager;

	private final JdbcClient jdbc;

	ReportPlacements(Inclusions inclusions, CallPolicy callPolicy, EntityManager entityManager, JdbcClient jdbc) {
		this.inclusions = inclusions;
		this.callPolicy = callPolicy;
		this.entityManager = entityManager;
		this.jdbc = jdbc;
	}

	@Override
	public Placement countsFor(Pledge pledge) {
		return pledge.submitted() ? countsFor(pledge, inclusions.find(pledge.reference()), callPolicy.inOrder())
				: callPolicy.statusNow(pledge.holders()).countsFor();
	}

	@Override
	public Map<PledgeReference, Placement> countFor(Collection<Pledge> submitted) {
		return countFor(submitted, callPolicy.inOrder());
	}

	@Override
	public Map<PledgeReference, Placement> countFor(Collection<Pledge> submitted, PlacementPolicy policy) {
		Map<PledgeReference, Inclusion> included = inclusions
			.ofAll(submitted.stream().map(pledge -> pledge.reference().value()).toList())
			.stream()
			.collect(Collectors.toMap(Inclusion::reference, Function.identity()));
		return submitted.stream()
			.collect(Collectors.toMap(Pledge::reference,
					pledge -> countsFor(pledge, Optional.ofNullable(included.get(pledge.reference())), policy)));
	}

	@Override
	public List<Submitted> movable() {
		entityManager.flush();
		return jdbc.sql(SUBMITTED + " and (inclusion.reference is null or not " + CONFIRMED + ") order by reference")
			.query(ReportPlacements::submitted)
			.list();
	}

	@Override
	public List<Corrected> corrected() {
		entityManager.flush();
		return jdbc.sql(ALL + CORRECTED + " and not " + CONFIRMED + " order by reference")
			.query((row, number) -> new Corrected(submitted(row, number), new EditionYear(row.getInt("place"))))
			.list();
	}

	@Override
	public List<Submitted> settled(EditionYear call) {
		entityManager.flush();
		return jdbc.sql(SUBMITTED + " and " + CONFIRMED + " and call_year = ? order by reference")
			.param(call.value())
			.query(ReportPlacements::submitted)
			.list();
	}

	private static Placement countsFor(Pledge pledge, Optional<Inclusion> inclusion, PlacementPolicy policy) {
		return policy.countsFor(inclusion.map(Inclusion::edition), pledge.submission());
	}

	private static Submitted submitted(ResultSet row, int number) throws SQLException {
		int call = row.getInt("call_year");
		return new Submitted(new PledgeReference(row.getString("reference")),
				new GovernmentId(row.getObject("government_id", UUID.class)), row.getBoolean("confirmed"),
				PledgeState.valueOf(row.getString("state")),
				call == 0 ? Optional.empty() : Optional.of(new EditionYear(call)),
				row.getTimestamp("first_submitted_at").toInstant());
	}

}
