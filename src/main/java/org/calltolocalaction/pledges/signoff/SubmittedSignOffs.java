package org.calltolocalaction.pledges.signoff;

import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.files.LetterFiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says with whose approval a version was submitted: to receipts, and to coordinators. */
@Service
@Transactional(readOnly = true)
public class SubmittedSignOffs {

	private final SignOffs signOffs;

	private final LetterFiles letters;

	SubmittedSignOffs(SignOffs signOffs, LetterFiles letters) {
		this.signOffs = signOffs;
		this.letters = letters;
	}

	/**
	 * What had been said last when this version was submitted; nothing where nothing was.
	 */
	public Optional<SubmittedSignOff> of(PledgeReference reference, int revision) {
		return signOffs.submittedWith(reference, revision);
	}

	/**
	 * The same of many, by their references; those of which nothing was said are left
	 * out.
	 */
	public Map<PledgeReference, SubmittedSignOff> of(Map<PledgeReference, Integer> revisions) {
		return signOffs.submittedWith(revisions);
	}

	/** A signed letter with which a version was submitted, as it was uploaded. */
	public Download letter(PledgeReference reference, AttachmentId letter, Person by) {
		by.requireOversight();
		if (!signOffs.submittedWith(reference, letter)) {
			throw new NotFound("A letter " + letter);
		}
		return letters.download(reference, letter);
	}

}
