package org.calltolocalaction.pledges.signoff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.request.SecretAddress;
import org.calltolocalaction.pledges.PledgeContent;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.pledges.signoff.GiveSignOff;
import org.calltolocalaction.pledges.signoff.PledgeTexts;
import org.calltolocalaction.pledges.signoff.ReadDraft;
import org.calltolocalaction.pledges.signoff.ReadDraft.OpenDraft;
import org.calltolocalaction.pledges.signoff.ReadingToken;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Whoever has a link reads a draft, and says what they think of it. Opening a link does
 * nothing, because mail scanners follow every link.
 */
@Controller
@RequestMapping("/read/{token}")
class ReadDraftController {

	private static final String PAGE = "pledges/signoff/read";

	private final ReadDraft readDraft;

	private final GiveSignOff giveSignOff;

	private final PledgeTexts texts;

	ReadDraftController(ReadDraft readDraft, GiveSignOff giveSignOff, PledgeTexts texts) {
		this.readDraft = readDraft;
		this.giveSignOff = giveSignOff;
		this.texts = texts;
	}

	/**
	 * The draft as it is at this moment.
	 *
	 * @param path where it is read
	 */
	record ReadingPage(OpenDraft draft, FormSummary answers, String path) {

		/** The title, as it is typed so far. */
		public String title() {
			return new PledgeContent(draft.text().answers()).title();
		}

		/** The language in which it is written. */
		public String textLanguage() {
			return new PledgeContent(draft.text().answers()).language();
		}

		/** Where the reader may have the files. */
		public String filesAddress() {
			return path + "/files";
		}

		/** Where the reader may have all of it as a document. */
		public String paperAddress() {
			return path + "/draft.pdf";
		}

		/** Whether what was said by this link was said of this text. */
		public boolean saidOfThis() {
			return draft.said() != null && draft.said().isOf(draft.text());
		}

	}

	@GetMapping
	String read(@PathVariable ReadingToken token, Locale language, Model model, HttpServletResponse response) {
		return shown(token, ReadingForm.empty(), language, model, response);
	}

	@GetMapping("/files/{id}")
	void file(@PathVariable ReadingToken token, @PathVariable AttachmentId id, HttpServletResponse response)
			throws IOException {
		SecretAddress.keep(response);
		readDraft.file(token, id).orElseThrow(() -> new NotFound("A draft by its link")).to(response);
	}

	@PostMapping
	String say(@PathVariable ReadingToken token, @ModelAttribute("form") ReadingForm form, BindingResult errors,
			Locale language, Model model, HttpServletResponse response, RedirectAttributes redirect) {
		form.check(errors);
		if (errors.hasErrors()) {
			return shown(token, form, language, model, response);
		}
		return giveSignOff.give(token, form.said()).fold(recorded -> {
			redirect.addFlashAttribute("message", "signoff.read.done." + recorded.signOff().kind());
			return "redirect:" + token.path();
		}, () -> notRecorded("signoff.read.changed", token, form.undecided(), language, model, response),
				() -> notRecorded("signoff.read.too-often", token, form, language, model, response),
				() -> closed(response));
	}

	private String notRecorded(String why, ReadingToken token, ReadingForm form, Locale language, Model model,
			HttpServletResponse response) {
		model.addAttribute("notRecorded", why);
		return shown(token, form, language, model, response);
	}

	private String shown(ReadingToken token, ReadingForm form, Locale language, Model model,
			HttpServletResponse response) {
		SecretAddress.keep(response);
		Optional<OpenDraft> draft = readDraft.open(token);
		if (draft.isEmpty()) {
			return closed(response);
		}
		model.addAttribute("form", form);
		model.addAttribute("page", new ReadingPage(draft.get(),
				texts.summary(draft.get().text(), language, ZoneOffset.UTC), token.path()));
		return PAGE;
	}

	private static String closed(HttpServletResponse response) {
		SecretAddress.keep(response);
		response.setStatus(HttpStatus.NOT_FOUND.value());
		return "pledges/signoff/closed";
	}

}
