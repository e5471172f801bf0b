package org.calltolocalaction.reviews.worklist.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.calltolocalaction.identity.AccountId;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.text.CompiledTemplates;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.reviews.address.WorklistAddress;
import org.calltolocalaction.reviews.interest.ReadableVersions;
import org.calltolocalaction.reviews.worklist.VisitPledge;
import org.calltolocalaction.reviews.worklist.WorklistRow;
import org.calltolocalaction.reviews.worklist.WorklistSettings;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Draws what repeats on the page of the worklist, its lines, as HTML in the language of
 * the request: see docs/decisions/0023-forms-are-drawn-by-compiled-templates.md.
 */
@Component
class DrawnWorklist {

	private final VisitPledge looks;

	private final ReadableVersions readable;

	private final MessageSource messages;

	private final Vocabulary vocabulary;

	private final DateFormats dates;

	private final Clock clock;

	DrawnWorklist(VisitPledge looks, ReadableVersions readable, MessageSource messages, Vocabulary vocabulary,
			DateFormats dates, Clock clock) {
		this.looks = looks;
		this.readable = readable;
		this.messages = messages;
		this.vocabulary = vocabulary;
		this.dates = dates;
		this.clock = clock;
	}

	/**
	 * @param selected what was ticked, where the page comes back with a mistake
	 * @param names of those who have the reviews, or had them when they were completed
	 */
	String lines(List<WorklistRow> lines, WorklistSettings settings, Collection<String> selected,
			Map<AccountId, String> names, WorklistAddress address, Person reader) {
		List<PledgeReference> pledges = lines.stream().map(WorklistRow::reference).toList();
		WorklistTable table = new WorklistTable(lines, settings, selected, looks.marks(pledges, reader),
				readable.limited(pledges, reader.id()).keySet(), names, address, reader, clock.instant(),
				wording(reader, LocaleContextHolder.getLocale()));
		return CompiledTemplates.draw("reviews/lines", Map.of("table", table));
	}

	private WorklistTable.Wording wording(Person reader, Locale language) {
		return new WorklistTable.Wording() {

			@Override
			public String message(String key, Object... arguments) {
				return messages.getMessage(key, arguments, language);
			}

			@Override
			public String label(String list, String code) {
				return vocabulary.label(list, code, language);
			}

			@Override
			public String day(Instant instant) {
				return dates.day(instant, reader.zone(), language);
			}

		};
	}

}
