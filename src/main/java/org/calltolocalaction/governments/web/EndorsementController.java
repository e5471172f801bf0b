package org.calltolocalaction.governments.web;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.calltolocalaction.governments.EndorseDeclaration;
import org.calltolocalaction.governments.Endorsement;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.letters.Letters;
import org.calltolocalaction.governments.letters.Letters.Letter;
import org.calltolocalaction.governments.letters.SentLetter;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.WebAddress;
import org.calltolocalaction.kernel.request.UploadAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The form with which a member records the endorsement of the Marrakech Mayors
 * Declaration.
 */
@Controller
@RequestMapping("/my/government/endorsement")
class EndorsementController {

	/**
	 * Whose endorsement is recorded.
	 *
	 * @param text where the Declaration is read
	 * @param letter the one that was sent before
	 */
	record EndorsementPage(Government government, Optional<WebAddress> text, Optional<Letter> letter) {
	}

	private final Governments governments;

	private final EndorseDeclaration endorseDeclaration;

	private final Letters letters;

	private final DeclarationSettings declaration;

	EndorsementController(Governments governments, EndorseDeclaration endorseDeclaration, Letters letters,
			DeclarationSettings declaration) {
		this.governments = governments;
		this.endorseDeclaration = endorseDeclaration;
		this.letters = letters;
		this.declaration = declaration;
	}

	/**
	 * Somewhat more than a letter may have, so that a sentence can say that it is too
	 * large.
	 */
	@Bean
	static UploadAddress lettersOfEndorsement() {
		return new UploadAddress("/my/government/endorsement", DataSize.ofMegabytes(20));
	}

	@GetMapping
	String form(Person person, Locale language, Model model) {
		Government own = governments.own(person);
		model.addAttribute("form", EndorsementForm.of(own.endorsement()));
		return shown(own, language, model);
	}

	@PostMapping
	String endorse(@ModelAttribute("form") EndorsementForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable MultipartFile letter, Person person, Locale language, Model model,
			RedirectAttributes redirect) {
		Government own = governments.own(person);
		Optional<SentLetter> sent = sent(letter);
		form.check(errors, endorseDeclaration.today(person),
				sent.isPresent() || own.endorsement().flatMap(Endorsement::letter).isPresent());
		if (errors.hasErrors() || !taken(form, errors, sent, person)) {
			return shown(own, language, model);
		}
		redirect.addFlashAttribute("message", "governments.endorsement.saved");
		return "redirect:/my/government";
	}

	private boolean taken(EndorsementForm form, BindingResult errors, Optional<SentLetter> sent, Person person) {
		if (sent.isEmpty()) {
			endorseDeclaration.endorse(person, form.endorsement());
			return true;
		}
		return endorseDeclaration.endorse(person, form.endorsement(), sent.get()).fold(() -> true, notTaken -> {
			errors.rejectValue("file", notTaken.messageKey(), new Object[] { sent.get().name() }, null);
			return false;
		});
	}

	private String shown(Government own, Locale language, Model model) {
		model.addAttribute("page", new EndorsementPage(own, declaration.in(language),
				own.endorsement().flatMap(Endorsement::letter).map(letter -> letters.letter(own.id(), letter))));
		return "governments/endorse";
	}

	private static Optional<SentLetter> sent(@Nullable MultipartFile letter) {
		return Optional.ofNullable(letter)
			.filter(file -> !nameOf(file).isEmpty())
			.map(file -> new SentLetter(nameOf(file), file.getSize(), file));
	}

	private static String nameOf(MultipartFile file) {
		return Objects.requireNonNullElse(file.getOriginalFilename(), "");
	}

}
