package org.calltolocalaction.pledges.merging;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Extensions;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.editions.extension.MoveExtensions;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.governments.merging.GovernmentMerged;
import org.calltolocalaction.pledges.PledgeLifecycle;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.PledgeState;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.placement.PlacementChanges;
import org.calltolocalaction.pledges.placement.PlacementChanges.Change;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pledges follow their government where it is merged into another: they are the other's,
 * and what more time either had is for all of them.
 */
@Service
public class PledgesOfMerged {

	private static final List<String> MOVES = List.of("pledge", "submitted_words");

	private final Pledges pledges;

	private final PledgeLifecycle lifecycle;

	private final PlacementChanges placements;

	private final CallPolicy callPolicy;

	private final Extensions extensions;

	private final MoveExtensions moveExtensions;

	private final EntityManager entityManager;

	private final JdbcClient jdbc;

	PledgesOfMerged(Pledges pledges, PledgeLifecycle lifecycle, PlacementChanges placements, CallPolicy callPolicy,
			Extensions extensions, MoveExtensions moveExtensions, EntityManager entityManager, JdbcClient jdbc) {
		this.pledges = pledges;
		this.lifecycle = lifecycle;
		this.placements = placements;
		this.callPolicy = callPolicy;
		this.extensions = extensions;
		this.moveExtensions = moveExtensions;
		this.entityManager = entityManager;
		this.jdbc = jdbc;
	}

	/**
	 * Has whoever changes, submits or places a pledge of these wait until this
	 * transaction ends, and then everybody who places one: before the governments.
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void hold(GovernmentId one, GovernmentId other) {
		jdbc.sql("select reference from pledge where government_id = any (?) order by reference for update")
			.param(new UUID[] { one.value(), other.value() })
			.query()
			.listOfRows();
		callPolicy.change();
	}

	/**
	 * What counts for another edition where the two are one: what more time the one had,
	 * the other's pledges have, too.
	 */
	@Transactional(readOnly = true)
	public List<Change> changes(GovernmentId from, GovernmentId into) {
		PlacementPolicy before = callPolicy.inOrder();
		List<Extension> more = Stream.concat(copies(from, into), copies(into, from)).toList();
		return more.isEmpty() ? List.of() : placements.between(before, before.extended(more));
	}

	private Stream<Extension> copies(GovernmentId of, GovernmentId also) {
		return extensions.of(Holder.government(of.value()))
			.stream()
			.map(extension -> extension.of(Holder.government(also.value())));
	}

	/** Before all others that hear of it. */
	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@Transactional(propagation = Propagation.MANDATORY)
	void on(GovernmentMerged merged) {
		entityManager.flush();
		List<Change> changes = changes(merged.fromId(), merged.intoId());
		List<PledgeReference> awaited = pledges.referencesOf(
				(merged.confirmed() ? merged.intoId() : merged.fromId()).value(), Set.of(PledgeState.ACCEPTED));
		MOVES.forEach(table -> jdbc.sql("update " + table + " set government_id = ? where government_id = ?")
			.params(merged.intoId().value(), merged.fromId().value())
			.update());
		entityManager.clear();
		moveExtensions.move(Holder.government(merged.fromId().value()), Holder.government(merged.intoId().value()));
		placements.extended(changes);
		// Only what could not be placed before is placed by this.
		if (merged.confirmed() || merged.into().confirmed() && !merged.from().confirmed()) {
			lifecycle.placementQuestioned(awaited);
		}
	}

}
