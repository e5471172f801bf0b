package org.calltolocalaction.governments.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.governments.letters.LetterId;
import org.calltolocalaction.governments.letters.Letters;
import org.calltolocalaction.governments.letters.SentLetter;
import org.calltolocalaction.governments.standing.AnswerCoordinators;
import org.calltolocalaction.governments.standing.StandingAnswers;
import org.calltolocalaction.governments.standing.StandingAnswers.StandingAnswer;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.request.UploadAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
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
 * Where a member reads how their government's registration stands, and tells the
 * coordinators that it is the one that it says it is.
 */
@Controller
@RequestMapping("/my/government")
class RegistrationController {

	/** How it stands, and what was said so far, the newest first. */
	record RegistrationPage(Government government, List<StandingAnswer> answers) {
	}

	private final Governments governments;

	private final AnswerCoordinators answerCoordinators;

	private final StandingAnswers answers;

	private final Letters letters;

	RegistrationController(Governments governments, AnswerCoordinators answerCoordinators, StandingAnswers answers,
			Letters letters) {
		this.governments = governments;
		this.answerCoordinators = answerCoordinators;
		this.answers = answers;
		this.letters = letters;
	}

	/**
	 * Somewhat more than a letter may have, so that a sentence can say that it is too
	 * large.
	 */
	@Bean
	static UploadAddress lettersToCoordinators() {
		return new UploadAddress("/my/government/registration", DataSize.ofMegabytes(20));
	}

	@GetMapping("/registration")
	String page(Person member, Model model) {
		return shown(RegistrationForm.empty(), member, model);
	}

	@PostMapping("/registration")
	String answer(@ModelAttribute("form") RegistrationForm form, BindingResult errors,
			@RequestParam(required = false) @Nullable MultipartFile letter, Person member, Model model,
			RedirectAttributes redirect) {
		Optional<SentLetter> sent = Optional.ofNullable(letter)
			.filter(file -> !nameOf(file).isEmpty())
			.map(file -> new SentLetter(nameOf(file), file.getSize(), file));
		form.check(errors, sent.isPresent());
		if (errors.hasErrors()) {
			return shown(form, member, model);
		}
		return answerCoordinators.answer(member, Objects.requireNonNullElse(form.words(), ""), sent).fold(() -> {
			redirect.addFlashAttribute("message", "standing.answer.sent");
			return "redirect:/my/government/registration";
		}, notTaken -> {
			errors.rejectValue("file", notTaken.messageKey(), new Object[] { sent.orElseThrow().name() }, null);
			return shown(form, member, model);
		});
	}

	@GetMapping("/letters/{letter}")
	void letter(@PathVariable LetterId letter, Person member, HttpServletResponse response) throws IOException {
		letters.download(letters.letter(governments.own(member).id(), letter)).to(response);
	}

	private String shown(RegistrationForm form, Person member, Model model) {
		Government own = governments.own(member);
		model.addAttribute("form", form);
		model.addAttribute("page", new RegistrationPage(own, answers.of(own.id())));
		return "governments/registration";
	}

	private static String nameOf(MultipartFile file) {
		return Objects.requireNonNullElse(file.getOriginalFilename(), "");
	}

}
