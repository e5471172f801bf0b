package org.calltolocalaction.reviews.worklist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer looks at a pledge, and is told next time what happened meanwhile. */
@Service
@Transactional
public class VisitPledge {

	/** Whoever comes back within this time has not been away. */
	private static final Duration ONE_LOOK = Duration.ofMinutes(30);

	private final List<PledgeNews> sources;

	private final JdbcClient jdbc;

	private final Clock clock;

	VisitPledge(List<PledgeNews> sources, JdbcClient jdbc, Clock clock) {
		this.sources = List.copyOf(sources);
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** The mark of a line of the worklist that the reviewer has not seen as it is now. */
	public enum Mark {

		/** Never looked at. */
		NEW,

		/** Something happened since. */
		CHANGED

	}

	/**
	 * Notes that the reviewer looks at it now, where their partner was asked to judge it;
	 * of other pledges nothing is noted, nor does anybody learn from it whether there are
	 * such.
	 * @return when they looked before; nothing where they never did
	 */
	public Optional<Instant> look(PledgeReference pledge, Person reviewer) {
		PartnerCode partner = reviewer.requirePartner();
		OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
		// Not worth waiting for the disk: what a power failure may lose is that somebody
		// looked.
		return jdbc.sql("""
				insert into pledge_look as look (account, reference, looked_at)
				select ?, ?, ? from (select set_config('synchronous_commit', 'off', true)) as relaxed
				where exists (select from review where reference = ? and partner = ?)
				on conflict (account, reference) do update set looked_at = excluded.looked_at,
				before = case when look.looked_at < ? then look.looked_at else look.before end
				returning before""")
			.params(reviewer.id().value(), pledge.value(), now, pledge.value(), partner.value(), now.minus(ONE_LOOK))
			.query((row, number) -> Optional.ofNullable(instant(row, "before")))
			.optional()
			.flatMap(before -> before);
	}

	/** What happened to it since then, oldest first. */
	@Transactional(readOnly = true)
	public List<PledgeNews.News> since(Instant then, PledgeReference pledge, Person reviewer) {
		return news(List.of(pledge), reviewer).stream()
			.filter(news -> news.at().isAfter(then))
			.sorted(Comparator.comparing(PledgeNews.News::at))
			.toList();
	}

	/** Those of the pledges that deserve one. */
	@Transactional(readOnly = true)
	public Map<PledgeReference, Mark> marks(Collection<PledgeReference> pledges, Person reviewer) {
		Map<PledgeReference, Instant> looked = looked(pledges, reviewer);
		Map<PledgeReference, Mark> marks = new HashMap<>(pledges.stream()
			.filter(pledge -> !looked.containsKey(pledge))
			.distinct()
			.collect(Collectors.toMap(pledge -> pledge, pledge -> Mark.NEW)));
		news(looked.keySet(), reviewer).stream()
			.filter(news -> news.at().isAfter(looked.get(news.pledge())))
			.forEach(news -> marks.put(news.pledge(), Mark.CHANGED));
		return marks;
	}

	private List<PledgeNews.News> news(Collection<PledgeReference> pledges, Person reviewer) {
		return pledges.isEmpty() ? List.of()
				: sources.stream().flatMap(source -> source.of(pledges, reviewer).stream()).toList();
	}

	private Map<PledgeReference, Instant> looked(Collection<PledgeReference> pledges, Person reviewer) {
		Map<PledgeReference, Instant> looked = new HashMap<>();
		jdbc.sql("""
				select reference, looked_at from pledge_look
				where account = ? and reference = any (string_to_array(?, ' '))""")
			.params(reviewer.id().value(),
					pledges.stream().map(PledgeReference::value).collect(Collectors.joining(" ")))
			.query(row -> {
				looked.put(new PledgeReference(row.getString("reference")), instant(row, "looked_at"));
			});
		return looked;
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime instant = row.getObject(column, OffsetDateTime.class);
		return instant == null ? null : instant.toInstant();
	}

}
