package org.calltolocalaction.notifications.context;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.Deadline;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.editions.Placement;
import org.calltolocalaction.editions.PlacementPolicy;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.editions.extension.Extension;
import org.calltolocalaction.editions.extension.Holder;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.pledges.Placements;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * By when a government has to do what a mail asks for. Where nobody has set a date, the
 * mail says so: nobody looks for one.
 */
@Component
public class AnswerDates {

	private final CallPolicy callPolicy;

	private final Editions editions;

	private final Pledges pledges;

	private final Placements placements;

	private final Clock clock;

	AnswerDates(CallPolicy callPolicy, Editions editions, Pledges pledges, Placements placements, Clock clock) {
		this.callPolicy = callPolicy;
		this.editions = editions;
		this.pledges = pledges;
		this.placements = placements;
		this.clock = clock;
	}

	/**
	 * What is known of several pledges, for as many mails as are written at once.
	 *
	 * @param drafts until when each draft can be submitted to the call it answers
	 * @param submitted the edition for which each of the others counts
	 */
	public record OfPledges(Map<PledgeReference, Deadline> drafts, Map<PledgeReference, Edition> submitted,
			Instant now) {

		/** Says it of some of them, each date once. */
		public void say(MailText mail, Collection<PledgeReference> some) {
			List<Deadline> deadlines = among(drafts, some).distinct().toList();
			List<Edition> contents = among(submitted, some)
				.filter(edition -> ReaderTimes.end(edition.contentsPlanned()).isAfter(now))
				.collect(Collectors.toMap(Edition::year, Function.identity(), (one, same) -> one))
				.values()
				.stream()
				.toList();
			deadlines
				.forEach(deadline -> mail.fact("notifications.fact.answer.drafts", mail.times().deadline(deadline)));
			contents.forEach(edition -> mail.fact("notifications.fact.answer.contents",
					mail.times().endOf(edition.contentsPlanned())));
			if (deadlines.isEmpty() && contents.isEmpty()) {
				none(mail);
			}
		}

		private static <T> Stream<T> among(Map<PledgeReference, T> known, Collection<PledgeReference> some) {
			return some.stream().map(known::get).filter(Objects::nonNull);
		}

	}

	/** Until when this draft can be submitted. */
	@Transactional(readOnly = true)
	public void sayOfDraft(MailText mail, Pledge draft) {
		deadline(callPolicy.inOrder(), editions.open(), draft.holders()).ifPresentOrElse(
				deadline -> mail.fact("notifications.fact.answer", mail.times().deadline(deadline)), () -> none(mail));
	}

	/** The dates of all of these. */
	@Transactional(readOnly = true)
	public OfPledges of(Collection<PledgeReference> references) {
		List<Pledge> all = pledges.all(references.stream().distinct().toList());
		PlacementPolicy policy = callPolicy.inOrder();
		Optional<Edition> open = editions.open();
		Map<PledgeReference, Deadline> drafts = new HashMap<>();
		all.stream()
			.filter(pledge -> pledge.firstSubmittedAt().isEmpty())
			.forEach(draft -> deadline(policy, open, draft.holders())
				.ifPresent(deadline -> drafts.put(draft.reference(), deadline)));
		Map<Placement, Edition> each = new HashMap<>();
		Map<PledgeReference, Edition> submitted = new HashMap<>();
		placements.countFor(all.stream().filter(pledge -> pledge.firstSubmittedAt().isPresent()).toList())
			.forEach((reference, placement) -> submitted.put(reference,
					each.computeIfAbsent(placement, callPolicy::edition)));
		return new OfPledges(drafts, submitted, clock.instant());
	}

	/** There is none. */
	public static void none(MailText mail) {
		mail.paragraph("notifications.answer.none");
	}

	private Optional<Deadline> deadline(PlacementPolicy policy, Optional<Edition> open, Set<Holder> holders) {
		Instant now = clock.instant();
		return policy.extendedNow(holders, now)
			.flatMap(year -> policy.extension(year, holders, now))
			.map(Extension::until)
			.or(() -> open.map(Edition::deadline))
			.filter(deadline -> deadline.instant().isAfter(now));
	}

}
