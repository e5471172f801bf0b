package org.calltolocalaction.pledges.files;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.audit.AuditEntry;
import org.calltolocalaction.kernel.audit.AuditTrail;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.keeping.DraftSaves;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A member takes a file out of their government's draft. What was submitted with it keeps
 * it; else it is deleted.
 */
@Service
public class RemoveAttachment {

	private final MyPledges mine;

	private final PledgeForm form;

	private final Attachments attachments;

	private final DraftSaves saves;

	private final AuditTrail audit;

	private final Clock clock;

	RemoveAttachment(MyPledges mine, PledgeForm form, Attachments attachments, DraftSaves saves, AuditTrail audit,
			Clock clock) {
		this.mine = mine;
		this.form = form;
		this.attachments = attachments;
		this.saves = saves;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Does nothing where a colleague was faster.
	 * @param page the open page from which it is removed, whose own change it is
	 * @throws Refused where the pledge was submitted meanwhile
	 */
	@Transactional
	public void remove(PledgeReference reference, AttachmentId id, UUID page, Person by) {
		Pledge pledge = mine.forChange(reference, by);
		if (!pledge.state().editable()) {
			throw new Refused("pledges.refused.not-editable", reference.value());
		}
		for (String question : form.definition().uploads().keySet()) {
			for (UploadedFile file : pledge.answers().files(question)) {
				if (file.id().equals(id.toString())) {
					remove(pledge, question, file, page, by);
				}
			}
		}
	}

	private void remove(Pledge pledge, String question, UploadedFile file, UUID page, Person by) {
		List<UploadedFile> left = pledge.answers()
			.files(question)
			.stream()
			.filter(other -> !other.equals(file))
			.toList();
		pledge.change(
				pledge.answers()
					.with(question, left.isEmpty() ? null : left.stream().map(UploadedFile::asAnswer).toList()),
				by.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
		saves.kept(pledge, page);
		attachments.letGo(AttachmentId.of(file.id()));
		audit.record(AuditEntry.of("pledge.file-removed", pledge.reference()).by(by).with("file", file.sha256()));
	}

}
