package org.calltolocalaction.reviews.team;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.TeamReview;
import org.calltolocalaction.reviews.TeamReviews;
import org.calltolocalaction.reviews.absence.Absences;
import org.calltolocalaction.reviews.team.AssignReview.Assignment;
import org.calltolocalaction.reviews.team.BulkResult.Fate;
import org.calltolocalaction.reviews.team.BulkResult.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A reviewer does with many reviews what they could do with each: line by line through
 * the single use cases, each in a transaction of its own, so that one that cannot be done
 * holds up no other.
 */
@Service
public class ReviewsInBulk {

	/** As many as the worklist counts; whoever wants more presses again. */
	public static final int AT_MOST = 1000;

	private final TakeReview takeReview;

	private final AssignReview assignReview;

	private final RemindReviewer remindReviewer;

	private final TeamReviews teamReviews;

	private final TellOfHandOver tell;

	private final Absences absences;

	private final People people;

	private final Clock clock;

	ReviewsInBulk(TakeReview takeReview, AssignReview assignReview, RemindReviewer remindReviewer,
			TeamReviews teamReviews, TellOfHandOver tell, Absences absences, People people, Clock clock) {
		this.takeReview = takeReview;
		this.assignReview = assignReview;
		this.remindReviewer = remindReviewer;
		this.teamReviews = teamReviews;
		this.tell = tell;
		this.absences = absences;
		this.people = people;
		this.clock = clock;
	}

	/**
	 * @param holder who has it, as the page showed it
	 */
	public record Chosen(PledgeReference reference, Optional<AccountId> holder) {
	}

	/** Takes what is nobody's; what a colleague has stays theirs. */
	public BulkResult take(Collection<Chosen> chosen, Person by) {
		return each(chosen, one -> line(one.reference(), takeReview.take(one.reference(), null, by)), null);
	}

	/** Gives back what the reviewer has. */
	public BulkResult release(Collection<Chosen> chosen, Person by) {
		return each(chosen, one -> line(one.reference(), takeReview.release(one.reference(), by)), null);
	}

	/**
	 * Gives all to one colleague, or to whoever stands in where that one is away; who
	 * gets them, and each who had some, has one mail. The mails are written when all is
	 * done.
	 */
	public BulkResult assign(Collection<Chosen> chosen, AccountId colleague, Person by) {
		AccountId to = colleague.equals(by.id()) ? colleague
				: absences.deputyOf(colleague, clock.instant()).orElse(colleague);
		Map<PledgeReference, Optional<AccountId>> given = new LinkedHashMap<>();
		BulkResult result = each(chosen, one -> {
			Assignment assignment = new Assignment(to, one.holder().orElse(null), "", false);
			AssignReview.Result became = assignReview.give(one.reference(), assignment, by);
			if (became instanceof AssignReview.Assigned assigned && assigned.changedHands()) {
				given.put(one.reference(), assigned.before());
			}
			return line(one.reference(), became);
		}, to);
		if (!given.isEmpty()) {
			tell.tell(given, people.person(to), "", by);
		}
		return result;
	}

	/** Reminds colleagues of what they have, with one mail each. */
	public BulkResult remind(Collection<Chosen> chosen, Person by) {
		Map<PledgeReference, TeamReview> open = teamReviews.open(chosen.stream().map(Chosen::reference).toList(), by)
			.stream()
			.collect(Collectors.toMap(TeamReview::reference, Function.identity(), (one, same) -> one,
					LinkedHashMap::new));
		Set<PledgeReference> reminded = reminded(open.values(), by);
		return each(chosen, one -> reminded.contains(one.reference()) ? new Line(one.reference(), Fate.DONE, null)
				: notReminded(one.reference(), open.get(one.reference()), by), null);
	}

	private Set<PledgeReference> reminded(Collection<TeamReview> open, Person by) {
		Set<PledgeReference> reminded = new HashSet<>();
		open.stream()
			.filter(review -> review.holder().filter(holder -> canBeReminded(holder, by)).isPresent())
			.collect(Collectors.groupingBy(review -> review.holder().orElseThrow(), LinkedHashMap::new,
					Collectors.toList()))
			.forEach((holder, reviews) -> people.find(holder)
				.filter(Person::reviewer)
				.ifPresent(person -> remindReviewer.remind(person, reviews, by)
					.forEach(review -> reminded.add(review.reference()))));
		return reminded;
	}

	private boolean canBeReminded(AccountId holder, Person by) {
		return !holder.equals(by.id()) && absences.awayAt(holder, clock.instant()).isEmpty();
	}

	private Line notReminded(PledgeReference reference, @Nullable TeamReview review, Person by) {
		if (review == null) {
			return new Line(reference, Fate.NOT_OPEN, null);
		}
		if (review.holder().isEmpty()) {
			return new Line(reference, Fate.NOBODYS, null);
		}
		AccountId holder = review.holder().get();
		if (holder.equals(by.id())) {
			return new Line(reference, Fate.YOURS, null);
		}
		boolean away = absences.awayAt(holder, clock.instant()).isPresent();
		return new Line(reference, away ? Fate.AWAY : Fate.REMINDED_TODAY, holder);
	}

	private static BulkResult each(Collection<Chosen> chosen, Function<Chosen, Line> act, @Nullable AccountId to) {
		List<Line> lines = new ArrayList<>();
		chosen.stream().distinct().limit(AT_MOST).forEach(one -> {
			try {
				lines.add(act.apply(one));
			}
			catch (NotFound notTheirs) {
				lines.add(new Line(one.reference(), Fate.UNKNOWN, null));
			}
			catch (Refused refusal) {
				lines.add(Line.refused(one.reference(), refusal));
			}
		});
		return new BulkResult(lines, to);
	}

	private static Line line(PledgeReference reference, TakeReview.Result became) {
		return became.fold(done -> new Line(reference, Fate.DONE, null),
				takenBy -> new Line(reference, Fate.HELD, takenBy.colleague()),
				notOpen -> new Line(reference, Fate.NOT_OPEN, null));
	}

	private static Line line(PledgeReference reference, AssignReview.Result became) {
		return became.fold(assigned -> new Line(reference, Fate.DONE, null),
				away -> new Line(reference, Fate.AWAY, away.absence().reviewer()),
				notAssigned -> line(reference, notAssigned));
	}

	private static Line line(PledgeReference reference, AssignReview.NotAssigned refusal) {
		if (refusal instanceof AssignReview.HeldBy other) {
			return new Line(reference, Fate.HELD, other.colleague());
		}
		if (refusal instanceof AssignReview.KeepsOut) {
			return Line.refused(reference, new Refused("reviews.interest.keeps-out"));
		}
		if (refusal instanceof AssignReview.NotOpen) {
			return new Line(reference, Fate.NOT_OPEN, null);
		}
		if (refusal instanceof AssignReview.NoColleague) {
			return new Line(reference, Fate.NO_COLLEAGUE, null);
		}
		throw new IllegalStateException("Many are given on without a note, and one was refused: " + refusal);
	}

}
