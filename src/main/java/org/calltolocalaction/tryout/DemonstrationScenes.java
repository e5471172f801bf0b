package org.calltolocalaction.tryout;

import java.util.List;
import java.util.Optional;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays the scenes of the demonstration through the use cases that people use, not into
 * the tables.
 */
@Component
@ConditionalOnTryOut
class DemonstrationScenes {

	private static final int SHORTEST_SUMMARY = 300;

	private final DemonstrationOfficers officers;

	private final DemonstrationReviews reviews;

	private final Governments governments;

	private final Editions editions;

	private final Pledges pledges;

	private final MyPledges mine;

	private final BeginPledge begin;

	private final DemonstrationSubmission submission;

	DemonstrationScenes(DemonstrationOfficers officers, DemonstrationReviews reviews, Governments governments,
			Editions editions, Pledges pledges, MyPledges mine, BeginPledge begin, DemonstrationSubmission submission) {
		this.officers = officers;
		this.reviews = reviews;
		this.governments = governments;
		this.editions = editions;
		this.pledges = pledges;
		this.mine = mine;
		this.begin = begin;
		this.submission = submission;
	}

	/**
	 * Says whether it was played; one that was played before, at an earlier start, is
	 * left as it is now.
	 */
	@Transactional
	public boolean play(Scene scene) {
		Optional<Pledge> model = earlierPledge(scene);
		if (model.isEmpty()) {
			return false;
		}
		Person officer = officers.of(scene, model.get().government());
		if (mine.of(officer)
			.stream()
			.anyMatch(pledge -> isOf(scene, pledge) && !pledge.call().equals(model.get().call()))) {
			return false;
		}
		PledgeReference reference = begin.begin(anew(model.get().content(), scene, officer), officer);
		if (scene.end() == Scene.End.INCLUDED) {
			submission.attachDocument(reference, officer);
		}
		if (scene.end() == Scene.End.DRAFT) {
			submission.approvedBefore(pledges.pledge(reference), officer);
		}
		else {
			submission.submit(reference, pledges.pledge(reference).draftVersion(), officer);
			reviews.bringTo(scene.end(), reference, officer);
		}
		return true;
	}

	private Optional<Pledge> earlierPledge(Scene scene) {
		return editions.newestFirst()
			.stream()
			.filter(edition -> edition.reportFrozen() && edition.partners().isEmpty())
			.flatMap(edition -> pledges.answering(new EditionYear(edition.year().value())).stream())
			.filter(pledge -> isOf(scene, pledge))
			.filter(pledge -> governments.government(pledge.government()).name().equals(scene.government()))
			.findFirst();
	}

	private static boolean isOf(Scene scene, Pledge pledge) {
		return pledge.content().title().startsWith(scene.title());
	}

	private static Answers anew(PledgeContent earlier, Scene scene, Person officer) {
		String summary = earlier.summary();
		String longEnough = summary.length() < SHORTEST_SUMMARY ? summary + " " + earlier.expectedImpact() : summary;
		PledgeContent begun = scene.end() == Scene.End.DRAFT ? earlier.without(PledgeQuestion.EXPECTED_IMPACT)
				: earlier;
		return begun.with(PledgeQuestion.SUMMARY, longEnough)
			.with(PledgeQuestion.HEAD_OF_GOVERNMENT, "The Mayor")
			.with(PledgeQuestion.BENEFICIARIES, List.of("MIGRANTS", "HOST_COMMUNITY"))
			.with(PledgeQuestion.CONTRIBUTIONS, List.of("POLICY", "SERVICES"))
			.with(PledgeQuestion.CONTACT_NAME, officer.name())
			.with(PledgeQuestion.CONTACT_EMAIL, officer.email())
			.withConsent(scene.end() != Scene.End.INCLUDED_WITHOUT_CONSENT)
			.answers();
	}

}
