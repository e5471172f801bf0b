package org.calltolocalaction.coordination.consistency;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.coordination.lists.LinesConsistency;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.outbox.StrandedMails;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.OpenReviewTasks.ReviewTask;
import org.calltolocalaction.reviews.RepairReviewTasks;
import org.calltolocalaction.reviews.RepairReviewTasks.Repair;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts right what the last check found, where that can be done by itself: what would be
 * done is worked out anew when it is shown and when it is done, and where the two differ
 * nothing is done.
 */
@Service
public class RepairDifferences {

	private final Checks checks;

	private final RepairReviewTasks reviews;

	private final StrandedMails mails;

	private final LinesConsistency lines;

	private final AuditTrail audit;

	RepairDifferences(Checks checks, RepairReviewTasks reviews, StrandedMails mails, LinesConsistency lines,
			AuditTrail audit) {
		this.checks = checks;
		this.reviews = reviews;
		this.mails = mails;
		this.lines = lines;
		this.audit = audit;
	}

	/** What is done about a difference. */
	public enum Step {

		OPEN_TASK, END_TASK, SEND_MAIL, START_DIGEST, WRITE_LINE, BY_HAND

	}

	/** A difference that is still there, and what would be done. */
	public record Planned(Finding finding, Step step) {
	}

	/**
	 * What a repair would do.
	 *
	 * @param fingerprint by which it is told from another one
	 */
	public record RepairForecast(Difference kind, List<Planned> planned, String fingerprint) {

		/** How many would be put right. */
		public long repaired() {
			return planned.stream().filter(one -> one.step() != Step.BY_HAND).count();
		}

	}

	/** What the repair of this kind would do now. */
	@Transactional(readOnly = true)
	public RepairForecast forecast(Difference kind, Person by) {
		by.requireOversight();
		return plan(kind);
	}

	/**
	 * Does what was read.
	 * @param foreseen the fingerprint of the forecast that was read
	 * @return false where something else would be done by now, and nothing was
	 */
	@Transactional
	public boolean repair(Difference kind, String foreseen, Person by) {
		by.requireCoordinator();
		RepairForecast now = plan(kind);
		if (!now.fingerprint().equals(foreseen)) {
			return false;
		}
		List<Planned> done = now.planned().stream().filter(one -> one.step() != Step.BY_HAND).toList();
		apply(kind, done.stream().map(Planned::finding).toList());
		audit.recordAll(done.stream()
			.map(one -> AuditEntry.of("difference.repaired", new About(one.finding().subject()))
				.by(by)
				.with("difference", kind)
				.with("repair", one.step()))
			.toList());
		return true;
	}

	/** What the entry is about, as it stands on the trail. */
	private record About(String value) {

		@Override
		public String toString() {
			return value;
		}

	}

	private RepairForecast plan(Difference kind) {
		List<Finding> found = checks.newest().stream().flatMap(check -> check.of(kind).stream()).toList();
		List<Planned> planned = planned(kind, found)
			.sorted(Comparator.comparing((Planned one) -> one.finding().subject())
				.thenComparing(one -> one.finding().partner()))
			.toList();
		return new RepairForecast(kind, planned,
				UUID.nameUUIDFromBytes((kind + " " + planned).getBytes(StandardCharsets.UTF_8)).toString());
	}

	private Stream<Planned> planned(Difference kind, List<Finding> found) {
		return switch (kind) {
			case REVIEW_WITHOUT_TASK,
					TASK_WITHOUT_REVIEW ->
				reviews.plan(tasks(found))
					.entrySet()
					.stream()
					.map(one -> new Planned(
							new Finding(kind, one.getKey().reference().value(), one.getKey().partner().value()),
							step(one.getValue())));
			case MAIL_SENT_BY_NOBODY -> mails.stillSentByNobody(mailIds(found))
				.stream()
				.map(mail -> new Planned(Finding.of(kind, mail), Step.SEND_MAIL));
			case DIGEST_BY_NOBODY -> {
				List<AccountId> asked = readers(found);
				yield mails.withoutDigest()
					.stream()
					.filter(asked::contains)
					.map(reader -> new Planned(Finding.of(kind, reader), Step.START_DIGEST));
			}
			case LINE_IS_WRONG -> lines.wrongOf(references(found))
				.stream()
				.map(reference -> new Planned(Finding.of(kind, reference), Step.WRITE_LINE));
			case PLEDGE_WITHOUT_PROCESS, INCLUDED_WITHOUT_PLACE, PLACE_WITHOUT_INCLUSION ->
				found.stream().map(finding -> new Planned(finding, Step.BY_HAND));
		};
	}

	private void apply(Difference kind, List<Finding> findings) {
		switch (kind) {
			case REVIEW_WITHOUT_TASK, TASK_WITHOUT_REVIEW -> {
				Map<ReviewTask, Repair> plan = reviews.plan(tasks(findings));
				reviews.repair(plan);
			}
			case MAIL_SENT_BY_NOBODY -> mails.send(mailIds(findings));
			case DIGEST_BY_NOBODY -> mails.startDigests(readers(findings));
			case LINE_IS_WRONG -> lines.writeAnew(references(findings));
			case PLEDGE_WITHOUT_PROCESS, INCLUDED_WITHOUT_PLACE, PLACE_WITHOUT_INCLUSION -> {
				// There is nothing that could be done by itself.
			}
		}
	}

	private static Step step(Repair repair) {
		return switch (repair) {
			case OPEN_TASK -> Step.OPEN_TASK;
			case END_TASK -> Step.END_TASK;
			case NONE -> Step.BY_HAND;
		};
	}

	private static List<ReviewTask> tasks(Collection<Finding> findings) {
		return findings.stream()
			.map(finding -> new ReviewTask(new PledgeReference(finding.subject()), new PartnerCode(finding.partner())))
			.toList();
	}

	private static List<MailId> mailIds(Collection<Finding> findings) {
		return findings.stream().map(finding -> new MailId(UUID.fromString(finding.subject()))).toList();
	}

	private static List<AccountId> readers(Collection<Finding> findings) {
		return findings.stream().map(finding -> new AccountId(UUID.fromString(finding.subject()))).toList();
	}

	private static List<PledgeReference> references(Collection<Finding> findings) {
		return findings.stream().map(finding -> new PledgeReference(finding.subject())).collect(Collectors.toList());
	}

}
