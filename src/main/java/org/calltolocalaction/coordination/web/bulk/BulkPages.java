package org.calltolocalaction.coordination.web.bulk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.calltolocalaction.coordination.bulk.BulkForecast;
import org.calltolocalaction.coordination.bulk.BulkAnswer;
import org.calltolocalaction.coordination.bulk.Confirmation;
import org.calltolocalaction.coordination.forecast.ForetoldId;
import org.calltolocalaction.coordination.lists.ListKeys;
import org.calltolocalaction.coordination.lists.SelectPledges;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.coordination.web.lists.ListAddress;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.editions.Editions;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.SampleMail;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the pages of acts on many pledges share: the selection, and where they lead. */
@Component
class BulkPages {

	private final SelectPledges select;

	private final ListKeys keys;

	private final Editions editions;

	BulkPages(SelectPledges select, ListKeys keys, Editions editions) {
		this.select = select;
		this.keys = keys;
		this.editions = editions;
	}

	/**
	 * What is selected, on each page that leads to an act.
	 *
	 * @param number of pledges, as far as they are in the list by now
	 * @param fields that hand it on
	 */
	record SelectedPage(Edition edition, ListAddress list, int number, List<Map.Entry<String, String>> fields) {
	}

	/**
	 * What will follow, to be confirmed.
	 *
	 * @param once the name of the act
	 * @param changed whether something else was foretold when the coordinator confirmed
	 */
	record ForecastPage(SelectedPage selected, BulkForecast forecast, List<SampleMail> samples, ForetoldId once,
			boolean changed) {
	}

	Selection selection(EditionYear year, SelectionForm form) {
		return form.of(year, keys, language());
	}

	/**
	 * @throws Refused where nothing is selected, or more than can be done at once
	 */
	SelectedPage selected(EditionYear year, SelectionForm form, Person by) {
		return selected(year, form, Selection.AT_MOST, by);
	}

	/** The same where more, or fewer, can be done at once. */
	SelectedPage selected(EditionYear year, SelectionForm form, int atMost, Person by) {
		int number = select.of(selection(year, form), atMost, by).size();
		return new SelectedPage(editions.edition(year), form.address(year), number, form.fields(year));
	}

	ForecastPage forecast(EditionYear year, SelectionForm form, BulkForecast forecast, List<SampleMail> samples,
			boolean changed) {
		return new ForecastPage(
				new SelectedPage(editions.edition(year), form.address(year), forecast.selected(), form.fields(year)),
				forecast, samples, ForetoldId.random(), changed);
	}

	/** Whoever sends no name, or none that can be one, does it under another. */
	static Confirmation confirmed(String once, String foreseen) {
		return new Confirmation(named(once).orElseGet(ForetoldId::random), foreseen);
	}

	private static Optional<ForetoldId> named(String once) {
		try {
			return Optional.of(ForetoldId.of(once));
		}
		catch (IllegalArgumentException none) {
			return Optional.empty();
		}
	}

	/**
	 * The way back to the list, which says what was done, or why nothing was.
	 *
	 * @param flash what it shows once
	 */
	record WayBack(ListAddress list, Map<String, Object> flash) {

		String carriedBy(BiConsumer<String, Object> redirect) {
			flash.forEach(redirect);
			return "redirect:" + list.link();
		}

	}

	static WayBack refused(ListAddress list, Refused refused) {
		return new WayBack(list,
				Map.of("refusal", refused.messageKey(), "refusalArguments", refused.arguments(), "invalid", true));
	}

	/** Empty where something else would follow by now. */
	static Optional<WayBack> done(ListAddress list, BulkAnswer answer) {
		return answer.fold(done -> Optional.of(new WayBack(list, said(done.forecast()))),
				() -> Optional.of(new WayBack(list, Map.of("message", "bulk.done.before"))), Optional::empty);
	}

	private static Map<String, Object> said(BulkForecast forecast) {
		return Map.of("message", "bulk.done." + forecast.act().act().name(), "messageArguments",
				new Object[] { forecast.mails(), forecast.concerned().size(), forecast.left() });
	}

	private static Locale language() {
		return LocaleContextHolder.getLocale();
	}

}
