package org.calltolocalaction.reviews.worklist.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.calltolocalaction.reviews.worklist.ArrangeWorklist;
import org.calltolocalaction.reviews.worklist.WorklistColumn;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A reviewer arranges the worklist and sees it at once, where they were. */
@Controller
@RequestMapping("/reviews")
class ArrangeWorklistController {

	private final ArrangeWorklist arrange;

	ArrangeWorklistController(ArrangeWorklist arrange) {
		this.arrange = arrange;
	}

	/**
	 * @param column names of columns; any that does not exist is nobody's choice
	 */
	@PostMapping("/columns")
	String columns(@RequestParam(defaultValue = "") @As(Text.CHOICE) List<String> column,
			@RequestParam Map<String, String> where, Person reviewer) {
		arrange.show(Stream.of(WorklistColumn.values())
			.filter(known -> column.contains(WorklistAddress.name(known)))
			.collect(Collectors.toSet()), reviewer);
		return "redirect:" + WorklistAddress.of(where).link();
	}

	@PostMapping(path = "/columns", params = "reset")
	String columnsAsAtFirst(@RequestParam Map<String, String> where, Person reviewer) {
		arrange.showAsAtFirst(reviewer);
		return "redirect:" + WorklistAddress.of(where).link();
	}

	@PostMapping("/density")
	String density(@RequestParam(defaultValue = "false") boolean dense, @RequestParam Map<String, String> where,
			Person reviewer) {
		arrange.showDense(dense, reviewer);
		return "redirect:" + WorklistAddress.of(where).link();
	}

	@PostMapping("/shortcuts")
	String shortcuts(@RequestParam(defaultValue = "false") boolean use, @RequestParam Map<String, String> where,
			Person reviewer, RedirectAttributes redirect) {
		arrange.useShortcuts(use, reviewer);
		redirect.addFlashAttribute("message", use ? "worklist.keys.on.done" : "worklist.keys.off.done");
		return "redirect:" + WorklistAddress.of(where).link();
	}

}
