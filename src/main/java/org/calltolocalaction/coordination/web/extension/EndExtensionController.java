package org.calltolocalaction.coordination.web.extension;

import org.calltolocalaction.coordination.ExtendCall;
import org.calltolocalaction.coordination.ReadExtensions;
import org.calltolocalaction.coordination.web.ConfirmedForm;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.extension.ExtensionId;
import org.calltolocalaction.identity.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ends an extension before its time, once it was seen what follows. */
@Controller
@RequestMapping("/coordination/editions/{year}/extensions/{id}/end")
class EndExtensionController {

	private final ReadExtensions extensions;

	private final ExtendCall extend;

	EndExtensionController(ReadExtensions extensions, ExtendCall extend) {
		this.extensions = extensions;
		this.extend = extend;
	}

	/**
	 * What would follow if it were ended now.
	 *
	 * @param changed whether something else follows than was shown before
	 */
	record EndExtensionPage(EditionYear year, ReadExtensions.Line line, ExtendCall.Forecast forecast, boolean changed) {
	}

	@GetMapping
	String form(@PathVariable EditionYear year, @PathVariable ExtensionId id, Person by, Model model) {
		model.addAttribute("form", ConfirmedForm.EMPTY);
		return page(year, extensions.one(year, id, by), false, by, model);
	}

	@PostMapping
	String end(@PathVariable EditionYear year, @PathVariable ExtensionId id, @ModelAttribute("form") ConfirmedForm form,
			BindingResult errors, Person by, Model model, RedirectAttributes redirect) {
		ReadExtensions.Line line = extensions.one(year, id, by);
		form.check("coordination.extensions.reason.missing", errors);
		if (errors.hasErrors()) {
			return page(year, line, false, by, model);
		}
		if (!extend.end(line.extension(), form.reason(), form.foreseen(), by)) {
			return page(year, line, true, by, model);
		}
		redirect.addFlashAttribute("message", "coordination.extensions.ended");
		return "redirect:/coordination/editions/" + year + "/extensions";
	}

	private String page(EditionYear year, ReadExtensions.Line line, boolean changed, Person by, Model model) {
		model.addAttribute("page", new EndExtensionPage(year, line, extend.ifEnded(line.extension(), by), changed));
		return "coordination/extension-end";
	}

}
