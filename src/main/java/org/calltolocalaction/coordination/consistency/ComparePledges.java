package org.calltolocalaction.coordination.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Compares pledges with their processes, and with their places in reports. */
@Component
@Transactional(readOnly = true)
class ComparePledges {

	private static final int AT_ONCE = 1_000;

	// An included one whose report is frozen is done.
	private static final String UNDER_WAY = """
			select pledge.reference from pledge_standing pledge left join pledge_place place using (reference)
			left join edition_standing edition on edition.year = place.edition_year
			where pledge.reference > ? and (pledge.state in ('UNDER_REVIEW', 'CHANGES_REQUESTED', 'DISAGREEMENT', 'ACCEPTED')
			or pledge.state = 'INCLUDED' and edition.state in ('OPEN', 'CLOSED', 'CONFIRMED'))
			order by pledge.reference limit ?""";

	private final RunningProcesses processes;

	private final JdbcClient jdbc;

	ComparePledges(RunningProcesses processes, JdbcClient jdbc) {
		this.processes = processes;
		this.jdbc = jdbc;
	}

	/** Those that are under way and stand still. */
	List<String> withoutProcess() {
		List<String> without = new ArrayList<>();
		List<String> portion = portion("");
		while (!portion.isEmpty()) {
			Set<String> running = processes.of(ModelKey.PLEDGE_LIFECYCLE, portion);
			portion.stream().filter(reference -> !running.contains(reference)).forEach(without::add);
			portion = portion(portion.get(portion.size() - 1));
		}
		return without;
	}

	List<String> includedWithoutPlace() {
		return jdbc.sql("""
				select reference from pledge_standing where state = 'INCLUDED'
				and not exists (select from pledge_place where pledge_place.reference = pledge_standing.reference)
				order by 1""").query(String.class).list();
	}

	List<String> placeWithoutInclusion() {
		return jdbc.sql("""
				select reference from pledge_place
				where not exists (select from pledge_standing where pledge_standing.reference = pledge_place.reference
				and pledge_standing.state = 'INCLUDED') order by 1""").query(String.class).list();
	}

	private List<String> portion(String after) {
		return jdbc.sql(UNDER_WAY).params(after, AT_ONCE).query(String.class).list();
	}

}
