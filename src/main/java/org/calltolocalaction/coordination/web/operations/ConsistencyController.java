package org.calltolocalaction.coordination.web.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.calltolocalaction.coordination.consistency.Check;
import org.calltolocalaction.coordination.consistency.CheckConsistency;
import org.calltolocalaction.coordination.consistency.Difference;
import org.calltolocalaction.coordination.consistency.Finding;
import org.calltolocalaction.coordination.consistency.RepairDifferences;
import org.calltolocalaction.coordination.consistency.RepairDifferences.Planned;
import org.calltolocalaction.coordination.consistency.RepairDifferences.RepairForecast;
import org.calltolocalaction.coordination.processes.Subject;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Compares what belongs together, and puts right what can be, once it was seen how. */
@Controller
@RequestMapping(OperationsPages.HERE + "/checks")
class ConsistencyController {

	private static final String HERE = OperationsPages.HERE + "/checks";

	/** How many differences a page names. */
	private static final int MOST_NAMED = 50;

	private final CheckConsistency check;

	private final RepairDifferences repair;

	private final OperationsPages pages;

	ConsistencyController(CheckConsistency check, RepairDifferences repair, OperationsPages pages) {
		this.check = check;
		this.repair = repair;
		this.pages = pages;
	}

	/** What the last check found. */
	record ChecksPage(@Nullable Check check, List<KindRow> rows) {
	}

	/** How many of one kind. */
	record KindRow(Difference kind, int count) {
	}

	/**
	 * What would be done about differences of one kind.
	 *
	 * @param rows the first of them
	 * @param changed whether something else would have been done than was read
	 */
	record RepairPage(Difference kind, RepairForecast forecast, List<PlannedRow> rows, boolean changed) {

		public boolean more() {
			return forecast.planned().size() > rows.size();
		}

	}

	/** A difference, and what would be done. */
	record PlannedRow(Planned planned, Subject subject) {
	}

	@GetMapping
	String checks(Person by, Model model) {
		Check newest = check.newest(by).orElse(null);
		model.addAttribute("page",
				new ChecksPage(newest,
						newest == null ? List.of()
								: Arrays.stream(Difference.values())
									.map(kind -> new KindRow(kind, newest.counts().getOrDefault(kind, 0)))
									.toList()));
		return "coordination/operations/checks";
	}

	@PostMapping
	String begin(Person by, RedirectAttributes redirect) {
		redirect.addFlashAttribute("message",
				check.begin(by) ? "operations.checks.begun" : "operations.checks.begun-already");
		return "redirect:" + HERE;
	}

	@GetMapping("/{kind}")
	String forecast(@PathVariable Difference kind, Person by, Model model) {
		model.addAttribute("page", page(kind, false, by));
		return "coordination/operations/repair";
	}

	@PostMapping("/{kind}")
	String repair(@PathVariable Difference kind, @RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen,
			Person by, Model model, RedirectAttributes redirect) {
		if (!repair.repair(kind, foreseen, by)) {
			model.addAttribute("page", page(kind, true, by));
			return "coordination/operations/repair";
		}
		redirect.addFlashAttribute("message", "operations.repair.done");
		return "redirect:" + HERE;
	}

	private RepairPage page(Difference kind, boolean changed, Person by) {
		RepairForecast forecast = repair.forecast(kind, by);
		List<Planned> first = forecast.planned().stream().limit(MOST_NAMED).toList();
		Map<Finding, Subject> subjects = pages.subjectsOf(first.stream().map(Planned::finding).toList());
		List<PlannedRow> rows = first.stream()
			.flatMap(planned -> Optional.ofNullable(subjects.get(planned.finding()))
				.stream()
				.map(subject -> new PlannedRow(planned, subject)))
			.toList();
		return new RepairPage(kind, forecast, rows, changed);
	}

}
