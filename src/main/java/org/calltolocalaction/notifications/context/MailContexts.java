package org.calltolocalaction.notifications.context;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.signoff.SubmittedSignOff;
import org.calltolocalaction.pledges.signoff.SubmittedSignOffs;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Component;

/** Gathers what the mails about a submitted pledge are written from. */
@Component
public class MailContexts {

	private final Pledges pledges;

	private final Revisions revisions;

	private final Reviews reviews;

	private final Governments governments;

	private final SubmittedSignOffs signOffs;

	private final PledgeForm form;

	MailContexts(Pledges pledges, Revisions revisions, Reviews reviews, Governments governments,
			SubmittedSignOffs signOffs, PledgeForm form) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.reviews = reviews;
		this.governments = governments;
		this.signOffs = signOffs;
		this.form = form;
	}

	public MailContext of(PledgeReference reference) {
		Pledge pledge = pledges.pledge(reference);
		Revision newest = revisions.latestOf(pledge);
		return new MailContext(pledge, newest, form.title(reference, newest.answers(), Reader.PARTNER),
				governments.government(pledge.government()), signOffs.of(reference, newest.number()),
				reviews.of(reference));
	}

	/**
	 * Those of many, in this order, in a few queries: for as many as are written at once.
	 */
	public List<MailContext> all(List<PledgeReference> references) {
		List<String> names = references.stream().map(PledgeReference::value).toList();
		Map<PledgeReference, Pledge> found = by(Pledge::reference, pledges.all(references));
		Map<PledgeReference, Revision> newest = by(Revision::reference, revisions.latestOf(names));
		Map<GovernmentId, Government> bodies = governments
			.all(found.values().stream().map(Pledge::government).distinct().toList());
		Map<PledgeReference, SubmittedSignOff> approved = signOffs
			.of(found.values().stream().collect(Collectors.toMap(Pledge::reference, Pledge::latestRevision)));
		Map<PledgeReference, List<Review>> judged = reviews.ofAll(names)
			.stream()
			.collect(Collectors.groupingBy(Review::reference));
		return references.stream().map(reference -> {
			Pledge pledge = known(found, reference);
			Revision revision = known(newest, reference);
			return new MailContext(pledge, revision, form.title(reference, revision.answers(), Reader.PARTNER),
					known(bodies, pledge.government()), Optional.ofNullable(approved.get(reference)),
					judged.getOrDefault(reference, List.of()));
		}).toList();
	}

	private static <T> Map<PledgeReference, T> by(Function<T, PledgeReference> reference, List<T> found) {
		return found.stream().collect(Collectors.toMap(reference, Function.identity()));
	}

	// What mails tell of was submitted by a government.
	private static <K, V> V known(Map<K, V> found, K key) {
		return Objects.requireNonNull(found.get(key), () -> "Nothing is known of " + key);
	}

}
