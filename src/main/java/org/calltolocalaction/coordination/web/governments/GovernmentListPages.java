package org.calltolocalaction.coordination.web.governments;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.calltolocalaction.coordination.governments.GovernmentKeys;
import org.calltolocalaction.coordination.governments.GovernmentLine;
import org.calltolocalaction.coordination.governments.ListGovernments;
import org.calltolocalaction.coordination.lists.Listed;
import org.calltolocalaction.coordination.web.lists.TableFile;
import org.calltolocalaction.governments.GovernmentId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
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

/** Puts together what a coordinator sees of the list of governments, and takes along. */
@Component
class GovernmentListPages {

	private static final List<Example> EXAMPLES = List.of(new Example("party-name", "godoy"),
			new Example("country", "country:AR"), new Example("section", "section:LATAM"),
			new Example("party-type", "type:MUNICIPALITY"), new Example("party-standing", "standing:unconfirmed"),
			new Example("party-members", "members:0"), new Example("party-pledges", "pledges:>0"),
			new Example("party-drafts", "drafts:>=3"), new Example("party-endorsed", "endorsed:no"),
			new Example("party-state", "state:closed"), new Example("party-registered", "registered:>=2027-01-01"));

	private static final List<String> HEADINGS = List.of("parties.file.id", "parties.file.address",
			"parties.column.name", "parties.column.type", "parties.file.country-code", "parties.column.country",
			"parties.column.section", "parties.column.standing", "parties.column.endorsed", "parties.column.members",
			"parties.column.pledges", "parties.column.drafts", "parties.column.registered", "parties.file.state");

	private final ListGovernments governments;

	private final GovernmentKeys keys;

	private final MessageSource messages;

	private final Vocabulary vocabulary;

	private final DeskProperties desk;

	GovernmentListPages(ListGovernments governments, GovernmentKeys keys, MessageSource messages, Vocabulary vocabulary,
			DeskProperties desk) {
		this.governments = governments;
		this.keys = keys;
		this.messages = messages;
		this.vocabulary = vocabulary;
		this.desk = desk;
	}

	/**
	 * What stands at the box of the search.
	 *
	 * @param suggestions how it could go on, drawn
	 * @param chips of what it consists, each with the way to do without
	 */
	record Box(List<MistakeView> mistakes, String suggestions, List<SearchChip> chips) {
	}

	/** The list of governments. */
	record GovernmentListPage(GovernmentListAddress address, Box box, Listed<GovernmentLine> listed) {
	}

	/** What can be typed into the search. */
	record GovernmentHelpPage(List<Example> examples, List<SearchKey> keys) {
	}

	GovernmentListPage page(GovernmentListAddress address, Locale language, Person by) {
		List<SearchKey> known = keys.of(language);
		SearchQuery query = new SearchSyntax(known).read(address.typed());
		Box box = new Box(MistakeView.in(query, address.typed(), corrected -> address.searching(corrected).link()),
				DrawnSuggestions.options(Suggestion.after(address.typed(), known)),
				SearchChip.in(address.typed(), other -> address.searching(other).link()));
		return new GovernmentListPage(address, box, governments.page(query, address.order(), address.page(), by));
	}

	GovernmentHelpPage help(Locale language, Person by) {
		by.requireOversight();
		return new GovernmentHelpPage(EXAMPLES, keys.of(language));
	}

	/** All that a search finds; refused, where it is, before anything is written. */
	TableFile file(String typed, Locale language, Person by) {
		by.requireOversight();
		SearchQuery query = new SearchSyntax(keys.of(language))
			.read(GovernmentListAddress.of(typed, "", "", List.of()).typed());
		return new TableFile(say("parties.list.title", language),
				HEADINGS.stream().map(key -> say(key, language)).toList(), write -> eachBatch(query, by,
						batch -> write.accept(batch.stream().map(line -> cells(line, language)).toList())));
	}

	/** Each batch is a transaction of its own: a slow reader keeps no connection. */
	private void eachBatch(SearchQuery query, Person by, Consumer<List<GovernmentLine>> write) {
		List<GovernmentLine> batch = governments.next(query, Optional.empty(), by);
		while (!batch.isEmpty()) {
			write.accept(batch);
			Optional<GovernmentId> last = Optional.of(batch.get(batch.size() - 1).id());
			batch = batch.size() < ListGovernments.BATCH ? List.of() : governments.next(query, last, by);
		}
	}

	private List<String> cells(GovernmentLine line, Locale language) {
		return List.of(line.id().toString(), desk.addressOf(GovernmentListAddress.PATH + "/" + line.id()).toString(),
				line.name(), vocabulary.label(Vocabulary.GOVERNMENT_TYPES, line.type(), language), line.country(),
				vocabulary.label(Vocabulary.COUNTRIES, line.country(), language),
				vocabulary.label(Vocabulary.REGIONS, line.section(), language),
				say("standing.tag." + line.standing().name(), language),
				line.endorsedOn().map(LocalDate::toString).orElse(""), String.valueOf(line.members()),
				String.valueOf(line.submitted()), String.valueOf(line.drafts()), line.registeredAt().toString(),
				say(line.closed() ? "parties.closed" : "parties.file.open", language));
	}

	private String say(String key, Locale language) {
		return messages.getMessage(key, null, language);
	}

}
