package org.calltolocalaction.coordination;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.AuditTrail;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.MailLog;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.files.ReadAttachments;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.RefusedAddresses.RefusedAddress;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.rounds.Reminder;
import org.calltolocalaction.reviews.rounds.Reminders;
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

	private final Revisions revisions;

	private final Reviews reviews;

	private final Reminders reminders;

	private final Inclusions inclusions;

	private final People people;

	private final MailLog mails;

	private final AuditTrail trail;

	private final ReadAttachments attachments;

	private final PledgeForm form;

	private final RefusedAddresses refusedAddresses;

	PledgeFile(PledgeRows lines, Pledges pledges, Revisions revisions, Reviews reviews, Reminders reminders,
			Inclusions inclusions, People people, MailLog mails, AuditTrail trail, ReadAttachments attachments,
			PledgeForm form, RefusedAddresses refusedAddresses) {
		this.lines = lines;
		this.pledges = pledges;
		this.revisions = revisions;
		this.reviews = reviews;
		this.reminders = reminders;
		this.inclusions = inclusions;
		this.people = people;
		this.mails = mails;
		this.trail = trail;
		this.attachments = attachments;
		this.form = form;
		this.refusedAddresses = refusedAddresses;
	}

	/**
	 * @param revision the newest one
	 * @param revisions all of them, the first one first
	 * @param reviews of all revisions, oldest revision first
	 * @param reminders what was done about reviews that were overdue
	 * @param inclusion its place in a report, if it has one
	 * @param people whoever submitted or reviewed, or was reminded
	 * @param mails about it, oldest first
	 * @param undeliverable those of the contacts' addresses at which no mail arrives
	 */
	public record Contents(PledgeRow line, Revision revision, List<Revision> revisions, List<Review> reviews,
			List<Reminder> reminders, Optional<Inclusion> inclusion, Map<AccountId, Person> people,
			List<LoggedMail> mails, List<AuditTrail.Entry> trail, List<RefusedAddress> undeliverable) {

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
		by.requireCoordinator();
		Pledge pledge = pledges.pledge(reference);
		if (!pledge.submitted()) {
			throw new NotFound("Submitted pledge " + reference);
		}
		List<Revision> submitted = revisions.of(reference);
		List<Review> judged = reviews.of(reference);
		List<Reminder> reminded = reminders.of(reference);
		return new Contents(lines.lines(List.of(pledge)).get(0), submitted.get(submitted.size() - 1), submitted, judged,
				reminded, inclusions.find(reference), people.all(named(submitted, judged, reminded)),
				mails.of(reference), trail.of(reference.value()), undeliverable(submitted.get(submitted.size() - 1)));
	}

	private List<RefusedAddress> undeliverable(Revision revision) {
		return List.copyOf(refusedAddresses.among(form.definition().emails(revision.answers())).values());
	}

	/** A file that was submitted with any of its revisions. */
	public Download attachment(PledgeReference reference, AttachmentId id, Person by) {
		by.requireCoordinator();
		return attachments.submitted(revisions.of(reference), id, Reader.COORDINATOR);
	}

	private static Collection<AccountId> named(List<Revision> revisions, List<Review> reviews,
			List<Reminder> reminders) {
		Stream<AccountId> reviewers = reviews.stream()
			.flatMap(review -> Stream.concat(review.takenBy().stream(), review.completedBy().stream()));
		Stream<AccountId> reminded = reminders.stream().flatMap(reminder -> reminder.told().stream());
		return Stream.of(revisions.stream().map(Revision::submittedBy), reviewers, reminded)
			.flatMap(Function.identity())
			.distinct()
			.toList();
	}

}
