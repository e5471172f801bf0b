package org.calltolocalaction.notifications.context;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.stereotype.Component;

/**
 * The reviews that are owed, partner by partner and oldest due first, for mails that list
 * many.
 */
@Component
public class OpenReviews {

	private final Reviews reviews;

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final Placements placements;

	private final PledgeForm form;

	OpenReviews(Reviews reviews, Pledges pledges, Revisions revisions, Governments governments, Placements placements,
			PledgeForm form) {
		this.reviews = reviews;
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.placements = placements;
		this.form = form;
	}

	public SortedMap<PartnerCode, List<OpenReview>> all() {
		return byPartner(reviews.open(), UnaryOperator.identity());
	}

	/** Only those of pledges that count for this edition. */
	public SortedMap<PartnerCode, List<OpenReview>> countingFor(EditionYear year) {
		return byPartner(reviews.open(), reviewed -> {
			Map<PledgeReference, Placement> counts = placements.countFor(reviewed);
			return reviewed.stream().filter(pledge -> known(counts, pledge.reference()).is(year)).toList();
		});
	}

	/** Those that this reviewer has, and then those that nobody of their partner has. */
	public List<OpenReview> waitingFor(AccountId reviewer, PartnerCode partner) {
		return byPartner(reviews.waitingFor(partner.value(), reviewer.value()), UnaryOperator.identity())
			.getOrDefault(partner, List.of());
	}

	/**
	 * Those of one partner of these pledges' newest versions, whether they are open or
	 * have just been closed.
	 */
	public List<OpenReview> of(PartnerCode partner, Collection<PledgeReference> references) {
		Collection<Review> newest = reviews.ofAll(references.stream().map(PledgeReference::value).toList())
			.stream()
			.filter(review -> review.partner().equals(partner))
			.collect(Collectors.toMap(Review::reference, Function.identity(), (earlier, later) -> later, TreeMap::new))
			.values();
		return byPartner(List.copyOf(newest), UnaryOperator.identity()).getOrDefault(partner, List.of());
	}

	private SortedMap<PartnerCode, List<OpenReview>> byPartner(List<Review> open,
			UnaryOperator<List<Pledge>> concerned) {
		List<PledgeReference> references = open.stream().map(Review::reference).distinct().toList();
		Map<PledgeReference, Pledge> reviewed = concerned.apply(pledges.all(references))
			.stream()
			.collect(Collectors.toMap(Pledge::reference, Function.identity()));
		Map<PledgeReference, Revision> newest = revisions
			.latestOf(reviewed.keySet().stream().map(PledgeReference::value).toList())
			.stream()
			.collect(Collectors.toMap(Revision::reference, Function.identity()));
		Map<GovernmentId, Government> by = governments.all(reviewed.values().stream().map(Pledge::government).toList());
		return open.stream()
			.filter(review -> reviewed.containsKey(review.reference()))
			.collect(Collectors
				.groupingBy(Review::partner, TreeMap::new, Collectors.mapping(
						review -> new OpenReview(review.reference(),
								form.title(review.reference(), known(newest, review.reference()).answers(),
										Reader.PARTNER),
								known(by, known(reviewed, review.reference()).government()).name(), review.dueAt()),
						Collectors.toList())));
	}

	// What is reviewed was submitted, by a government, and counts for an edition.
	private static <K, V> V known(Map<K, V> found, K key) {
		return Optional.ofNullable(found.get(key))
			.orElseThrow(() -> new IllegalStateException("A review is open of " + key + ", of which nothing is known"));
	}

}
