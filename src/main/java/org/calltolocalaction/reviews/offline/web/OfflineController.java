package org.calltolocalaction.reviews.offline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.request.Download;
import org.calltolocalaction.kernel.request.UploadAddress;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.calltolocalaction.reviews.address.WorklistTab;
import org.calltolocalaction.reviews.offline.ReviewOffline;
import org.calltolocalaction.reviews.offline.UploadResult;
import org.calltolocalaction.reviews.worklist.WorklistSearch;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A reviewer takes what the worklist shows along as a spreadsheet, and hands it in. */
@Controller
@RequestMapping("/reviews/offline")
class OfflineController {

	private static final String PAGE = "reviews/offline/offline";

	/**
	 * What the page of the spreadsheet says.
	 *
	 * @param address the list that can be taken along
	 * @param result what became of the sheet that was handed in; null where none was
	 * @param refused the key of the sentence why the whole file was refused; null where
	 * it was not
	 */
	record OfflinePage(WorklistAddress address, @Nullable UploadResult result, @Nullable String refused) {
	}

	private final ReviewOffline offline;

	private final WorklistSearch search;

	OfflineController(ReviewOffline offline, WorklistSearch search) {
		this.offline = offline;
		this.search = search;
	}

	/** Two thousand comments of the longest are smaller, as they are packed. */
	@Bean
	static UploadAddress filledSpreadsheets() {
		return new UploadAddress("/reviews/offline", DataSize.ofMegabytes(6));
	}

	@GetMapping
	String page(@RequestParam(defaultValue = "mine") @As(Text.CHOICE) String tab,
			@RequestParam(defaultValue = "") @As(Text.SEARCH) String q, Model model) {
		model.addAttribute("page", new OfflinePage(WorklistAddress.of(known(tab), q, "", ""), null, null));
		return PAGE;
	}

	@GetMapping("/reviews.xlsx")
	void download(@RequestParam(defaultValue = "mine") @As(Text.CHOICE) String tab,
			@RequestParam(defaultValue = "") @As(Text.SEARCH) String q, Person reviewer, Locale language,
			HttpServletResponse response) throws IOException {
		WorklistAddress address = WorklistAddress.of(known(tab), q, "", "");
		SearchQuery query = new SearchSyntax(search.keys(reviewer, language)).read(address.typed());
		byte[] file = offline.spreadsheet(address.tab(), query, reviewer, language);
		new Download("open-reviews.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
				file.length, out -> out.write(file))
			.to(response);
	}

	/**
	 * Answered at once and not by another address: handing the same sheet in again
	 * changes nothing.
	 */
	@PostMapping
	String handIn(@RequestParam(required = false) @Nullable MultipartFile file, Person reviewer, Locale language,
			Model model, HttpServletResponse response) throws IOException {
		WorklistAddress address = WorklistAddress.of("mine", "", "", "");
		try {
			if (file == null || file.isEmpty()) {
				throw new Refused("reviews.offline.refused.missing");
			}
			model.addAttribute("page",
					new OfflinePage(address, offline.handIn(file.getBytes(), reviewer, language), null));
		}
		catch (Refused wholeFile) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("page", new OfflinePage(address, null, wholeFile.messageKey()))
				.addAttribute("invalid", Boolean.TRUE);
		}
		return PAGE;
	}

	/**
	 * A list that there is not is one's own: all open reviews are taken along by who asks
	 * for them.
	 */
	private static String known(String tab) {
		return Stream.of(WorklistTab.values()).anyMatch(each -> each.name().equalsIgnoreCase(tab)) ? tab : "mine";
	}

}
