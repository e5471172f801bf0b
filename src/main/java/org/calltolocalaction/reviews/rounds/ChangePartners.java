package org.calltolocalaction.reviews.rounds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.partner.EditionPartners;
import org.calltolocalaction.editions.partner.PartnerAct;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.reviews.PledgeReviews;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A coordinator adds a partner to an edition whose call was opened, or releases one,
 * having seen which reviews are opened or closed by it. What is decided stays decided.
 */
@Service
public class ChangePartners {

	private final EditionPartners partners;

	private final RearrangeRound round;

	private final Placements placements;

	private final Pledges pledges;

	private final Reviews reviews;

	private final CallPolicy callPolicy;

	private final Editions editions;

	private final ApplicationEventPublisher events;

	ChangePartners(EditionPartners partners, RearrangeRound round, Placements placements, Pledges pledges,
			Reviews reviews, CallPolicy callPolicy, Editions editions, ApplicationEventPublisher events) {
		this.partners = partners;
		this.round = round;
		this.placements = placements;
		this.pledges = pledges;
		this.reviews = reviews;
		this.callPolicy = callPolicy;
		this.editions = editions;
		this.events = events;
	}

	/**
	 * What would follow.
	 * @throws org.calltolocalaction.kernel.Refused where it is not possible
	 */
	@Transactional(readOnly = true)
	public PartnerPlan plan(EditionYear year, PartnerCode partner, PartnerAct act, Person by) {
		by.requireOversight();
		partners.requirePossible(year, partner, act);
		List<PledgeReference> running = running(year);
		Map<PledgeReference, List<Review>> all = reviews.ofAll(running.stream().map(PledgeReference::value).toList())
			.stream()
			.collect(Collectors.groupingBy(Review::reference));
		List<PledgeReference> concerned = new ArrayList<>();
		List<PledgeReference> ending = new ArrayList<>();
		int kept = 0;
		for (Pledge pledge : pledges.all(running).stream().sorted(ChangePartners::byReference).toList()) {
			PledgeReviews counting = PledgeReviews.of(pledge, all.getOrDefault(pledge.reference(), List.of()));
			kept += counting.madeBy(partner) ? 1 : 0;
			if (act == PartnerAct.ADDED ? !counting.counts(partner) : counting.waitsFor(partner)) {
				concerned.add(pledge.reference());
			}
			if (act == PartnerAct.RELEASED && counting.waitsFor(partner) && counting.open().size() == 1) {
				ending.add(pledge.reference());
			}
		}
		return new PartnerPlan(year, partner, act, running.size(), concerned, ending, kept);
	}

	/**
	 * Has whoever submits, judges, opens or moves wait until this transaction ends, so
	 * that what is planned in it is what is then done.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void holdStill(EditionYear year, PartnerCode partner) {
		// The pledges before the order of the editions, as whoever submits one. What
		// comes
		// between is another plan.
		List<PledgeReference> running = running(year);
		running.forEach(pledges::forChange);
		callPolicy.change();
		editions.forChange(year);
		reviews.lockOpen(running.stream().map(PledgeReference::value).toList(), partner.value());
	}

	/** For whoever holds still, and has made this plan since. */
	@Transactional(propagation = Propagation.MANDATORY)
	public void change(PartnerPlan plan, String reason, Person by) {
		by.requireCoordinator();
		partners.change(plan.year(), plan.partner(), plan.act(), reason, by);
		plan.reviews().forEach(reference -> round.rearrange(reference, plan.partner(), plan.act(), by));
		events.publishEvent(
				new PartnersChanged(plan.year(), plan.partner(), plan.act(), plan.reviews(), reason, by.id()));
	}

	/** The edition's pledges that are before the partners now, by reference. */
	private List<PledgeReference> running(EditionYear year) {
		PlacementPolicy policy = callPolicy.inOrder();
		return placements.movable()
			.stream()
			.filter(pledge -> pledge.state() == PledgeState.UNDER_REVIEW && policy.place(pledge.submission()).is(year))
			.map(Placements.Submitted::reference)
			.toList();
	}

	private static int byReference(Pledge one, Pledge other) {
		return one.reference().compareTo(other.reference());
	}

}
