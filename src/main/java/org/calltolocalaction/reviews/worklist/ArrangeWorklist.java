package org.calltolocalaction.reviews.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A reviewer says how they want their worklist. Nobody else sees it, so it is not on the
 * trail.
 */
@Service
@Transactional
public class ArrangeWorklist {

	private final JdbcClient jdbc;

	ArrangeWorklist(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Transactional(readOnly = true)
	public WorklistSettings settings(Person reviewer) {
		return jdbc.sql("select columns, shortcuts, dense from worklist_settings where account = ?")
			.param(reviewer.id().value())
			.query(ArrangeWorklist::read)
			.optional()
			.orElse(WorklistSettings.AT_FIRST);
	}

	/** None at all is a list of titles. */
	public void show(Set<WorklistColumn> columns, Person by) {
		WorklistSettings before = settings(by);
		keep(new WorklistSettings(columns, before.shortcuts(), before.dense()), by);
	}

	/** The columns that everybody has at first. */
	public void showAsAtFirst(Person by) {
		show(WorklistSettings.AT_FIRST.columns(), by);
	}

	/** Whoever speaks to a computer, or hits keys by chance, is better off without. */
	public void useShortcuts(boolean use, Person by) {
		WorklistSettings before = settings(by);
		keep(new WorklistSettings(before.columns(), use, before.dense()), by);
	}

	/** More lines on one screen, for whoever knows what they are looking for. */
	public void showDense(boolean dense, Person by) {
		WorklistSettings before = settings(by);
		keep(new WorklistSettings(before.columns(), before.shortcuts(), dense), by);
	}

	private void keep(WorklistSettings settings, Person by) {
		by.requirePartner();
		jdbc.sql("""
				insert into worklist_settings (account, columns, shortcuts, dense)
				values (?, string_to_array(?, ' '), ?, ?) on conflict (account) do update
				set columns = excluded.columns, shortcuts = excluded.shortcuts, dense = excluded.dense""")
			.params(by.id().value(), settings.columns().stream().map(Enum::name).collect(Collectors.joining(" ")),
					settings.shortcuts(), settings.dense())
			.update();
	}

	private static WorklistSettings read(ResultSet row, int number) throws SQLException {
		return new WorklistSettings(Stream.of((String[]) row.getArray("columns").getArray())
			.map(WorklistColumn::valueOf)
			.collect(Collectors.toSet()), row.getBoolean("shortcuts"), row.getBoolean("dense"));
	}

}
