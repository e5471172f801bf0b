package org.calltolocalaction.pledges.signoff;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.pledges.files.LetterFiles;
import org.calltolocalaction.pledges.files.LetterFiles.Kept;
import org.calltolocalaction.pledges.files.LetterFiles.NotKept;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member uploads the letter by which the head of their government approved the draft as
 * it is.
 */
@Service
public class RecordLetter {

	private final MyPledges mine;

	private final SignOffs signOffs;

	private final PledgeTexts texts;

	private final LetterFiles files;

	private final AuditTrail audit;

	private final Clock clock;

	RecordLetter(MyPledges mine, SignOffs signOffs, PledgeTexts texts, LetterFiles files, AuditTrail audit,
			Clock clock) {
		this.mine = mine;
		this.signOffs = signOffs;
		this.texts = texts;
		this.files = files;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * What a member says of the letter.
	 *
	 * @param name of who signed it
	 * @param read the hash of the text that the letter is about
	 */
	public record SignedLetter(String name, String function, LocalDate signedOn, String read, Upload file) {
	}

	/** The result of recording it. */
	public sealed interface Result {

		/** Answers each case in its own way, so that none is left out. */
		default <T> T fold(Function<Recorded, T> recorded, Supplier<T> textChanged, Function<NotTaken, T> notTaken) {
			if (this instanceof Recorded done) {
				return recorded.apply(done);
			}
			return this instanceof NotTaken file ? notTaken.apply(file) : textChanged.get();
		}

	}

	/** The draft is approved by it. */
	public record Recorded(SignOff signOff) implements Result {
	}

	/** Nothing was recorded: a colleague changed the text meanwhile. */
	public record TextChanged() implements Result {
	}

	/** Nothing was recorded: the file cannot be taken. */
	public record NotTaken(Reason reason) implements Result {
	}

	/**
	 * @throws Refused where the pledge was submitted meanwhile
	 */
	@Transactional
	public Result record(PledgeReference reference, SignedLetter letter, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (!pledge.state().editable()) {
			throw new Refused("pledges.refused.not-editable", reference.value());
		}
		PledgeText text = texts.of(pledge.answers());
		if (!text.sha256().equals(letter.read())) {
			return new TextChanged();
		}
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		LetterFiles.Result file = files.keep(pledge, letter.file(), by.id(), now);
		return file instanceof Kept kept ? recorded(pledge, letter, text, kept, now, by)
				: new NotTaken(((NotKept) file).reason());
	}

	private Result recorded(Pledge pledge, SignedLetter letter, PledgeText text, Kept kept, Instant now, Person by) {
		SignOff given = new SignOff(SignOffId.random(), pledge.reference(), SignOffKind.LETTER, letter.name(),
				letter.function(), "", text, pledge.draftVersion(), pledge.changedAt(), now,
				new SignOff.Letter(kept.id(), letter.signedOn()), null);
		signOffs.keep(given, by.id());
		audit.record(AuditEntry.of("pledge.letter-recorded", pledge.reference())
			.by(by)
			.with("signOff", SignOffKind.LETTER)
			.with("file", kept.sha256())
			.with("text", text.sha256())
			.personal("signatory", letter.name() + ", " + letter.function()));
		return new Recorded(given);
	}

	/** The day that it is for the member, before which a letter was signed. */
	public LocalDate today(Person member) {
		return LocalDate.now(clock.withZone(member.zone()));
	}

}
