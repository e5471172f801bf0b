package org.calltolocalaction.pledges.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Set;
import org.calltolocalaction.governments.letters.CheckLetters;
import org.calltolocalaction.governments.letters.SentLetter;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.springframework.stereotype.Component;

/**
 * Checks letters of governments as files of pledges are checked. What is kept is the
 * clean copy, or the letter itself where it is signed electronically.
 */
@Component
class LettersOfGovernments implements CheckLetters {

	private static final Set<FileType> TYPES = EnumSet.of(FileType.PDF, FileType.JPEG, FileType.PNG);

	private final CleanCopies copies;

	LettersOfGovernments(CleanCopies copies) {
		this.copies = copies;
	}

	@Override
	public Result check(SentLetter letter, Keeper keeper) throws IOException {
		if (letter.size() == 0) {
			return unfit(Reason.EMPTY);
		}
		if (letter.size() > AttachFile.LARGEST.toBytes()) {
			return unfit(Reason.TOO_LARGE);
		}
		try (CleanCopies.Copy copy = copies.of(letter.content())) {
			if (!TYPES.contains(copy.type())) {
				return new Unfit("signoff.letter.other-type");
			}
			Fit fit = new Fit(FileName.of(letter.name(), copy.type()), copy.type().mediaType());
			try (InputStream content = copy.content()) {
				keeper.keep(fit, content);
			}
			return fit;
		}
		catch (UnfitFile unfit) {
			return unfit.reason() == Reason.OTHER_TYPE ? new Unfit("signoff.letter.other-type") : unfit(unfit.reason());
		}
	}

	private static Unfit unfit(Reason reason) {
		return new Unfit(reason.messageKey());
	}

}
