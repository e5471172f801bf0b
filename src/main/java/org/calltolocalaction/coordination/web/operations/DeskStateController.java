package org.calltolocalaction.coordination.web.operations;

import java.util.Optional;
import org.calltolocalaction.coordination.operations.DeskStanding;
import org.calltolocalaction.coordination.operations.ReadOperations;
import org.calltolocalaction.identity.EndSignInWaits;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.address.EmailAddress;
import org.calltolocalaction.kernel.request.ClientAddress;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows how the desk is, and lets somebody sign in who would have to wait. */
@Controller
@RequestMapping(OperationsPages.HERE + "/desk")
class DeskStateController {

	private static final String PAGE = "coordination/operations/desk";

	private static final ClientAddress NOWHERE = ClientAddress.of("");

	private final ReadOperations operations;

	private final EndSignInWaits waits;

	DeskStateController(ReadOperations operations, EndSignInWaits waits) {
		this.operations = operations;
		this.waits = waits;
	}

	/** How the desk is. */
	record DeskPage(DeskStanding standing) {
	}

	@GetMapping
	String desk(Person by, Model model) {
		model.addAttribute("form", new WaitsForm(""));
		model.addAttribute("page", new DeskPage(operations.standing(by)));
		return PAGE;
	}

	@PostMapping("/waits")
	String endWaits(@ModelAttribute("form") WaitsForm form, BindingResult errors, Person by, Model model,
			RedirectAttributes redirect) {
		by.requireCoordinator();
		Optional<EmailAddress> email = EmailAddress.parse(form.whose());
		ClientAddress client = ClientAddress.of(form.whose().replaceFirst("/64$", ""));
		if (email.isEmpty() && client.equals(NOWHERE)) {
			errors.rejectValue("whose", "operations.waits.missing");
			model.addAttribute("page", new DeskPage(operations.standing(by)));
			return PAGE;
		}
		int links = email.map(address -> waits.ofAddress(address, by)).orElseGet(() -> waits.ofClient(client, by));
		redirect.addFlashAttribute("message", links == 0 ? "operations.waits.nobody" : "operations.waits.done");
		return "redirect:" + OperationsPages.HERE + "/desk";
	}

}
