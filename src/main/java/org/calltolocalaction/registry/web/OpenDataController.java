package org.calltolocalaction.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.registry.PublishedSearch;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * What is public, for other programs: governments consent to publication as open data.
 */
@Controller
class OpenDataController {

	private final PublishedPledges published;

	private final PublishedSearch search;

	private final PledgesCsv table;

	private final OpenPledges open;

	OpenDataController(PublishedPledges published, PublishedSearch search, PledgesCsv table, OpenPledges open) {
		this.published = published;
		this.search = search;
		this.table = table;
		this.open = open;
	}

	/** All that the list finds, not only one page of it. */
	@GetMapping("/pledges.csv")
	void list(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String edition, Locale language,
			HttpServletResponse response) throws IOException {
		ListQuery query = ListQuery.of(q, edition, "");
		response.setContentType("text/csv;charset=UTF-8");
		response.setLocale(language);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("pledges.csv").build().toString());
		table.write(search.read(query.words(), language), query.editionsAmong(published.editions()), language,
				response.getOutputStream());
	}

	@GetMapping(path = "/pledges/{reference}.json", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	OpenPledge pledge(@PathVariable PledgeReference reference, Locale language) {
		return open.of(reference, language);
	}

	/** The same by the address of the page, for whoever asks for no page. */
	@GetMapping(path = "/pledges/{reference}", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	OpenPledge pledgeInstead(@PathVariable PledgeReference reference, Locale language) {
		return open.of(reference, language);
	}

}
