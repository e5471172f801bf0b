package org.calltolocalaction.coordination.web.edition;

import java.io.IOException;
import java.util.List;
import org.calltolocalaction.coordination.ImportEarlierPledges;
import org.calltolocalaction.coordination.ImportResult;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a coordinator loads the pledges of editions before this system. */
@Controller
@RequestMapping("/coordination/import")
class ImportController {

	private static final String HERE = "redirect:/coordination/import";

	private final ImportEarlierPledges importEarlierPledges;

	ImportController(ImportEarlierPledges importEarlierPledges) {
		this.importEarlierPledges = importEarlierPledges;
	}

	@GetMapping
	String form() {
		return "coordination/import";
	}

	@PostMapping
	String load(@RequestParam(required = false) MultipartFile file, Person by, RedirectAttributes redirect)
			throws IOException {
		if (file == null || file.isEmpty()) {
			redirect.addFlashAttribute("refusedFile", "coordination.import.file.missing");
			return HERE;
		}
		try {
			ImportResult result = importEarlierPledges.load(file.getBytes(), by);
			redirect.addFlashAttribute("result", result);
		}
		catch (Refused wholeFile) {
			redirect.addFlashAttribute("refusedFile", wholeFile.messageKey());
			redirect.addFlashAttribute("refusedFileArguments", List.of(wholeFile.arguments()));
		}
		return HERE;
	}

}
