package org.calltolocalaction.tryout;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.criteria.Criterion;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.membership.AskToJoin;
import org.calltolocalaction.governments.membership.DecideJoinRequest;
import org.calltolocalaction.governments.membership.JoinRequests;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeQuestion;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.drafting.BeginPledge;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.submitting.SubmitPledge;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reviews.DemonstrateReview;
import org.calltolocalaction.vocabulary.PartnerCode;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Plays the scenes of the demonstration through the use cases that people use, not into
 * the tables.
 */
@Component
@ConditionalOnTryOut
class DemonstrationScenes {

	private static final PartnerCode UCLG = new PartnerCode("UCLG");

	private static final PartnerCode MMC = new PartnerCode("MMC");

	private static final PartnerCode IOM = new PartnerCode("IOM");

	private static final int SHORTEST_SUMMARY = 300;

	private static final LocalDate ENDORSED = LocalDate.of(2022, 3, 1);

	private final DemonstrationPeople people;

	private final Governments governments;

	private final AskToJoin askToJoin;

	private final JoinRequests requests;

	private final DecideJoinRequest decide;

	private final EndorseDeclaration endorse;

	private final Editions editions;

	private final Pledges pledges;

	private final MyPledges mine;

	private final BeginPledge begin;

	private final AttachFile attach;

	private final SubmitPledge submit;

	private final WithdrawPledge withdraw;

	private final DemonstrateReview review;

	DemonstrationScenes(DemonstrationPeople people, Governments governments, AskToJoin askToJoin, JoinRequests requests,
			DecideJoinRequest decide, EndorseDeclaration endorse, Editions editions, Pledges pledges, MyPledges mine,
			BeginPledge begin, AttachFile attach, SubmitPledge submit, WithdrawPledge withdraw,
			DemonstrateReview review) {
		this.people = people;
		this.governments = governments;
		this.askToJoin = askToJoin;
		this.requests = requests;
		this.decide = decide;
		this.endorse = endorse;
		this.editions = editions;
		this.pledges = pledges;
		this.mine = mine;
		this.begin = begin;
		this.attach = attach;
		this.submit = submit;
		this.withdraw = withdraw;
		this.review = review;
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
		Person officer = scene.playedByTheMember() ? people.member()
				: people.officerOf(scene.city(), scene.officer(), scene.language(), scene.zone());
		actForTheirGovernment(officer, model.get());
		if (mine.of(officer)
			.stream()
			.anyMatch(pledge -> isOf(scene, pledge) && !pledge.call().equals(model.get().call()))) {
			return false;
		}
		PledgeReference reference = begin.begin(anew(model.get().content(), scene, officer), officer);
		if (scene.end() == Scene.End.INCLUDED) {
			attachDocument(reference, officer);
		}
		if (scene.end() != Scene.End.DRAFT) {
			submit.submit(reference, pledges.pledge(reference).draftVersion(), officer);
			review(reference, scene.end(), officer);
		}
		return true;
	}

	private void attachDocument(PledgeReference reference, Person officer) {
		byte[] document = DemonstrationDocument.saying("Demonstration of a document that belongs to " + reference);
		attach.attach(reference, "attachments",
				new AttachFile.Upload(reference + ".pdf", document.length, new ByteArrayResource(document)),
				UUID.randomUUID(), officer);
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

	private void actForTheirGovernment(Person officer, Pledge model) {
		if (governments.actedForBy(officer.id()).isEmpty()) {
			askToJoin.ask(officer, model.government());
			decide.agree(people.coordinator(), requests.of(officer.id()).orElseThrow().id());
		}
		Government government = governments.government(model.government());
		if (government.endorsement().isEmpty()) {
			endorse.endorse(officer, new Endorsement(ENDORSED, "The Mayor"));
		}
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

	private void review(PledgeReference reference, Scene.End end, Person officer) {
		switch (end) {
			case DRAFT, SUBMITTED -> {
			}
			case ONE_REVIEW_DONE -> judge(reference, UCLG, "APPROVE", "");
			case ONE_REVIEW_TAKEN -> review.take(reference, people.reviewerOf(IOM));
			case CHANGES_REQUESTED -> {
				approveAllBut(reference, MMC);
				judge(reference, MMC, "REQUEST_CHANGES",
						"Please say how many households you want to reach each year, and how you will measure it.");
			}
			case DISAGREEMENT -> {
				approveAllBut(reference, IOM);
				judge(reference, IOM, "DECLINE",
						"The action describes a building, not yet what is done in it for migrants.");
			}
			case DECLINED -> {
				for (PartnerCode partner : List.of(UCLG, MMC, IOM)) {
					judge(reference, partner, "DECLINE",
							"The office has worked since 2019; please pledge what you will newly do or report.");
				}
			}
			case INCLUDED, INCLUDED_WITHOUT_CONSENT -> approveAllBut(reference, null);
			case WITHDRAWN -> withdraw.withdraw(reference, "The council decides on the budget next year.", officer);
		}
	}

	private void approveAllBut(PledgeReference reference, PartnerCode other) {
		for (PartnerCode partner : List.of(UCLG, MMC, IOM)) {
			if (!partner.equals(other)) {
				judge(reference, partner, "APPROVE", "");
			}
		}
	}

	private static boolean partly(Criterion criterion, String recommendation) {
		return criterion == Criterion.RESOURCED || criterion == Criterion.DEVELOPED_WITH
				|| criterion == Criterion.MEASURABLE && !recommendation.equals("APPROVE");
	}

	private void judge(PledgeReference reference, PartnerCode partner, String recommendation, String comment) {
		Answers answers = Answers.of(Map.of("recommendation", recommendation));
		for (Criterion criterion : Criterion.values()) {
			answers = answers.with(criterion.key(), partly(criterion, recommendation) ? "PARTLY" : "YES");
		}
		review.complete(reference, 1, comment.isEmpty() ? answers : answers.with("commentToCity", comment),
				people.reviewerOf(partner));
	}

}
