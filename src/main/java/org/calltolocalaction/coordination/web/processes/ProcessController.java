package org.calltolocalaction.coordination.web.processes;

import java.util.Locale;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows where everything is in the process. */
@Controller
@RequestMapping("/coordination/processes")
class ProcessController {

	private final ProcessPages pages;

	ProcessController(ProcessPages pages) {
		this.pages = pages;
	}

	@GetMapping
	String models(Person by, Locale language, Model model) {
		model.addAttribute("page", pages.all(language, by));
		return "coordination/processes/models";
	}

	@GetMapping("/{model}")
	String model(@PathVariable("model") ModelKey key,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String version, Person by, Locale language,
			Model model) {
		model.addAttribute("page", pages.model(key, ProcessAddress.version(version), language, by));
		return "coordination/processes/model";
	}

	@GetMapping("/{model}/steps/{node}")
	String step(@PathVariable("model") ModelKey key, @PathVariable NodeId node,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String version,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String after, Person by, Locale language,
			Model model) {
		model.addAttribute("page", pages.step(key, ProcessAddress.version(version), node, after, language, by));
		return "coordination/processes/step";
	}

}
