package org.calltolocalaction.coordination.timeline;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.ReadTrail;
import org.calltolocalaction.coordination.Trail;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads what was of a pledge, entries and mails in one order, some at a time: by their
 * place and not by counting, so that the first page costs what the last does.
 */
@Component
@Transactional(readOnly = true)
public class ReadPast {

	static final int PAGE = 50;

	/** No mail and no entry is of such a late time. */
	private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

	/** An extension of the pledge stands on the trail of its edition. */
	private static final String ABOUT = "(about = ? or kind in ('edition.extension-granted', "
			+ "'edition.extension-ended') and facts ->> 'pledge' = ?)";

	private final JdbcClient jdbc;

	private final MailLog mails;

	private final ReadTrail trail;

	ReadPast(JdbcClient jdbc, MailLog mails, ReadTrail trail) {
		this.jdbc = jdbc;
		this.mails = mails;
		this.trail = trail;
	}

	/**
	 * A page of what was, oldest first.
	 *
	 * @param trail its entries, with whoever is named in them
	 * @param earlier whether there are earlier moments
	 * @param later whether there are later ones; then it does not lead up to now
	 */
	public record Past(List<Moment> moments, Trail trail, boolean earlier, boolean later) {
	}

	/** Where a page ends, or begins, and when that was. */
	private record Place(MomentId id, Instant at) {
	}

	/** The newest page. */
	public Past newest(PledgeReference reference, TimelinePart part, Person by) {
		by.requireOversight();
		return before(reference, part, Optional.empty());
	}

	/** The page that ends before this moment; the newest one where there is none such. */
	public Past before(PledgeReference reference, TimelinePart part, MomentId moment, Person by) {
		by.requireOversight();
		return before(reference, part, place(moment));
	}

	/**
	 * The page that begins behind this moment; the newest one where there is none such.
	 */
	public Past behind(PledgeReference reference, TimelinePart part, MomentId moment, Person by) {
		by.requireOversight();
		return place(moment).map(place -> behind(reference, part, place))
			.orElseGet(() -> before(reference, part, Optional.empty()));
	}

	private Past before(PledgeReference reference, TimelinePart part, Optional<Place> place) {
		Instant at = place.map(Place::at).orElse(NEVER);
		// At the same instant entries come before mails.
		SqlCondition side = place.flatMap(end -> end.id().entry())
			.map(entry -> beside("(at, id) < (?, ?)", at, entry))
			.orElseGet(() -> SqlCondition.of("at <= ?", at.atOffset(ZoneOffset.UTC)));
		Trail acts = entries(reference, part, side, "desc");
		List<LoggedMail> told = part.withMails()
				? mails.before(reference, at, place.flatMap(end -> end.id().mail()), PAGE + 1) : List.of();
		List<Moment> found = merged(acts, told, Moment.IN_TIME.reversed());
		List<Moment> page = new ArrayList<>(found.subList(0, Math.min(PAGE, found.size())));
		Collections.reverse(page);
		return new Past(page, acts, found.size() > PAGE, place.isPresent());
	}

	private Past behind(PledgeReference reference, TimelinePart part, Place place) {
		SqlCondition side = place.id()
			.entry()
			.map(entry -> beside("(at, id) > (?, ?)", place.at(), entry))
			.orElseGet(() -> SqlCondition.of("at > ?", place.at().atOffset(ZoneOffset.UTC)));
		Trail acts = entries(reference, part, side, "asc");
		List<LoggedMail> told = part.withMails() ? mails.since(reference, place.at(), place.id().mail(), PAGE + 1)
				: List.of();
		List<Moment> found = merged(acts, told, Moment.IN_TIME);
		return new Past(List.copyOf(found.subList(0, Math.min(PAGE, found.size()))), acts, true, found.size() > PAGE);
	}

	/** Both are in that order already, and what is equal in it stays in its own. */
	private static List<Moment> merged(Trail acts, List<LoggedMail> told, Comparator<Moment> order) {
		return Stream.concat(acts.entries().stream().map(Moment::of), told.stream().map(Moment::of))
			.sorted(order)
			.toList();
	}

	private Trail entries(PledgeReference reference, TimelinePart part, SqlCondition side, String direction) {
		SqlCondition wanted = SqlCondition
			.all(List.of(SqlCondition.of(ABOUT, reference.value(), reference.value()), part.entries(), side));
		List<EntryId> ids = jdbc
			.sql("select id from trail_entry where %s order by at %s, id %s limit %d".formatted(wanted.sql(), direction,
					direction, PAGE + 1))
			.params(wanted.parameters())
			.query((row, number) -> new EntryId(row.getLong("id")))
			.list();
		Trail newestFirst = trail.of(ids);
		if (direction.equals("desc")) {
			return newestFirst;
		}
		List<RecordedEntry> entries = new ArrayList<>(newestFirst.entries());
		Collections.reverse(entries);
		return new Trail(entries, newestFirst.people());
	}

	private static SqlCondition beside(String side, Instant at, EntryId entry) {
		return SqlCondition.of(side, at.atOffset(ZoneOffset.UTC), entry.value());
	}

	private Optional<Place> place(MomentId moment) {
		Optional<Instant> at = moment.mail()
			.map(mails::writtenAt)
			.orElseGet(() -> jdbc.sql("select at from trail_entry where id = ?")
				.param(moment.entry().orElseThrow().value())
				.query(Timestamp.class)
				.optional()
				.map(Timestamp::toInstant));
		return at.map(then -> new Place(moment, then));
	}

}
