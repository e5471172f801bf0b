package org.calltolocalaction.pledges.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.paper.Enclosure;
import org.calltolocalaction.kernel.paper.Paper;
import org.calltolocalaction.kernel.paper.PaperFile;
import org.calltolocalaction.kernel.paper.PaperPage;
import org.calltolocalaction.kernel.paper.PaperPicture;
import org.calltolocalaction.kernel.paper.PaperPictures;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.files.HandedOnFiles;
import org.calltolocalaction.pledges.files.HandedOnFiles.Copies;
import org.calltolocalaction.pledges.files.HandedOnFiles.HandedOn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * A whole pledge on paper: every answer that its government reads, with the files that
 * belong to it. It does not ask who wants it, which its callers know: a member who is
 * signed in, or somebody to whom the government gave a link. Nothing is held in the
 * database while it is made.
 */
@Service
public class PledgeDocument {

	private final Pledges pledges;

	private final Revisions revisions;

	private final Governments governments;

	private final PledgeForm form;

	private final HandedOnFiles files;

	private final Paper paper;

	private final Clock clock;

	PledgeDocument(Pledges pledges, Revisions revisions, Governments governments, PledgeForm form, HandedOnFiles files,
			Paper paper, Clock clock) {
		this.pledges = pledges;
		this.revisions = revisions;
		this.governments = governments;
		this.form = form;
		this.files = files;
		this.paper = paper;
		this.clock = clock;
	}

	/**
	 * What the document shows.
	 *
	 * @param version the number that a draft will have, or that a revision has
	 * @param at the moment of the draft, or of the submission
	 * @param changedAt when a draft was saved last; null of what was submitted
	 * @param receipt of what was submitted; null of a draft
	 */
	record PledgeOnPaper(PledgeReference reference, String title, Government government, int version, Instant at,
			ZoneId zone, @Nullable Instant changedAt, @Nullable Receipt receipt, String textLanguage,
			FormSummary answers, List<AttachedFile> attached) {

		private static final int LONGEST_HEADING = 80;

		/** What stands at the top of each page beside the reference. */
		public String heading() {
			return title.codePointCount(0, title.length()) <= LONGEST_HEADING ? title
					: title.substring(0, title.offsetByCodePoints(0, LONGEST_HEADING)).strip() + "…";
		}

		/** Whether it is not what the partners read. */
		public boolean draft() {
			return receipt == null;
		}

	}

	/**
	 * A file that belongs to it.
	 *
	 * @param key by which the document finds the picture
	 * @param inside whether the file is in the document
	 * @param picture null where there is none to show
	 */
	record AttachedFile(String key, UploadedFile file, String name, boolean inside, @Nullable PaperPicture picture) {
	}

	/**
	 * The working copy as it is now, and marked so on each page. The caller closes it.
	 * @throws NotFound where there is no working copy, because the pledge is before the
	 * partners, decided or discarded
	 */
	public PaperFile draft(PledgeReference reference, Locale language, ZoneId zone) {
		Pledge pledge = pledges.pledge(reference);
		if (!pledge.state().editable()) {
			throw new NotFound("A draft of " + reference);
		}
		Validation validation = form.validate(pledge.answers(), language, zone);
		Answers answers = validation.isValid() ? validation.answers() : pledge.answers();
		return draft(pledge, answers, summary(answers, language, zone), language, zone);
	}

	/**
	 * What somebody may read of the working copy, marked as a draft as the whole of it
	 * is. The caller closes it.
	 * @param answers that they may read, with the files to go along
	 * @param shown the same, laid out
	 */
	PaperFile draft(Pledge pledge, Answers answers, FormSummary shown, Locale language, ZoneId zone) {
		Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
		return made(page(pledge, answers, shown, pledge.latestRevision() + 1, now, pledge.changedAt(), null, zone),
				answers, language);
	}

	/**
	 * A version as it was submitted. The caller closes it.
	 * @throws NotFound where there is none
	 */
	public PaperFile submitted(PledgeReference reference, int number, Locale language) {
		Pledge pledge = pledges.pledge(reference);
		Revision revision = revisions.revision(reference, number);
		Receipt receipt = revision.receipt();
		Answers answers = revision.answers();
		return made(page(pledge, answers, summary(answers, language, receipt.memberZone()), number,
				revision.submittedAt(), null, receipt, receipt.memberZone()), answers, language);
	}

	private FormSummary summary(Answers answers, Locale language, ZoneId zone) {
		return form.definition().summary(answers, form.context(language, zone), Reader.AUTHOR);
	}

	private PledgeOnPaper page(Pledge pledge, Answers answers, FormSummary shown, int version, Instant at,
			@Nullable Instant changedAt, @Nullable Receipt receipt, ZoneId zone) {
		return new PledgeOnPaper(pledge.reference(), form.title(pledge.reference(), answers, Reader.AUTHOR),
				governments.government(pledge.government()), version, at, zone, changedAt, receipt,
				new PledgeContent(answers).language(), shown, List.of());
	}

	private PaperFile made(PledgeOnPaper page, Answers answers, Locale language) {
		try (Copies copies = files.copies(page.reference(), form.files(answers), language)) {
			return paper.make(() -> with(copies.files(), page, language));
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException("The files of " + page.reference() + " cannot be copied", unreadable);
		}
	}

	private static PaperPage with(List<HandedOn> files, PledgeOnPaper page, Locale language) {
		List<AttachedFile> attached = new ArrayList<>();
		List<Enclosure> enclosures = new ArrayList<>();
		Map<String, PaperPicture> pictures = new LinkedHashMap<>();
		for (HandedOn file : files) {
			String key = String.valueOf(attached.size() + 1);
			PaperPicture picture = file.content() != null && file.picture()
					? PaperPictures.of(file.content(), file.wayUp()).orElse(null) : null;
			if (picture != null) {
				pictures.put(key, picture);
			}
			if (file.content() != null) {
				enclosures.add(new Enclosure(file.name(), file.file().type(), file.name(),
						out -> Files.copy(file.content(), out)));
			}
			attached.add(new AttachedFile(key, file.file(), file.name(), file.content() != null, picture));
		}
		PledgeOnPaper whole = new PledgeOnPaper(page.reference(), page.title(), page.government(), page.version(),
				page.at(), page.zone(), page.changedAt(), page.receipt(), page.textLanguage(), page.answers(),
				attached);
		return new PaperPage("pledges/paper/pledge", whole, page.reference() + ": " + page.title(), language, page.at(),
				pictures, enclosures);
	}

}
