package org.calltolocalaction.registry.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.request.PublicPage;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.files.AttachmentId;
import org.calltolocalaction.registry.PublishedAttachments;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.registry.PublishedPledges.Found;
import org.calltolocalaction.registry.PublishedSearch;
import org.calltolocalaction.search.DrawnSuggestions;
import org.calltolocalaction.search.Example;
import org.calltolocalaction.search.MistakeView;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.Suggestion;
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

	private static final List<Example> EXAMPLES = List.of(new Example("public-words", "school water"),
			new Example("numbered", "GCM 15"), new Example("phrase", "\"welcome desk\""),
			new Example("without", "school -water"), new Example("or", "school OR training"),
			new Example("country", "country:AR"), new Example("section", "section:LATAM"),
			new Example("objective", "objective:GCM-15"), new Example("language", "language:es"),
			new Example("edition", "edition:>=2026"), new Example("stage", "stage:fulfilled"),
			new Example("public-together", "language:es country:AR OR country:CL -stage:planning"));

	/**
	 * What everyone sees of what they look for.
	 *
	 * @param mistakes what of it was not understood
	 * @param suggestions for the box, as drawn options
	 * @param editions from which there are pledges
	 */
	record ListPage(ListQuery query, Found found, List<MistakeView> mistakes, String suggestions,
			List<EditionYear> editions) implements PublicPage {

		@Override
		public String publicPath() {
			return query.listedAs(found.page());
		}

		@Override
		public String about(UnaryOperator<String> messages) {
			return messages.apply("registry.list.lead");
		}

		@Override
		public boolean listed() {
			return query.words().isEmpty() && (!query.narrowed() || found.total() > 0);
		}

	}

	/** What can be typed into the search. */
	record SearchHelpPage(List<Example> examples, List<SearchKey> keys) implements PublicPage {

		@Override
		public String publicPath() {
			return "/pledges/search-help";
		}

		@Override
		public String about(UnaryOperator<String> messages) {
			return messages.apply("searches.help.lead");
		}

	}

	private final PublishedPledges published;

	private final PublishedSearch search;

	private final PledgePages pages;

	private final PublishedAttachments attachments;

	RegistryController(PublishedPledges published, PublishedSearch search, PledgePages pages,
			PublishedAttachments attachments) {
		this.published = published;
		this.search = search;
		this.pages = pages;
		this.attachments = attachments;
	}

	@GetMapping
	String list(@RequestParam(defaultValue = "") @As(Text.SEARCH) String q,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String edition,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String page, Locale language, Model model) {
		ListQuery query = ListQuery.of(q, edition, page);
		SearchQuery asked = search.read(query.words(), language);
		String suggestions = DrawnSuggestions.options(Suggestion.after(query.words(), search.keys(language)));
		model.addAttribute("page", new ListPage(query, query.in(published, asked),
				MistakeView.in(asked, query.words(), query::searching), suggestions, published.editions()));
		return "registry/list";
	}

	/** What can be typed into the search, by examples that can be followed. */
	@GetMapping("/search-help")
	String help(Locale language, Model model) {
		model.addAttribute("page", new SearchHelpPage(EXAMPLES, search.keys(language)));
		return "registry/search-help";
	}

	@GetMapping("/{reference}")
	String pledge(@PathVariable PledgeReference reference, Optional<Person> reader, Locale language, Model model) {
		model.addAttribute("page", pages.of(reference, language, reader));
		return "registry/pledge";
	}

	@GetMapping("/{reference}/files/{id}")
	void attachment(@PathVariable PledgeReference reference, @PathVariable AttachmentId id,
			HttpServletResponse response) throws IOException {
		attachments.attachment(reference, id).to(response);
	}

}
