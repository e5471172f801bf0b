package org.calltolocalaction.coordination;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.files.ReadAttachments;
import org.calltolocalaction.post.RefusedAddresses.RefusedAddress;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.rounds.Reminder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything there is of a submitted pledge, for a coordinator who has to decide or to
 * answer a question.
 */
@Service
@Transactional(readOnly = true)
public class PledgeFile {

	private final PledgeRows lines;

	private final Pledges pledges;

	private final PledgeHistory history;

	private final Revisions revisions;

	private final Inclusions inclusions;

	private final ReadAttachments attachments;

	private final UndeliverableContacts undeliverable;

	PledgeFile(PledgeRows lines, Pledges pledges, PledgeHistory history, Revisions revisions, Inclusions inclusions,
			ReadAttachments attachments, UndeliverableContacts undeliverable) {
		this.lines = lines;
		this.pledges = pledges;
		this.history = history;
		this.revisions = revisions;
		this.inclusions = inclusions;
		this.attachments = attachments;
		this.undeliverable = undeliverable;
	}

	/**
	 * @param revision the newest one
	 * @param revisions all of them, the first one first
	 * @param reviews of all revisions, oldest revision first
	 * @param reminders what was done about reviews that were overdue
	 * @param inclusion its place in a report, if it has one
	 * @param people whoever submitted or reviewed, or was reminded
	 * @param undeliverable those of the contacts' addresses at which no mail arrives
	 */
	public record Contents(PledgeRow line, Revision revision, List<Revision> revisions, List<Review> reviews,
			List<Reminder> reminders, Optional<Inclusion> inclusion, Map<AccountId, Person> people,
			List<RefusedAddress> undeliverable) {

		/** How a person signs; empty where the account is gone. */
		public String nameOf(AccountId account) {
			return Optional.ofNullable(people.get(account)).map(Person::name).orElse("");
		}

	}

	/**
	 * The pledge, or {@link NotFound}: a draft that was never submitted is its
	 * government's own.
	 */
	public Contents of(PledgeReference reference, Person by) {
		by.requireOversight();
		Pledge pledge = pledges.pledge(reference);
		if (!pledge.submitted()) {
			throw new NotFound("Submitted pledge " + reference);
		}
		PledgeHistory.History past = history.of(reference);
		Revision newest = past.revisions().get(past.revisions().size() - 1);
		return new Contents(lines.lines(List.of(pledge)).get(0), newest, past.revisions(), past.reviews(),
				past.reminders(), inclusions.find(reference), past.people(), undeliverable.of(newest));
	}

	/** A file that was submitted with any of its revisions. */
	public Download attachment(PledgeReference reference, AttachmentId id, Person by) {
		by.requireOversight();
		return attachments.submitted(revisions.of(reference), id, Reader.COORDINATOR);
	}

}
