package org.calltolocalaction.pledges.drafting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.pledges.files.AttachFile;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.files.RemoveAttachment;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Takes the files that came with the page of a part, and away the one beside whose name
 * the button was pressed.
 */
@Component
class PartUploads {

	private static final String UPLOAD = "_upload";

	private static final String REMOVE = "_removeFile";

	private final AttachFile attachFile;

	private final RemoveAttachment removeAttachment;

	PartUploads(AttachFile attachFile, RemoveAttachment removeAttachment) {
		this.attachFile = attachFile;
		this.removeAttachment = removeAttachment;
	}

	/** Each file is taken by itself; what is returned says which were not, and why. */
	List<FieldError> take(PledgeReference reference, FormPart part, MultiValueMap<String, MultipartFile> files,
			MultiValueMap<String, String> posted, UUID page, Person member) {
		if (posted.containsKey(REMOVE)) {
			removeAttachment.remove(reference, named(Objects.requireNonNullElse(posted.getFirst(REMOVE), "")), page,
					member);
		}
		List<FieldError> notTaken = new ArrayList<>();
		for (String question : part.uploads()) {
			List<MultipartFile> chosen = files.getOrDefault(question, List.of())
				.stream()
				// What a browser sends where nothing was chosen.
				.filter(file -> StringUtils.hasText(file.getOriginalFilename()))
				.toList();
			if (chosen.isEmpty() && question.equals(posted.getFirst(UPLOAD))) {
				notTaken.add(error(question, "pledges.file.none-chosen"));
			}
			for (MultipartFile file : chosen) {
				Upload upload = new Upload(nameOf(file), file.getSize(), file);
				attachFile.attach(reference, question, upload, page, member)
					.obstacle()
					.map(reason -> error(question, reason.messageKey(), nameOf(file)))
					.ifPresent(notTaken::add);
			}
		}
		return notTaken;
	}

	/**
	 * Whether a button beside the files was pressed, after which the same page is shown.
	 */
	static boolean asked(MultiValueMap<String, String> posted) {
		return posted.containsKey(UPLOAD) || posted.containsKey(REMOVE);
	}

	private static FieldError error(String question, String words, Object... arguments) {
		return new FieldError(question, question.replace('.', '-'), words, List.of(arguments));
	}

	private static String nameOf(MultipartFile file) {
		return Objects.requireNonNullElse(file.getOriginalFilename(), "");
	}

	private static AttachmentId named(String pressed) {
		try {
			return AttachmentId.of(pressed);
		}
		catch (IllegalArgumentException forged) {
			throw new NotFound("A file called " + pressed);
		}
	}

}
