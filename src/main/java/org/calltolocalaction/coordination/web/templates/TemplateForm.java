package org.calltolocalaction.coordination.web.templates;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.calltolocalaction.coordination.web.TypedReason;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.template.MailTemplate;
import org.calltolocalaction.notifications.template.PieceText;
import org.calltolocalaction.notifications.template.ReadTemplates.Shown;
import org.springframework.validation.Errors;

/**
 * What the mails of a template are to say, as it was typed.
 *
 * @param version the one that was looked at when it was typed
 * @param texts by the names of the pieces
 * @param pledge of which a preview is asked
 */
record TemplateForm(@As(Text.IDENTIFIER) String version, Map<String, String> texts, @As(Text.PROSE) String reason,
		@As(Text.IDENTIFIER) String pledge) {

	TemplateForm {
		version = Objects.requireNonNullElse(version, "");
		// Whatever binds a form puts the texts into it one by one.
		texts = texts == null ? new HashMap<>() : new HashMap<>(texts);
		reason = Objects.requireNonNullElse(reason, "");
		pledge = Objects.requireNonNullElse(pledge, "");
	}

	static TemplateForm of(Shown shown) {
		return new TemplateForm(String.valueOf(shown.version()),
				shown.pieces()
					.stream()
					.collect(Collectors.toMap(piece -> piece.piece().name(),
							piece -> piece.own().map(own -> own.text()).orElse(piece.text()))),
				"", "");
	}

	/** The version that was looked at; what is no number is none there ever was. */
	int seen() {
		return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
	}

	/** Says beside each text why it cannot be sent. */
	void checkTexts(MailTemplate template, Errors errors) {
		template.pieces().stream().filter(piece -> texts.containsKey(piece.name())).forEach(piece -> {
			try {
				PieceText.of(piece, texts.getOrDefault(piece.name(), ""));
			}
			catch (Refused refused) {
				errors.rejectValue("texts[" + piece.name() + "]", refused.messageKey(), refused.arguments(), null);
			}
		});
	}

	void checkReason(Errors errors) {
		TypedReason.check(reason, "templates.reason.missing", errors);
	}

}
