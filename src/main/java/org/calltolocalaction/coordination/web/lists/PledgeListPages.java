package org.calltolocalaction.coordination.web.lists;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.coordination.lists.DraftLine;
import org.calltolocalaction.coordination.lists.ListKeys;
import org.calltolocalaction.coordination.lists.ListPledges;
import org.calltolocalaction.coordination.lists.Listed;
import org.calltolocalaction.coordination.lists.PledgeLine;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.CompiledTemplates;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.search.DrawnSuggestions;
import org.calltolocalaction.search.Example;
import org.calltolocalaction.search.MistakeView;
import org.calltolocalaction.search.SearchChip;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.search.Suggestion;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what a coordinator sees of a list: the search and one page of lines. */
@Component
@Transactional(readOnly = true)
class PledgeListPages {

	private static final List<Example> EXAMPLES = List.of(new Example("words", "school water"),
			new Example("list-state", "state:under-review"), new Example("list-partner", "partner:MMC"),
			new Example("list-late", "late:any"), new Example("list-soon", "soon:UCLG"),
			new Example("list-waiting", "waiting:>14d"), new Example("list-government", "government:\"Godoy Cruz\""),
			new Example("section", "section:LATAM"), new Example("country", "country:AR"),
			new Example("list-submitted", "submitted:>=2027-09-20"), new Example("list-time", "time:in-grace"),
			new Example("list-reviewer", "reviewer:none"), new Example("list-report", "report:blocked"),
			new Example("list-standing", "standing:unconfirmed"), new Example("list-mail", "mail:failed"),
			new Example("list-together", "late:any section:AFRICA -partner:IOM"));

	private final ListPledges pledges;

	private final ListKeys keys;

	private final Editions editions;

	private final MessageSource messages;

	private final Vocabulary vocabulary;

	private final DateFormats dates;

	private final Clock clock;

	PledgeListPages(ListPledges pledges, ListKeys keys, Editions editions, MessageSource messages,
			Vocabulary vocabulary, DateFormats dates, Clock clock) {
		this.pledges = pledges;
		this.keys = keys;
		this.editions = editions;
		this.messages = messages;
		this.vocabulary = vocabulary;
		this.dates = dates;
		this.clock = clock;
	}

	/**
	 * What stands at the box of the search.
	 *
	 * @param suggestions how it could go on, drawn
	 * @param chips of what it consists, each with the way to do without
	 */
	record Box(List<MistakeView> mistakes, String suggestions, List<SearchChip> chips) {
	}

	/**
	 * A list of an edition's pledges.
	 *
	 * @param lines what is listed, drawn
	 */
	record PledgeListPage(Edition edition, ListAddress address, Box box, Listed<PledgeLine> listed, String lines) {
	}

	/** The list of drafts. */
	record DraftListPage(Edition edition, ListAddress address, Box box, Listed<DraftLine> listed) {
	}

	/** What can be typed into the search. */
	record ListHelpPage(ListAddress address, List<Example> examples, List<SearchKey> keys) {
	}

	PledgeListPage pledges(ListAddress address, Locale language, Person by) {
		Edition edition = editions.edition(address.year());
		List<SearchKey> known = keys.ofPledges(language);
		SearchQuery query = new SearchSyntax(known).read(address.typed());
		Listed<PledgeLine> listed = pledges.page(address.year(), query, address.order(), address.page(), by);
		PledgeTable table = new PledgeTable(listed.lines(), address.columns(), clock.instant(), wording(language, by));
		return new PledgeListPage(edition, address, box(address, query, known), listed,
				CompiledTemplates.draw("coordination/lines", Map.of("table", table)));
	}

	DraftListPage drafts(ListAddress address, Locale language, Person by) {
		Edition edition = editions.edition(address.year());
		List<SearchKey> known = keys.ofDrafts(language);
		SearchQuery query = new SearchSyntax(known).read(address.typed());
		return new DraftListPage(edition, address, box(address, query, known),
				pledges.drafts(query, address.order(), address.page(), by));
	}

	ListHelpPage help(ListAddress address, Locale language, Person by) {
		by.requireOversight();
		editions.edition(address.year());
		return new ListHelpPage(address, EXAMPLES, keys.ofPledges(language));
	}

	ListWording wording(Locale language, Person by) {
		return new ListWording(messages, vocabulary, dates, language, by.zone());
	}

	private static Box box(ListAddress address, SearchQuery query, List<SearchKey> known) {
		return new Box(MistakeView.in(query, address.typed(), corrected -> address.searching(corrected).link()),
				DrawnSuggestions.options(Suggestion.after(address.typed(), known)),
				SearchChip.in(address.typed(), other -> address.searching(other).link()));
	}

}
