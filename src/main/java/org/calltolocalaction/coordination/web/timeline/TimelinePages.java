package org.calltolocalaction.coordination.web.timeline;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.coordination.PledgeRow;
import org.calltolocalaction.coordination.timeline.Ahead;
import org.calltolocalaction.coordination.timeline.Moment;
import org.calltolocalaction.coordination.timeline.PossibleAct;
import org.calltolocalaction.coordination.timeline.ReadAhead;
import org.calltolocalaction.coordination.timeline.ReadPast;
import org.calltolocalaction.coordination.timeline.ReadPast.Past;
import org.calltolocalaction.coordination.timeline.ReadPossibleActs;
import org.calltolocalaction.coordination.timeline.ReadWaiting;
import org.calltolocalaction.coordination.timeline.TimelinePart;
import org.calltolocalaction.coordination.timeline.Waiting;
import org.calltolocalaction.coordination.web.TrailReadout;
import org.calltolocalaction.coordination.web.TrailReadout.Act;
import org.calltolocalaction.editions.ReaderTimes;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.LoggedMail;
import org.calltolocalaction.notifications.inbox.MailTask;
import org.calltolocalaction.notifications.inbox.MailTasks;
import org.calltolocalaction.notifications.inbox.ReceivedMail;
import org.calltolocalaction.notifications.inbox.ReceivedMailId;
import org.calltolocalaction.notifications.inbox.ReceivedMails;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.Review;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers a pledge's time line: what was, what is now, and what will come. */
@Component
public class TimelinePages {

	private final ReadPast past;

	private final ReadWaiting waiting;

	private final ReadAhead ahead;

	private final ReadPossibleActs acts;

	private final MailTasks tasks;

	private final ReceivedMails received;

	private final TrailReadout words;

	TimelinePages(ReadPast past, ReadWaiting waiting, ReadAhead ahead, ReadPossibleActs acts, MailTasks tasks,
			ReceivedMails received, TrailReadout words) {
		this.past = past;
		this.waiting = waiting;
		this.ahead = ahead;
		this.acts = acts;
		this.tasks = tasks;
		this.received = received;
		this.words = words;
	}

	/**
	 * The whole line, as far as one page shows it.
	 *
	 * @param parts of what was, each with its address
	 * @param moments oldest first
	 * @param earlier the address of the page before; null where this is the first
	 * @param later the address of the page behind; null where this one leads up to now
	 * @param waiting for whom it waits; null where it is at its end
	 * @param mailTasks what is to be done because of mails about it, longest waiting
	 * first
	 * @param acts what the reader can do
	 * @param ahead soonest first
	 */
	public record Timeline(List<Part> parts, List<Line> moments, @Nullable String earlier, @Nullable String later,
			@Nullable Waiting waiting, List<MailTask> mailTasks, List<Deed> acts, List<Ahead> ahead) {

		/** Whether what is shown leads up to now. */
		public boolean upToNow() {
			return later == null;
		}

	}

	/** A part of what was, and whether it is the one that is shown. */
	public record Part(String name, String address, boolean shown) {
	}

	/**
	 * Something that was: an act, or a mail.
	 *
	 * @param act null where it is a mail
	 * @param mail null where it is an act
	 * @param reply the answer to a mail, where the act is that it came
	 */
	public record Line(Instant at, @Nullable Act act, @Nullable LoggedMail mail, @Nullable ReceivedMail reply) {
	}

	/**
	 * Something that the reader can do, by a link.
	 *
	 * @param edition the year that its words name; empty where they name none
	 */
	public record Deed(String name, String address, String edition) {
	}

	/**
	 * @param reviews of all the pledge's revisions
	 */
	public Timeline of(PledgeRow pledge, List<Review> reviews, TimelineQuery query, Person by, ReaderTimes times,
			Locale language) {
		PledgeReference reference = pledge.reference();
		Past found = past(reference, query, by);
		Map<ReceivedMailId, ReceivedMail> replies = received
			.replies(found.moments().stream().flatMap(moment -> reply(moment).stream()).toList(), by);
		List<Line> lines = found.moments()
			.stream()
			.map(moment -> line(moment, found, replies, times, language))
			.toList();
		Optional<Moment> first = found.moments().stream().findFirst();
		Optional<Moment> last = found.moments().stream().reduce((one, next) -> next);
		List<Part> parts = Arrays.stream(TimelinePart.values())
			.map(part -> new Part(part.name(), TimelineQuery.showing(reference, part), part == query.part()))
			.toList();
		return new Timeline(parts, lines,
				found.earlier() ? first.map(moment -> query.before(reference, moment.id())).orElse(null) : null,
				found.later() ? last.map(moment -> query.behind(reference, moment.id()))
					.orElse(TimelineQuery.showing(reference, query.part())) : null,
				waiting.of(pledge, by).orElse(null), tasks.openAt(reference, by),
				acts.of(pledge, reviews, by).stream().map(act -> deed(reference, act)).toList(), ahead.of(pledge, by));
	}

	private Past past(PledgeReference reference, TimelineQuery query, Person by) {
		return query.before()
			.map(moment -> past.before(reference, query.part(), moment, by))
			.or(() -> query.behind().map(moment -> past.behind(reference, query.part(), moment, by)))
			.orElseGet(() -> past.newest(reference, query.part(), by));
	}

	private static Optional<ReceivedMailId> reply(Moment moment) {
		return moment.entry()
			.flatMap(entry -> Optional.ofNullable(entry.facts().get("reply")))
			.map(id -> ReceivedMailId.of(id.toString()));
	}

	private Line line(Moment moment, Past found, Map<ReceivedMailId, ReceivedMail> replies, ReaderTimes times,
			Locale language) {
		return new Line(moment.at(),
				moment.entry().map(entry -> words.act(entry, found.trail(), times, language)).orElse(null),
				moment.mail().orElse(null), reply(moment).map(replies::get).orElse(null));
	}

	private static Deed deed(PledgeReference reference, PossibleAct act) {
		String own = "/coordination/pledges/" + reference;
		String address = switch (act.kind()) {
			case DECIDE -> own + "#decision";
			case EXTEND ->
				"/coordination/editions/" + act.edition().orElseThrow() + "/extensions/new?whom=" + reference;
			case MOVE -> own + "/move";
			case PUBLICATION -> own + "/publication";
			case ASK_AGAIN -> own + "#reviews";
		};
		return new Deed(act.kind().name(), address, act.edition().map(Object::toString).orElse(""));
	}

}
