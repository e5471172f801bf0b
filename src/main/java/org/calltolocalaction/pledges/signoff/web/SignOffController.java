package org.calltolocalaction.pledges.signoff.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.request.UploadAddress;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachFile.Reason;
import org.calltolocalaction.pledges.files.AttachFile.Upload;
import org.calltolocalaction.pledges.signoff.MakeReadingLink;
import org.calltolocalaction.pledges.signoff.ReadingLinkId;
import org.calltolocalaction.pledges.signoff.ReadingToken;
import org.calltolocalaction.pledges.signoff.RecordLetter;
import org.calltolocalaction.pledges.signoff.RecordLetter.SignedLetter;
import org.calltolocalaction.pledges.signoff.RevokeReadingLink;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Members have their draft read and approved: by a link, or by a letter that they have.
 */
@Controller
@RequestMapping("/my/pledges/{reference}/sign-off")
class SignOffController {

	private static final String PAGE = "pledges/signoff/mine";

	private final SignOffPages pages;

	private final MyPledges mine;

	private final MakeReadingLink makeReadingLink;

	private final RevokeReadingLink revokeReadingLink;

	private final RecordLetter recordLetter;

	SignOffController(SignOffPages pages, MyPledges mine, MakeReadingLink makeReadingLink,
			RevokeReadingLink revokeReadingLink, RecordLetter recordLetter) {
		this.pages = pages;
		this.mine = mine;
		this.makeReadingLink = makeReadingLink;
		this.revokeReadingLink = revokeReadingLink;
		this.recordLetter = recordLetter;
	}

	/**
	 * Somewhat more than a letter may have, so that a sentence can say that it is too
	 * large.
	 */
	@Bean
	static UploadAddress signedLetters() {
		return new UploadAddress("/my/pledges/*/sign-off/letter", DataSize.ofMegabytes(20));
	}

	@GetMapping
	String page(@PathVariable PledgeReference reference, Person member, Locale language, Model model) {
		Pledge pledge = mine.pledge(reference, member);
		if (!pledge.state().editable()) {
			return "redirect:/my/pledges/" + pledge.reference();
		}
		return shown(reference, null, LetterForm.empty(), member, language, model);
	}

	/**
	 * Answered at once and not by another address: the link is shown this once, and
	 * nothing keeps it until another page.
	 */
	@PostMapping("/links")
	String make(@PathVariable PledgeReference reference, Person member, Locale language, Model model,
			HttpServletResponse response) {
		ReadingToken made = makeReadingLink.make(reference, member);
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		return shown(reference, made, LetterForm.empty(), member, language, model);
	}

	@PostMapping("/links/{link}/revocation")
	String revoke(@PathVariable PledgeReference reference, @PathVariable ReadingLinkId link, Person member,
			RedirectAttributes redirect) {
		revokeReadingLink.revoke(reference, link, member);
		redirect.addFlashAttribute("message", "signoff.links.revoked");
		return "redirect:/my/pledges/" + reference + "/sign-off";
	}

	@PostMapping("/letter")
	String letter(@PathVariable PledgeReference reference, @ModelAttribute("form") LetterForm form,
			BindingResult errors, @RequestParam(required = false) @Nullable MultipartFile letter, Person member,
			Locale language, Model model, RedirectAttributes redirect) {
		form.check(errors, letter != null && !nameOf(letter).isEmpty(), recordLetter.today(member));
		if (errors.hasErrors() || letter == null) {
			return shown(reference, null, form, member, language, model);
		}
		SignedLetter signed = new SignedLetter(form.name(), form.function(), form.signedOn().orElseThrow(),
				Objects.requireNonNullElse(form.read(), ""), new Upload(nameOf(letter), letter.getSize(), letter));
		return recordLetter.record(reference, signed, member).fold(recorded -> {
			redirect.addFlashAttribute("message", "signoff.letter.done");
			return "redirect:/my/pledges/" + reference + "/sign-off";
		}, () -> {
			model.addAttribute("changed", true);
			return shown(reference, null, form.unconfirmed(), member, language, model);
		}, notTaken -> {
			errors.rejectValue("file", notTaken.reason() == Reason.OTHER_TYPE ? "signoff.letter.other-type"
					: notTaken.reason().messageKey(), new Object[] { nameOf(letter) }, null);
			return shown(reference, null, form, member, language, model);
		});
	}

	private String shown(PledgeReference reference, @Nullable ReadingToken made, LetterForm form, Person member,
			Locale language, Model model) {
		model.addAttribute("form", form);
		model.addAttribute("page", pages.of(mine.pledge(reference, member), made, member, language));
		return PAGE;
	}

	private static String nameOf(MultipartFile file) {
		return Objects.requireNonNullElse(file.getOriginalFilename(), "");
	}

}
