package org.calltolocalaction.coordination.lists;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.governments.GovernmentCorrected;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.merging.GovernmentMerged;
import org.calltolocalaction.governments.standing.StandingChanged;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.notifications.MailArrivedAfterAll;
import org.calltolocalaction.notifications.MailNotArrived;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.ReviewOpened;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Follows whatever happens to pledges. Every change of state stands on the trail, so each
 * entry of it is heard; beside it what is no act of anybody: that a review was opened,
 * that a mail did not arrive, or arrived after all. The lines are written once, just
 * before the transaction is committed, when all else of it is done; or before, where the
 * same transaction reads them.
 */
@Component
public class PledgeLines {

	static final int AT_ONCE = 500;

	/** What is done about a pledge and changes nothing of what is listed of it. */
	private static final Set<String> CHANGES_NOTHING = Set.of("pledge.reminded", "pledge.written-to",
			"pledge.message-planned", "edition.pledges-reminded", "edition.pledges-written-to",
			"edition.message-planned", "edition.message-cancelled");

	/** Now and then changes of the same day are put together. */
	private static final int WRITTEN_BETWEEN = 1_000;

	private final WritePledgeLines pledges;

	private final WriteInNoReport inNoReport;

	private final WriteDraftLines drafts;

	private final PlacedOtherwise placedOtherwise;

	private final KeptCounts counts;

	private final EntityManager entityManager;

	private final JdbcClient jdbc;

	private final AtomicInteger written = new AtomicInteger();

	PledgeLines(WritePledgeLines pledges, WriteInNoReport inNoReport, WriteDraftLines drafts,
			PlacedOtherwise placedOtherwise, KeptCounts counts, EntityManager entityManager, JdbcClient jdbc) {
		this.pledges = pledges;
		this.inNoReport = inNoReport;
		this.drafts = drafts;
		this.placedOtherwise = placedOtherwise;
		this.counts = counts;
		this.entityManager = entityManager;
		this.jdbc = jdbc;
	}

	/** What is to be written in this transaction. */
	private static final class ToWrite extends ResourceHolderSupport {

		private final SortedSet<PledgeReference> references = new TreeSet<>();

		private boolean editions;

		private boolean nothing() {
			return references.isEmpty() && !editions;
		}

	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(AuditEntry entry) {
		if (CHANGES_NOTHING.contains(entry.kind())) {
			return;
		}
		if (entry.kind().startsWith("edition.")) {
			EditionYear.parse(entry.about()).ifPresent(year -> toWrite().editions = true);
		}
		else {
			PledgeReference.parse(entry.about()).ifPresent(toWrite().references::add);
		}
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(ReviewOpened opened) {
		toWrite().references.add(opened.reference());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(MailNotArrived mail) {
		PledgeReference.parse(mail.about()).ifPresent(toWrite().references::add);
	}

	/**
	 * Only where the line says otherwise: most mails that come late were never given up.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(MailArrivedAfterAll mail) {
		toWriteAll(jdbc.sql("select distinct reference from coordination_pledge where reference = ? and mail_failed")
			.param(mail.about()));
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(GovernmentCorrected corrected) {
		toWriteAllOf(corrected.government());
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(StandingChanged changed) {
		toWriteAllOf(changed.government().id());
	}

	/**
	 * The lines still name the one that it was; written last, they name the other.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(GovernmentMerged merged) {
		toWriteAllOf(merged.fromId());
		toWriteAllOf(merged.intoId());
	}

	private void toWriteAllOf(GovernmentId id) {
		Object government = id.value();
		toWriteAll(jdbc
			.sql("select reference from coordination_pledge where government_id = ? "
					+ "union select reference from coordination_draft where government_id = ?")
			.params(government, government));
	}

	private void toWriteAll(JdbcClient.StatementSpec references) {
		toWrite().references
			.addAll(references.query((row, number) -> new PledgeReference(row.getString("reference"))).list());
	}

	/** Whatever this transaction has done so far is in the lists that it reads. */
	void catchUp() {
		if (TransactionSynchronizationManager.getResource(PledgeLines.class) instanceof ToWrite begun
				&& !begun.nothing()) {
			write(begun);
		}
	}

	/** The lines of these, as they are now, submitted or not. */
	@Transactional(propagation = Propagation.MANDATORY)
	void write(Collection<PledgeReference> references) {
		pledges.write(references);
		inNoReport.write(references);
		drafts.write(references);
		if (written.addAndGet(references.size()) >= WRITTEN_BETWEEN) {
			written.set(0);
			counts.putTogether();
		}
	}

	private void write(ToWrite toWrite) {
		entityManager.flush();
		if (toWrite.editions) {
			toWrite.editions = false;
			toWrite.references.addAll(placedOtherwise.now());
		}
		List<PledgeReference> all = List.copyOf(toWrite.references);
		toWrite.references.clear();
		pledges.hold(all);
		for (int from = 0; from < all.size(); from += AT_ONCE) {
			write(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
		}
	}

	private ToWrite toWrite() {
		if (TransactionSynchronizationManager.getResource(PledgeLines.class) instanceof ToWrite begun) {
			return begun;
		}
		ToWrite toWrite = new ToWrite();
		TransactionSynchronizationManager.bindResource(PledgeLines.class, toWrite);
		TransactionSynchronizationManager
			.registerSynchronization(new ResourceHolderSynchronization<>(toWrite, PledgeLines.class) {

				@Override
				public void beforeCommit(boolean readOnly) {
					// Read anew once the lock is ours: another one may have changed the
					// same
					// pledge since this transaction read it.
					if (!toWrite.nothing()) {
						entityManager.flush();
						entityManager.clear();
						write(toWrite);
					}
				}

			});
		return toWrite;
	}

}
