package org.calltolocalaction.coordination.web.operations;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.coordination.operations.JobFilter;
import org.calltolocalaction.coordination.operations.JobId;
import org.calltolocalaction.coordination.operations.RetryJobs;
import org.calltolocalaction.coordination.processes.ModelKey;
import org.calltolocalaction.coordination.processes.NodeId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows the steps that gave up, and gives them another try; and what comes by itself. */
@Controller
@RequestMapping(OperationsPages.HERE)
class OperationsController {

	private final OperationsPages pages;

	private final RetryJobs retry;

	OperationsController(OperationsPages pages, RetryJobs retry) {
		this.pages = pages;
		this.retry = retry;
	}

	@GetMapping
	String failed(@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String model,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String step,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String after, Person by, Locale language,
			Model attributes) {
		attributes.addAttribute("page", pages.failed(JobFilter.of(model, step), JobId.parse(after), language, by));
		return "coordination/operations/failed";
	}

	@GetMapping("/timers")
	String timers(Person by, Locale language, Model attributes) {
		attributes.addAttribute("page", pages.timers(language, by));
		return "coordination/operations/timers";
	}

	/**
	 * @param all sent by the button for all that the filter finds
	 */
	@PostMapping("/retry")
	String retry(@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) List<String> job,
			@RequestParam(defaultValue = "") @As(Text.CHOICE) String all,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String model,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String step, Person by, RedirectAttributes redirect) {
		JobFilter filter = JobFilter.of(model, step);
		List<JobId> chosen = job.stream().flatMap(id -> JobId.parse(id).stream()).toList();
		if (all.isEmpty() && chosen.isEmpty()) {
			redirect.addFlashAttribute("refusal", "operations.retry.none-chosen");
		}
		else {
			int tried = all.isEmpty() ? retry.chosen(chosen, by) : retry.found(filter, by);
			redirect.addFlashAttribute("message", tried == 0 ? "operations.retry.nothing" : "operations.retry.done");
			redirect.addFlashAttribute("messageArguments", new Integer[] { tried });
		}
		return "redirect:" + OperationsPages.address(filter.model().map(ModelKey::value).orElse(""),
				filter.step().map(NodeId::value).orElse(""), Optional.empty());
	}

}
