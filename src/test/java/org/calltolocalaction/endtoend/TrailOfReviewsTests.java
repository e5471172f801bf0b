package org.calltolocalaction.endtoend;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.submitting.WithdrawPledge;
import org.calltolocalaction.reviews.Review;
import org.calltolocalaction.reviews.Reviews;
import org.calltolocalaction.reviews.address.WorklistOrder;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.discussion.DiscussPledge;
import org.calltolocalaction.reviews.judging.ReopenReview;
import org.calltolocalaction.reviews.remarks.NewRemark;
import org.calltolocalaction.reviews.rounds.ReminderStep;
import org.calltolocalaction.reviews.rounds.Reminders;
import org.calltolocalaction.reviews.rounds.RequestNewReview;
import org.calltolocalaction.reviews.rounds.ReviewRound;
import org.calltolocalaction.reviews.team.AssignReview;
import org.calltolocalaction.reviews.team.AssignReview.Assignment;
import org.calltolocalaction.reviews.team.DeclareInterest;
import org.calltolocalaction.reviews.team.EnterAbsence;
import org.calltolocalaction.reviews.team.EnterAbsence.Days;
import org.calltolocalaction.reviews.team.EnterAbsence.Entered;
import org.calltolocalaction.reviews.team.ReviewsInBulk;
import org.calltolocalaction.reviews.team.ReviewsInBulk.Chosen;
import org.calltolocalaction.reviews.team.TakeReview;
import org.calltolocalaction.reviews.worklist.SaveSearch;
import org.calltolocalaction.reviews.worklist.SavedSearchId;
import org.calltolocalaction.reviews.worklist.SavedSearches;

/** What reviewers, their leads and the timers of a round do. */
class TrailOfReviewsTests extends TrailTest {

	@Override
	List<Act> acts() {
		return Stream.of(ofReviews(), ofTeams()).flatMap(List::stream).toList();
	}

	private List<Act> ofReviews() {
		return List.of(new Act("CompleteReview.complete", "review.completed", () -> {
			PledgeReference reference = underReview();
			story.judges("UCLG", reference, "APPROVE");
			return Trace.by(people.byEmail("judge@uclg.example.org").orElseThrow(), reference,
					Map.of("partner", UCLG, "recommendation", "APPROVE"));
		}), new Act("ReopenReview.reopen", "review.reopened", () -> {
			PledgeReference reference = underReview();
			story.judges("UCLG", reference, "APPROVE");
			Person reviewer = reviewer();
			use(ReopenReview.class).reopen(reference, reviewer);
			return Trace.by(reviewer, reference, Map.of("partner", UCLG, "recommendation", "APPROVE"));
		}), new Act("RequestNewReview.request", "review.reopened", () -> {
			PledgeReference reference = decided(story.memberOf("Kampala"), "APPROVE");
			use(RequestNewReview.class).request(reference, UCLG, "The budget has come", story.coordinator());
			return Trace.by(story.coordinator(), reference, Map.of("partner", UCLG, "recommendation", "APPROVE"))
				.personal("reason", "The budget has come");
		}), new Act("DiscussPledge.write", "review.discussed", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			use(DiscussPledge.class).write(reference, new NewRemark("What of the budget?", List.of(), null), reviewer);
			return Trace.by(reviewer, reference, Map.of("partner", UCLG));
		}), new Act("by the process", "review.cancelled", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = story.aPledgeUnderReviewBy(member);
			use(WithdrawPledge.class).withdraw(reference, "", member);
			return Trace.byTheDesk(reference, Map.of("partner", ANY));
		}), new Act("by the process", "review.missed", () -> {
			Person member = story.memberOf("Kampala");
			PledgeReference reference = story.aPledgeUnderReviewBy(member);
			use(ReviewRound.class).cancel(reference, UCLG);
			// What its process would do next is left out here: the pledge leaves no
			// review that nobody waits for.
			use(WithdrawPledge.class).withdraw(reference, "", member);
			return Trace.byTheDesk(reference, Map.of("partner", UCLG));
		}), reminder("review.reviewers-reminded", ReminderStep.REVIEWERS, true),
				reminder("review.leads-told", ReminderStep.LEADS, true),
				reminder("review.lead-missing", ReminderStep.LEADS, false),
				reminder("review.coordinators-told", ReminderStep.COORDINATORS, true));
	}

	private List<Act> ofTeams() {
		return List.of(new Act("TakeReview.take", "review.taken", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			use(TakeReview.class).take(reference, null, reviewer);
			return Trace.by(reviewer, reference, Map.of("partner", UCLG));
		}), new Act("TakeReview.release", "review.released", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			use(TakeReview.class).take(reference, null, reviewer);
			use(TakeReview.class).release(reference, reviewer);
			return Trace.by(reviewer, reference, Map.of("partner", UCLG));
		}), new Act("AssignReview.assign", "review.assigned", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			Person colleague = reviewer();
			use(AssignReview.class).assign(reference, new Assignment(colleague.id(), null, "", false), reviewer);
			return Trace.by(reviewer, reference, Map.of("partner", UCLG, "reviewer", colleague.id()));
		}), new Act("ReviewsInBulk.remind", "review.reminded", () -> {
			PledgeReference reference = underReview();
			Person colleague = reviewer();
			Person lead = lead();
			use(TakeReview.class).take(reference, null, colleague);
			use(ReviewsInBulk.class).remind(List.of(new Chosen(reference, Optional.of(colleague.id()))), lead);
			return Trace.by(lead, reference, Map.of("partner", UCLG, "reviewer", colleague.id()));
		}), new Act("DeclareInterest.declare", "review.interest-declared", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			use(DeclareInterest.class).declare(reference, "I worked there", Optional.empty(), reviewer);
			return Trace.by(reviewer, reference).personal("reason", "I worked there");
		}), new Act("DeclareInterest.withdraw", "review.interest-withdrawn", () -> {
			PledgeReference reference = underReview();
			Person reviewer = reviewer();
			use(DeclareInterest.class).declare(reference, "I worked there", Optional.empty(), reviewer);
			use(DeclareInterest.class).withdraw(reference, reviewer);
			return Trace.by(reviewer, reference);
		}), new Act("EnterAbsence.enter", "absence.entered", () -> {
			Person reviewer = reviewer();
			Person deputy = reviewer();
			away(reviewer, deputy);
			return Trace.by(reviewer, reviewer.id(), absence(days(2), deputy));
		}), new Act("EnterAbsence.change", "absence.changed", () -> {
			Person reviewer = reviewer();
			Person deputy = reviewer();
			Entered entered = away(reviewer, deputy);
			use(EnterAbsence.class).change(entered.absence().id(), days(4), deputy.id(), reviewer);
			return Trace.by(reviewer, reviewer.id(), absence(days(4), deputy));
		}), new Act("EnterAbsence.end", "absence.ended", () -> {
			Person reviewer = reviewer();
			Person deputy = reviewer();
			use(EnterAbsence.class).end(away(reviewer, deputy).absence().id(), reviewer);
			return Trace.by(reviewer, reviewer.id(), absence(days(2), deputy));
		}), new Act("SaveSearch.share", "search.shared", () -> {
			Person reviewer = reviewer();
			return Trace.by(reviewer, sharedSearch(reviewer), Map.of("partner", UCLG)).personal("name", "Late ones");
		}), new Act("SaveSearch.unshare", "search.unshared", () -> {
			Person reviewer = reviewer();
			SavedSearchId search = sharedSearch(reviewer);
			use(SaveSearch.class).unshare(search, reviewer);
			return Trace.by(reviewer, search).personal("name", "Late ones");
		}), new Act("SaveSearch.remove", "search.unshared", () -> {
			Person reviewer = reviewer();
			SavedSearchId search = sharedSearch(reviewer);
			use(SaveSearch.class).remove(search, reviewer);
			return Trace.by(reviewer, search).personal("name", "Late ones");
		}));
	}

	private Act reminder(String kind, ReminderStep step, boolean anybody) {
		return new Act("by its timer", kind, () -> {
			PledgeReference reference = underReview();
			Review review = use(Reviews.class).of(reference)
				.stream()
				.filter(one -> one.partner().equals(UCLG))
				.findFirst()
				.orElseThrow();
			use(Reminders.class).note(review, step, anybody ? List.of(reviewer()) : List.of());
			return Trace.byTheDesk(reference, Map.of("partner", UCLG));
		});
	}

	private SavedSearchId sharedSearch(Person reviewer) {
		use(SaveSearch.class).save("Late ones", WorklistTab.ALL, "due:overdue", WorklistOrder.values()[0], reviewer);
		SavedSearchId search = use(SavedSearches.class).offeredTo(reviewer)
			.stream()
			.filter(saved -> saved.owner().equals(reviewer.id()))
			.findFirst()
			.orElseThrow()
			.id();
		use(SaveSearch.class).share(search, reviewer);
		return search;
	}

	private static Map<String, Object> absence(Days days, Person deputy) {
		return Map.of("firstDay", days.first(), "lastDay", days.last(), "deputy", deputy.id());
	}

	private Entered away(Person reviewer, Person deputy) {
		return (Entered) use(EnterAbsence.class).enter(reviewer.id(), days(2), deputy.id(), reviewer);
	}

}
