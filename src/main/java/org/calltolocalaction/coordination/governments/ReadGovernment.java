package org.calltolocalaction.coordination.governments;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.ReadTrail;
import org.calltolocalaction.coordination.Trail;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.evidence.AlikeGovernments;
import org.calltolocalaction.governments.evidence.AlikeGovernments.Alike;
import org.calltolocalaction.governments.membership.MembershipHistory;
import org.calltolocalaction.governments.membership.MembershipHistory.Past;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.kernel.audit.EntryId;
import org.calltolocalaction.kernel.audit.RecordedEntry;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers what coordinators see of one government. What was written about those that were
 * merged into it is read with it.
 */
@Service
@Transactional(readOnly = true)
public class ReadGovernment {

	private static final int MAILS = 20;

	private static final int ENTRIES = 100;

	private final Governments governments;

	private final MembershipHistory history;

	private final AlikeGovernments alike;

	private final CloseAsForeseen close;

	private final MailLog mails;

	private final AuditTrail trail;

	private final ReadTrail readTrail;

	private final JdbcClient jdbc;

	ReadGovernment(Governments governments, MembershipHistory history, AlikeGovernments alike, CloseAsForeseen close,
			MailLog mails, AuditTrail trail, ReadTrail readTrail, JdbcClient jdbc) {
		this.governments = governments;
		this.history = history;
		this.alike = alike;
		this.close = close;
		this.mails = mails;
		this.trail = trail;
		this.readTrail = readTrail;
		this.jdbc = jdbc;
	}

	/**
	 * A government, with those that were merged into it.
	 *
	 * @param people who acts for it, acted or asked to, the last first
	 * @param counts of its pledges and requests, as closing it would find them
	 * @param editions in whose lists it has pledges, the newest first
	 * @param mails the newest about it
	 * @param trail the newest entries about it
	 */
	public record File(Government government, List<Government> merged, List<Past> people, List<Alike> alike,
			CloseForecast counts, List<EditionYear> editions, List<LoggedMail> mails, Trail trail) {

		/** Those who act for it now. */
		public List<Past> members() {
			return people.stream().filter(Past::active).toList();
		}

		/** Those who did, or asked to. */
		public List<Past> past() {
			return people.stream().filter(one -> !one.active()).toList();
		}

	}

	public File of(GovernmentId id, Person by) {
		by.requireOversight();
		Government government = governments.government(id);
		List<Government> merged = governments.mergedInto(government.id());
		List<GovernmentId> all = Stream.concat(Stream.of(government), merged.stream()).map(Government::id).toList();
		return new File(government, merged, history.of(government.id(), by), alike.to(government),
				close.forecast(government.id(), by), editions(government.id()), mails.about(all, MAILS),
				readTrail.of(newest(all)));
	}

	private List<EditionYear> editions(GovernmentId id) {
		return jdbc.sql(
				"select distinct edition from coordination_pledge where government_id = ? and edition > 0 order by edition desc")
			.param(id.value())
			.query((row, number) -> new EditionYear(row.getInt(1)))
			.list();
	}

	private Collection<EntryId> newest(List<GovernmentId> ids) {
		return ids.stream()
			.flatMap(id -> trail.of(id).stream())
			.sorted(Comparator.comparing(RecordedEntry::at).reversed())
			.limit(ENTRIES)
			.map(RecordedEntry::id)
			.toList();
	}

}
