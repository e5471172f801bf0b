package org.calltolocalaction.coordination.lists;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes which drafts there are and whose they are. What stands in them is nobody's
 * business but the governments', and is never read here.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WriteDraftLines {

	private static final String WRITE = """
			insert into coordination_draft (reference, government_id, government, government_order, country, section,
			begun_at, kept_on) values (?, ?, ?, ?, ?, ?, ?, ?)
			on conflict (reference) do update set government_id = excluded.government_id, government = excluded.government,
			government_order = excluded.government_order, country = excluded.country, section = excluded.section""";

	private final Governments governments;

	private final AuditTrail trail;

	private final JdbcClient jdbc;

	private final JdbcOperations manyAtOnce;

	private final Clock clock;

	WriteDraftLines(Governments governments, AuditTrail trail, JdbcClient jdbc, JdbcOperations manyAtOnce,
			Clock clock) {
		this.governments = governments;
		this.trail = trail;
		this.jdbc = jdbc;
		this.manyAtOnce = manyAtOnce;
		this.clock = clock;
	}

	private record Draft(PledgeReference reference, GovernmentId government, Instant changedAt) {
	}

	/**
	 * Those of these references that are drafts; the others are none, or not any more.
	 */
	void write(Collection<PledgeReference> references) {
		String[] all = references.stream().map(PledgeReference::value).toArray(String[]::new);
		List<Draft> drafts = jdbc.sql(
				"select reference, government_id, changed_at from pledge_standing where reference = any (?) and state = 'DRAFT'")
			.param(all)
			.query((row, number) -> new Draft(new PledgeReference(row.getString("reference")),
					new GovernmentId(row.getObject("government_id", UUID.class)),
					row.getTimestamp("changed_at").toInstant()))
			.list();
		LocalDate today = LocalDate.now(clock.withZone(Deadline.ANYWHERE_ON_EARTH));
		leave(all, drafts, today);
		Map<GovernmentId, Government> whose = governments
			.all(drafts.stream().map(Draft::government).distinct().toList());
		Map<PledgeReference, Instant> begun = drafts.isEmpty() ? Map.of()
				: trail.latest("pledge.begun", drafts.stream().map(Draft::reference).toList());
		manyAtOnce.batchUpdate(WRITE, drafts.stream().map(draft -> {
			Government government = Objects.requireNonNull(whose.get(draft.government()), "A draft is a government's");
			return line(draft, government, begun.getOrDefault(draft.reference(), draft.changedAt()), today);
		}).toList());
	}

	private void leave(String[] references, List<Draft> drafts, LocalDate today) {
		String[] stay = drafts.stream().map(draft -> draft.reference().value()).toArray(String[]::new);
		int gone = jdbc
			.sql("update coordination_draft set kept_on = ? where reference = any (?) and reference <> all (?)")
			.params(today, references, stay)
			.update();
		if (gone > 0) {
			jdbc.sql("delete from coordination_draft where reference = any (?) and reference <> all (?)")
				.params(references, stay)
				.update();
		}
	}

	private static Object[] line(Draft draft, Government government, Instant begun, LocalDate today) {
		return new Object[] { draft.reference().value(), government.id().value(), government.name(),
				WritePledgeLines.order(government.name()), government.country(), government.region(),
				begun.atOffset(ZoneOffset.UTC), today };
	}

}
