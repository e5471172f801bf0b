package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.keeping.DraftSaves;
import org.calltolocalaction.pledges.keeping.RoomForPledges;
import org.calltolocalaction.pledges.keeping.RoomForPledges.Full;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * A member attaches a file to their government's draft. The file is added to the working
 * copy as that is at this moment, even where the member's page is older: a file added by
 * one never undoes a change by another.
 */
@Service
public class AttachFile {

	/** The largest file that is taken, counted as computers show it: 10,485,760 bytes. */
	public static final DataSize LARGEST = DataSize.ofMegabytes(10);

	private final MyPledges mine;

	private final PledgeForm form;

	private final Attachments attachments;

	private final DraftSaves saves;

	private final CleanCopies copies;

	private final RoomForPledges room;

	private final AuditTrail audit;

	private final Clock clock;

	AttachFile(MyPledges mine, PledgeForm form, Attachments attachments, DraftSaves saves, CleanCopies copies,
			RoomForPledges room, AuditTrail audit, Clock clock) {
		this.mine = mine;
		this.form = form;
		this.attachments = attachments;
		this.saves = saves;
		this.copies = copies;
		this.room = room;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The file as it was sent.
	 *
	 * @param name as its owner's computer calls it
	 * @param size in bytes, as it arrived
	 * @param content which can be read more than once
	 *
	 */
	public record Upload(String name, long size, InputStreamSource content) {
	}

	/** The result of attaching a file. */
	public sealed interface Result {

		/** Why nothing was changed; empty where the file belongs to the working copy. */
		Optional<Reason> obstacle();

	}

	/** It belongs to the working copy. */
	public record Attached(UploadedFile file) implements Result {

		@Override
		public Optional<Reason> obstacle() {
			return Optional.empty();
		}

	}

	/** Nothing was changed. */
	public record NotAttached(Reason reason) implements Result {

		@Override
		public Optional<Reason> obstacle() {
			return Optional.of(reason);
		}

	}

	/** Why a file is not taken. */
	public enum Reason {

		EMPTY("pledges.file.empty"), TOO_LARGE("pledges.file.too-large"), TOO_MANY("pledges.file.too-many"),

		/** A file with the same content is there already. */
		ALREADY_THERE("pledges.file.already-there"),

		/** It is none of the types that may be attached. */
		OTHER_TYPE("pledges.file.other-type"),

		/**
		 * It is a text document with programs in it, which run on the computers of those
		 * who open it.
		 */
		WITH_MACROS("pledges.file.with-macros"),

		/** It begins like a document and cannot be opened, or not by everybody. */
		DAMAGED("pledges.file.damaged"),

		/** It is encrypted, or wants a password. */
		LOCKED("pledges.file.locked"),

		/**
		 * It is a PDF that runs something when it is opened, or has other files in it.
		 */
		WITH_SCRIPTS("pledges.file.with-scripts"),

		/**
		 * It has a picture, a film or a file in it that nothing here can clean.
		 */
		WITH_OTHER_PARTS("pledges.file.with-other-parts"),

		/** It is a document that loads parts of itself from another computer. */
		LINKED("pledges.file.linked"),

		/**
		 * It is a picture as some telephones write it, which many programs cannot show.
		 */
		PHONE_PICTURE("pledges.file.phone-picture"),

		/**
		 * It is an archive that unpacks to far more than a document, or has more parts
		 * than one.
		 */
		EXCESSIVE("pledges.file.excessive"),

		/**
		 * There is no room for it beside the pledge's other files, those of its earlier
		 * versions too.
		 */
		PLEDGE_FULL("pledges.file.pledge-full"),

		/** There is no room for it beside all other files of the government. */
		GOVERNMENT_FULL("pledges.file.government-full");

		private final String messageKey;

		Reason(String messageKey) {
			this.messageKey = messageKey;
		}

		/** A sentence about the file, which takes its name. */
		public String messageKey() {
			return messageKey;
		}

	}

	/**
	 * @param question the place of the answer to which the file is added
	 * @param page the open page from which it came, whose own change it is
	 * @throws Refused where the pledge was submitted meanwhile
	 */
	@Transactional
	public Result attach(PledgeReference reference, String question, Upload upload, UUID page, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (!pledge.state().editable()) {
			throw new Refused("pledges.refused.not-editable", reference.value());
		}
		Integer most = form.definition().uploads().get(question);
		if (most == null) {
			throw new NotFound("A question for files at " + question);
		}
		if (upload.size() == 0) {
			return new NotAttached(Reason.EMPTY);
		}
		if (upload.size() > LARGEST.toBytes()) {
			return new NotAttached(Reason.TOO_LARGE);
		}
		if (pledge.answers().files(question).size() >= most) {
			return new NotAttached(Reason.TOO_MANY);
		}
		try (CleanCopies.Copy copy = copies.of(upload.content())) {
			Optional<Full> full = room.forFile(pledge, copy.size());
			if (full.isPresent()) {
				return new NotAttached(full.get() == Full.PLEDGE ? Reason.PLEDGE_FULL : Reason.GOVERNMENT_FULL);
			}
			return attach(pledge, question, upload.name(), copy, page, by);
		}
		catch (UnfitFile unfit) {
			return new NotAttached(unfit.reason());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("What was uploaded for " + reference + " cannot be read", unreadable);
		}
	}

	private Result attach(Pledge pledge, String question, String name, CleanCopies.Copy copy, UUID page, Person by)
			throws IOException {
		Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
		Attachment kept = attachments.keep(pledge.reference(), FileName.of(name, copy.type()), copy, by.id(), now);
		List<UploadedFile> before = pledge.answers().files(question);
		if (before.stream().anyMatch(same -> same.sha256().equals(kept.sha256()))) {
			attachments.letGo(kept.id());
			return new NotAttached(Reason.ALREADY_THERE);
		}
		List<UploadedFile> files = new ArrayList<>(before);
		files.add(kept.asAnswer());
		pledge.change(pledge.answers().with(question, files.stream().map(UploadedFile::asAnswer).toList()), by.id(),
				now);
		saves.kept(pledge, page);
		// The trail is read by coordinators, who do not see the text of drafts: nor do
		// they see names of files.
		audit.record(AuditEntry.of("pledge.file-attached", pledge.reference()).by(by).with("file", kept.sha256()));
		return new Attached(kept.asAnswer());
	}

}
