package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.kernel.address.LocalAddress;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * People are asked for their name when they first sign in: colleagues would read an
 * address otherwise, and nobody looks for a page about their account. Who does not want
 * to say it goes on without.
 */
@Controller
@RequestMapping(NameController.PATH)
class NameController {

	static final String PATH = "/my/name";

	/**
	 * What the form holds, as it was typed.
	 *
	 * @param to the page on which the person goes on
	 */
	record NameForm(@As(Text.NAME) @Nullable String name, @As(Text.ADDRESS) @Nullable String to) {
	}

	/**
	 * The question.
	 *
	 * @param to the page on which the person goes on
	 */
	record NamePage(String to) {
	}

	private final UpdateProfile updateProfile;

	private final CurrentPerson currentPerson;

	NameController(UpdateProfile updateProfile, CurrentPerson currentPerson) {
		this.updateProfile = updateProfile;
		this.currentPerson = currentPerson;
	}

	/**
	 * The address of the question, from which the person goes on to a page.
	 * @param page within the desk, without the path under which the desk stands
	 */
	static String before(String page) {
		return UriComponentsBuilder.fromPath(PATH).queryParam("to", "{to}").encode().build(page).toString();
	}

	@GetMapping
	String ask(@ModelAttribute("form") NameForm form, Person person, Model model) {
		model.addAttribute("page", new NamePage(next(form, person)));
		return "identity/name";
	}

	@PostMapping
	String save(@ModelAttribute("form") NameForm form, BindingResult errors, Person person, Model model,
			HttpServletRequest request) {
		String name = form.name() == null ? "" : form.name();
		if (name.isBlank()) {
			errors.rejectValue("name", "identity.name.missing");
		}
		else {
			GivenNames.check(name, errors);
		}
		if (errors.hasErrors()) {
			return ask(form, person, model);
		}
		updateProfile.introduce(person, name, person.language(), person.zone());
		currentPerson.forget(request);
		return "redirect:" + next(form, person);
	}

	private static String next(NameForm form, Person person) {
		return Optional.ofNullable(form.to())
			.flatMap(LocalAddress::of)
			.map(LocalAddress::value)
			.filter(page -> !page.startsWith(PATH))
			.orElse(Areas.home(person));
	}

}
