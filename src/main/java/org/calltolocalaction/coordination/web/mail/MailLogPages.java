package org.calltolocalaction.coordination.web.mail;

import java.util.List;
import java.util.Objects;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.calltolocalaction.coordination.mails.ResendForecast;
import org.calltolocalaction.coordination.mails.ResendMails;
import org.calltolocalaction.coordination.mails.WrittenAbout;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.notifications.MailId;
import org.calltolocalaction.notifications.inbox.MailTaskId;
import org.calltolocalaction.notifications.inbox.MailTasks;
import org.calltolocalaction.notifications.log.LoggedState;
import org.calltolocalaction.notifications.log.MailLine;
import org.calltolocalaction.notifications.log.MailLogKeys;
import org.calltolocalaction.notifications.log.ReadMail;
import org.calltolocalaction.notifications.log.SearchMails;
import org.calltolocalaction.notifications.log.SearchMails.Found;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.search.DrawnSuggestions;
import org.calltolocalaction.search.Example;
import org.calltolocalaction.search.MistakeView;
import org.calltolocalaction.search.SearchChip;
import org.calltolocalaction.search.SearchKey;
import org.calltolocalaction.search.SearchQuery;
import org.calltolocalaction.search.SearchSyntax;
import org.calltolocalaction.search.Suggestion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the pages of the log show. */
@Component
@Transactional(readOnly = true)
class MailLogPages {

	private static final List<Example> EXAMPLES = List.of(new Example("words", "school water"),
			new Example("mails-to", "to:ana@example.org"), new Example("mails-begin", "to:ana"),
			new Example("mails-about", "about:CLA-2026-0001"), new Example("mails-state", "state:failed"),
			new Example("mails-overdue", "state:overdue"), new Example("mails-kind", "kind:receipt"),
			new Example("mails-since", "since:2026-10-01 until:2026-10-31"));

	private final SearchMails search;

	private final ResendMails resend;

	private final WrittenAbout writtenAbout;

	private final MailTasks tasks;

	private final MailWording wording;

	MailLogPages(SearchMails search, ResendMails resend, WrittenAbout writtenAbout, MailTasks tasks,
			MailWording wording) {
		this.search = search;
		this.resend = resend;
		this.writtenAbout = writtenAbout;
		this.tasks = tasks;
		this.wording = wording;
	}

	/**
	 * A page of the log.
	 *
	 * @param suggestions for the box, as drawn options
	 * @param newer the address of the page before; null where this is the first
	 * @param older the address of the page behind; null where this is the last
	 * @param failed how many have failed; one more than are counted stands for more
	 */
	record MailLogPage(MailLogAddress address, List<MistakeView> mistakes, List<SearchChip> chips, String suggestions,
			List<MailLine> lines, Map<String, MailWording.About> abouts, @Nullable String newer, @Nullable String older,
			int failed, String failedLink) {
	}

	/**
	 * One mail.
	 *
	 * @param edition in whose list the pledge stands to whose government a message can be
	 * begun with these words; null where there is none
	 * @param task that there is because it did not arrive; null where there is none
	 * @param once the name of the act of sending it again
	 */
	record MailPage(ReadMail mail, MailWording.About about, String aboutSearch, @Nullable EditionYear edition,
			@Nullable MailTaskId task, UUID once) {
	}

	/**
	 * Which would be sent again.
	 *
	 * @param first the newest that are found
	 */
	record ResendPage(MailLogAddress address, ResendForecast forecast, List<MailLine> first, boolean changed) {
	}

	/** What can be typed into the search. */
	record MailHelpPage(List<Example> examples, List<SearchKey> keys) {
	}

	MailLogPage page(MailLogAddress address, Person by, Locale language) {
		List<SearchKey> keys = wording.keys(language);
		SearchQuery asked = new SearchSyntax(keys).read(address.typed());
		Found found = search.page(asked, address.position(), by);
		List<MailLine> lines = found.lines();
		Optional<MailId> first = lines.stream().findFirst().map(MailLine::id);
		Optional<MailId> last = lines.stream().skip(Math.max(0, lines.size() - 1)).findFirst().map(MailLine::id);
		return new MailLogPage(address,
				MistakeView.in(asked, address.typed(), other -> address.searching(other).link()),
				SearchChip.in(address.typed(), other -> address.searching(other).link()),
				DrawnSuggestions.options(Suggestion.after(address.typed(), keys)), lines, wording.abouts(lines),
				found.newer() ? first.map(address::newerThan).orElse(address.searching(address.typed())).link() : null,
				found.older() ? last.map(address::olderThan).map(MailLogAddress::link).orElse(null) : null,
				search.failed(by), address.searching(MailLogKeys.of(LoggedState.FAILED)).link());
	}

	MailHelpPage help(Person by, Locale language) {
		by.requireOversight();
		return new MailHelpPage(EXAMPLES, wording.keys(language));
	}

	MailPage mail(MailId id, Person by) {
		ReadMail mail = search.one(id, by);
		MailLine line = mail.line();
		Optional<EditionYear> edition = Optional.of(line.about())
			.filter(about -> !line.withheld())
			.flatMap(PledgeReference::parse)
			.flatMap(writtenAbout::edition);
		return new MailPage(mail,
				Objects.requireNonNull(wording.abouts(List.of(line)).get(line.about()), "Each line is about something"),
				MailLogAddress.of(MailLogKeys.about(line.about()), "", "", List.of()).link(), edition.orElse(null),
				tasks.because(id, by).orElse(null), UUID.randomUUID());
	}

	ResendPage resend(MailLogAddress address, boolean changed, Person by, Locale language) {
		SearchQuery failed = failed(address, language);
		return new ResendPage(address, resend.forecast(failed, by),
				search.page(failed, SearchMails.Position.NEWEST, by).lines(), changed);
	}

	/** What of the search has failed. */
	SearchQuery failed(MailLogAddress address, Locale language) {
		return query(address.typed() + " " + MailLogKeys.of(LoggedState.FAILED), language);
	}

	SearchQuery query(String typed, Locale language) {
		return new SearchSyntax(wording.keys(language)).read(typed);
	}

}
