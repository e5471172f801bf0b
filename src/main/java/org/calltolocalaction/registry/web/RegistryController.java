package org.calltolocalaction.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.pledges.AttachmentId;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.registry.PublishedAttachments;
import org.calltolocalaction.registry.PublishedPledges;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The public list of pledges and each pledge's own page. */
@Controller
@RequestMapping("/pledges")
class RegistryController {

	private final PublishedPledges published;

	private final PledgePages pages;

	private final PublishedAttachments attachments;

	private final DeskProperties desk;

	RegistryController(PublishedPledges published, PledgePages pages, PublishedAttachments attachments,
			DeskProperties desk) {
		this.published = published;
		this.pages = pages;
		this.attachments = attachments;
		this.desk = desk;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String edition,
			@RequestParam(defaultValue = "") String page, Model model) {
		ListQuery query = ListQuery.of(q, edition, page);
		model.addAttribute("query", query);
		model.addAttribute("found", query.in(published));
		model.addAttribute("editions", published.editions());
		return "registry/list";
	}

	@GetMapping("/{reference}")
	String pledge(@PathVariable String reference, Optional<Person> reader, Locale language, Model model,
			HttpServletResponse response) {
		PledgeReference known = PledgeReference.parse(reference)
			.orElseThrow(() -> new NotFound("A pledge called " + reference));
		model.addAttribute("page", pages.of(known, language, reader));
		model.addAttribute("filesAddress", "/pledges/" + known + "/files");
		// One address for search engines, however the reference was typed and whatever language was asked for.
		response.setHeader(HttpHeaders.LINK, "<" + desk.addressOf("/pledges/" + known) + ">; rel=\"canonical\"");
		return "registry/pledge";
	}

	@GetMapping("/{reference}/files/{id}")
	void attachment(@PathVariable String reference, @PathVariable String id, HttpServletResponse response)
			throws IOException {
		attachments.attachment(PledgeReference.asked(reference), AttachmentId.asked(id)).to(response);
	}

}
