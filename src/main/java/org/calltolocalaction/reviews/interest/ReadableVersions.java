package org.calltolocalaction.reviews.interest;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reviews.Review;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of which versions of a pledge a reviewer may read what others say. Who has declared an
 * interest reads none of it, their own partner's no more than that of others. Who has
 * withdrawn it reads what is said of versions that were submitted afterwards: otherwise
 * withdrawing, reading and declaring again would be a way around it.
 */
@Component
@Transactional(readOnly = true)
public class ReadableVersions {

	private final Interests interests;

	private final Pledges pledges;

	private final Revisions revisions;

	ReadableVersions(Interests interests, Pledges pledges, Revisions revisions) {
		this.interests = interests;
		this.pledges = pledges;
		this.revisions = revisions;
	}

	/**
	 * The first version that may be read about, and when it was submitted.
	 */
	public record From(int version, Instant submitted) {

		private static final From THE_FIRST = new From(1, Instant.MIN);

		private static final From NONE = new From(Integer.MAX_VALUE, Instant.MAX);

		/** Whether what a partner says of the version that this review judges is open. */
		public boolean includes(Review review) {
			return review.revision() >= version;
		}

		/** Whether what was written at this time is open. */
		public boolean includes(Instant written) {
			return !written.isBefore(submitted);
		}

		/** Whether there is nothing that would be closed. */
		public boolean all() {
			return equals(THE_FIRST);
		}

	}

	/** From where on this reader may read what others say of the pledge. */
	public From of(PledgeReference reference, AccountId reader) {
		return limited(List.of(reference), reader).getOrDefault(reference, From.THE_FIRST);
	}

	/**
	 * Whether this reader may read what an author wrote into the review of their partner;
	 * one's own words stay readable while one does not keep out.
	 */
	public boolean open(Review review, AccountId author, AccountId reader) {
		return of(review.reference(), reader).includes(review)
				|| author.equals(reader) && !interests.keepOut(reader, review);
	}

	/** Refuses whatever would show what is closed to this reader. */
	public void requireOpen(Review review, AccountId author, AccountId reader) {
		if (!open(review, author, reader)) {
			throw new Refused("reviews.interest.closed");
		}
	}

	/** From where on it is, of those pledges only of which something is closed. */
	public Map<PledgeReference, From> limited(Collection<PledgeReference> references, AccountId reader) {
		Map<GovernmentId, Instant> keptOut = interests.keptOutUntil(reader);
		Map<PledgeReference, From> limited = new HashMap<>();
		if (!keptOut.isEmpty()) {
			pledges.all(references)
				.forEach(pledge -> Optional.ofNullable(keptOut.get(pledge.government()))
					.map(until -> after(until, pledge.reference()))
					.filter(from -> !from.all())
					.ifPresent(from -> limited.put(pledge.reference(), from)));
		}
		return limited;
	}

	/**
	 * Everybody to whom what is said of the pledge's newest version is closed.
	 */
	public Set<AccountId> closedTo(Pledge pledge) {
		Map<AccountId, Instant> keptOut = interests.keptOutUntil(pledge.government());
		if (keptOut.isEmpty()) {
			return Set.of();
		}
		Instant submitted = pledge.submitted() ? revisions.latestOf(pledge).submittedAt() : Instant.MIN;
		return keptOut.entrySet()
			.stream()
			.filter(one -> !submitted.isAfter(one.getValue()))
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Of which of these pledges what is said of the newest version is closed to this
	 * reader.
	 */
	public Set<PledgeReference> closed(Collection<Pledge> some, AccountId reader) {
		Set<GovernmentId> keptOut = interests.keptOutUntil(reader).keySet();
		return some.stream()
			.filter(pledge -> keptOut.contains(pledge.government()) && closedTo(pledge).contains(reader))
			.map(Pledge::reference)
			.collect(Collectors.toUnmodifiableSet());
	}

	private From after(Instant until, PledgeReference reference) {
		return revisions.of(reference)
			.stream()
			.filter(revision -> revision.submittedAt().isAfter(until))
			.findFirst()
			.map(revision -> revision.number() == 1 ? From.THE_FIRST
					: new From(revision.number(), revision.submittedAt()))
			.orElse(From.NONE);
	}

}
