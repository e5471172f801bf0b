package org.calltolocalaction.coordination;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.Calls;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.reports.Inclusion;
import org.calltolocalaction.reports.Inclusions;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers lists of pledges with all that a coordinator needs to see beside them, in a few queries however long. */
@Component
@Transactional(readOnly = true)
class PledgeLines {

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final Reviews reviews;

	private final Inclusions inclusions;

	private final Editions editions;

	private final Calls calls;

	PledgeLines(Pledges pledges, Revisions revisions, Governments governments, Reviews reviews, Inclusions inclusions,
			Editions editions, Calls calls) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.reviews = reviews;
		this.inclusions = inclusions;
		this.editions = editions;
		this.calls = calls;
	}

	/** Every pledge that answered this edition's call or counts for it, in the order of the references. */
	List<PledgeLine> of(EditionYear year) {
		return of(year, known());
	}

	/** The same for several editions, which know of each other once. */
	Map<EditionYear, List<PledgeLine>> of(Collection<EditionYear> years) {
		Map<EditionYear, Edition> known = known();
		return years.stream().collect(Collectors.toMap(Function.identity(), year -> of(year, known)));
	}

	private List<PledgeLine> of(EditionYear year, Map<EditionYear, Edition> known) {
		List<PledgeReference> included = inclusions.in(year).stream().map(Inclusion::reference).toList();
		Stream<Pledge> answering = pledges.answering(year).stream();
		// A late pledge counts for a later edition before it is included there; nobody may lose sight of it.
		Stream<Pledge> carried = pledges.answeringBefore(year, included)
			.stream()
			.filter(pledge -> included.contains(pledge.reference()) || countsFor(pledge, known).equals(year));
		List<Pledge> all = Stream.concat(answering, carried).toList();
		return lines(all, known).stream()
			.filter(line -> line.call().equals(year) || line.countsFor().equals(year))
			.sorted(Comparator.comparing(PledgeLine::reference))
			.toList();
	}

	/** Every pledge in this state, the one first submitted first. */
	List<PledgeLine> in(PledgeState state) {
		return lines(pledges.inState(state));
	}

	/** These pledges, in their order; drafts that were never submitted are left out: they are the governments' own. */
	List<PledgeLine> lines(List<Pledge> wanted) {
		return lines(wanted, known());
	}

	private List<PledgeLine> lines(List<Pledge> wanted, Map<EditionYear, Edition> known) {
		List<Pledge> submitted = wanted.stream().filter(Pledge::submitted).toList();
		List<String> references = submitted.stream().map(pledge -> pledge.reference().value()).toList();
		Map<PledgeReference, Answers> answers = revisions.latestOf(references)
			.stream()
			.collect(Collectors.toMap(Revision::reference, Revision::answers));
		Map<GovernmentId, Government> bodies = governments.all(submitted.stream().map(Pledge::government).distinct().toList());
		Map<PledgeReference, EditionYear> places = inclusions.ofAll(references)
			.stream()
			.collect(Collectors.toMap(Inclusion::reference, Inclusion::edition));
		Map<PledgeReference, List<Review>> judgements = reviews.ofAll(references)
			.stream()
			.collect(Collectors.groupingBy(Review::reference));
		return submitted.stream().map(pledge -> {
			Answers content = answers.get(pledge.reference());
			Edition call = known.get(pledge.call().orElseThrow());
			EditionYear place = places.get(pledge.reference());
			return new PledgeLine(pledge, content.text("title"), content.text("language"), bodies.get(pledge.government()),
					call.deadline().timelinessOf(pledge.firstSubmittedAt().orElseThrow()),
					place != null ? place : countsFor(pledge, known),
					newest(pledge, judgements.getOrDefault(pledge.reference(), List.of())));
		}).toList();
	}

	private Map<EditionYear, Edition> known() {
		return editions.newestFirst().stream().collect(Collectors.toMap(Edition::year, Function.identity()));
	}

	private EditionYear countsFor(Pledge pledge, Map<EditionYear, Edition> known) {
		return calls.countsFor(known.get(pledge.call().orElseThrow()), pledge.firstSubmittedAt().orElseThrow());
	}

	private static List<Review> newest(Pledge pledge, Collection<Review> reviews) {
		Map<String, Review> byPartner = new TreeMap<>();
		reviews.stream()
			.filter(review -> pledge.judgedStill(review.revision()))
			.forEach(review -> byPartner.put(review.partner().value(), review));
		return List.copyOf(byPartner.values());
	}

}
