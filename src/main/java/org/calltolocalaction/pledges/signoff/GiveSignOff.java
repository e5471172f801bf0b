package org.calltolocalaction.pledges.signoff;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.Pledges;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever has a reading link approves the text that they read, or asks for changes. It is
 * recorded of that text or not at all: where a member changed it meanwhile, the new text
 * is read first.
 */
@Service
public class GiveSignOff {

	private final Pledges pledges;

	private final ReadingLinks links;

	private final SignOffs signOffs;

	private final PledgeTexts texts;

	private final AuditTrail audit;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	GiveSignOff(Pledges pledges, ReadingLinks links, SignOffs signOffs, PledgeTexts texts, AuditTrail audit,
			ApplicationEventPublisher events, Clock clock) {
		this.pledges = pledges;
		this.links = links;
		this.signOffs = signOffs;
		this.texts = texts;
		this.audit = audit;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What somebody says.
	 *
	 * @param kind {@link SignOffKind#APPROVED} or {@link SignOffKind#CHANGES_ASKED}
	 * @param read the hash of the text that stood on their page
	 */
	public record Said(SignOffKind kind, String name, String function, String comment, String read) {

		public Said {
			if (kind == SignOffKind.LETTER) {
				throw new IllegalArgumentException("By a link nobody sends a letter");
			}
		}

	}

	/** The result of saying it. */
	public sealed interface Result {

		/** Answers each case in its own way, so that none is left out. */
		default <T> T fold(Function<Recorded, T> recorded, Supplier<T> textChanged, Supplier<T> tooOften,
				Supplier<T> closed) {
			if (this instanceof Recorded done) {
				return recorded.apply(done);
			}
			return this instanceof TextChanged ? textChanged.get()
					: this instanceof TooOften ? tooOften.get() : closed.get();
		}

	}

	/**
	 * It is on record, and the government's members are told. Once, after a double click.
	 */
	public record Recorded(SignOff signOff) implements Result {
	}

	/** Nothing was recorded: the text is another than they read. */
	public record TextChanged() implements Result {
	}

	/** Nothing was recorded: by this link as much was said as may be. */
	public record TooOften() implements Result {
	}

	/** Nothing was recorded: the link is closed, or the draft was submitted meanwhile. */
	public record Closed() implements Result {
	}

	/** Says it of the draft of this link. */
	@Transactional
	public Result give(ReadingToken token, Said said) {
		Optional<ReadingLink> known = links.open(token);
		if (known.isEmpty()) {
			return new Closed();
		}
		// Whoever saves, submits or revokes at this moment has this row, too.
		Pledge pledge = pledges.forChange(known.get().reference());
		if (!pledge.state().editable() || links.open(token).isEmpty()) {
			return new Closed();
		}
		PledgeText text = texts.of(pledge.answers());
		if (!text.sha256().equals(said.read())) {
			return new TextChanged();
		}
		return give(known.get(), pledge, text, said);
	}

	private Result give(ReadingLink link, Pledge pledge, PledgeText text, Said said) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		SignOff given = new SignOff(SignOffId.random(), pledge.reference(), said.kind(), said.name(), said.function(),
				said.comment(), text, pledge.draftVersion(), pledge.changedAt(), now, null, link.id());
		Optional<SignOff> repeated = signOffs.newest(pledge.reference()).filter(given::repeats);
		if (repeated.isPresent()) {
			return new Recorded(repeated.get());
		}
		if (links.exhausted(link)) {
			return new TooOften();
		}
		signOffs.keep(given, null);
		// What is to be changed is not for the trail: its readers do not read drafts.
		audit.record(AuditEntry.of("pledge.signed-off", pledge.reference())
			.with("signOff", said.kind())
			.with("link", link.id())
			.with("text", text.sha256())
			.personal("signatory", said.name() + ", " + said.function()));
		events.publishEvent(new SignOffGiven(pledge.reference(), given));
		return new Recorded(given);
	}

}
