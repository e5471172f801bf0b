package org.calltolocalaction.pledges.drafting.web;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.calltolocalaction.editions.CallPolicy;
import org.calltolocalaction.editions.CallStatus;
import org.calltolocalaction.forms.FormView;
import org.calltolocalaction.kernel.request.PublicPage;
import org.calltolocalaction.pledges.PledgeForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Shows all questions before anybody signs in, so that a mayor's office can discuss them
 * on paper.
 */
@Controller
class PrintedFormController {

	/** What everybody may read before they begin. */
	record PrintedPage(FormView form, CallStatus call) implements PublicPage {

		@Override
		public String publicPath() {
			return "/pledge-form";
		}

		@Override
		public String about(UnaryOperator<String> messages) {
			return messages.apply("pledges.print.help");
		}

	}

	private final PledgeForm form;

	private final CallPolicy callPolicy;

	PrintedFormController(PledgeForm form, CallPolicy callPolicy) {
		this.form = form;
		this.callPolicy = callPolicy;
	}

	@GetMapping("/pledge-form")
	String questions(Locale language, Model model) {
		FormView questions = form.definition().printed(form.context(language, ZoneOffset.UTC));
		model.addAttribute("page", new PrintedPage(questions, callPolicy.statusNow()));
		return "pledges/drafting/printed";
	}

}
