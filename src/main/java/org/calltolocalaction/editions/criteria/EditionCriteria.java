package org.calltolocalaction.editions.criteria;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionYear;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps every version of the criteria by which the pledges of an edition are judged. */
@Service
public class EditionCriteria {

	private final JdbcClient jdbc;

	private final Clock clock;

	// A version never changes once it is committed, so it is read once.
	private final Map<Version, Criteria> known = new ConcurrentHashMap<>();

	EditionCriteria(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	private record Version(EditionYear edition, int number) {
	}

	/** The criteria by which a review would be made that is opened now. */
	@Transactional(readOnly = true)
	public Criteria now(EditionYear edition) {
		return newest(edition).map(version -> version(edition, version)).orElseGet(() -> Criteria.first(edition));
	}

	/**
	 * The same for a review that is being opened: from now on they stay on the record.
	 */
	@Transactional
	public Criteria forJudging(EditionYear edition) {
		Criteria now = now(edition);
		if (newest(edition).isEmpty()) {
			write(now);
		}
		return now;
	}

	/** The criteria as they were in this version. */
	@Transactional(readOnly = true)
	public Criteria version(EditionYear edition, int number) {
		Version asked = new Version(edition, number);
		Criteria criteria = known.get(asked);
		if (criteria == null) {
			criteria = read(asked);
			remember(asked, criteria);
		}
		return criteria;
	}

	/**
	 * What this transaction may have written itself, it may undo: another choice would
	 * get the same number then.
	 */
	private void remember(Version version, Criteria criteria) {
		if (!TransactionSynchronizationManager.isActualTransactionActive()
				|| TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
			known.put(version, criteria);
			return;
		}
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				known.put(version, criteria);
			}
		});
	}

	/**
	 * What an edition is judged by from the opening of its call on; says whether that is
	 * other than it was. None chosen leaves it as it is.
	 */
	@Transactional
	public boolean begin(EditionYear edition, Map<Criterion, Integer> chosen) {
		Criteria now = now(edition);
		boolean other = !chosen.isEmpty() && !chosen.equals(now.weights());
		if (other) {
			write(new Criteria(edition, forJudging(edition).version() + 1, chosen));
		}
		return other;
	}

	/** Whether somebody chose them, which were the same for everything before. */
	@Transactional(readOnly = true)
	public boolean chosen(EditionYear edition) {
		return now(edition).version() > 1;
	}

	/**
	 * Two that are opened at once begin with the same: the second one's lines are there
	 * already.
	 */
	void write(Criteria criteria) {
		criteria.weights()
			.forEach((criterion, weight) -> jdbc.sql("""
					insert into edition_criterion (edition_year, version, criterion, weight, chosen_at)
					values (?, ?, ?, ?, ?) on conflict do nothing""")
				.params(criteria.edition().value(), criteria.version(), criterion.name(), weight,
						clock.instant().atOffset(ZoneOffset.UTC))
				.update());
	}

	private Optional<Integer> newest(EditionYear edition) {
		return jdbc.sql("select max(version) from edition_criterion where edition_year = ?")
			.param(edition.value())
			.query((row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)))
			.single();
	}

	private Criteria read(Version version) {
		Map<Criterion, Integer> weights = jdbc
			.sql("select criterion, weight from edition_criterion where edition_year = ? and version = ?")
			.params(version.edition().value(), version.number())
			.query((row, number) -> Map.entry(Criterion.valueOf(row.getString("criterion")), row.getInt("weight")))
			.list()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
		return new Criteria(version.edition(), version.number(), weights);
	}

}
