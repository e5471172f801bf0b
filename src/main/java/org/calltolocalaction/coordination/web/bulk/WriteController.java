package org.calltolocalaction.coordination.web.bulk;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.coordination.bulk.BulkAnswer;
import org.calltolocalaction.coordination.bulk.WriteToGovernments;
import org.calltolocalaction.coordination.bulk.Confirmation;
import org.calltolocalaction.coordination.bulk.WriteToGovernments.ShownMail;
import org.calltolocalaction.coordination.lists.Selection;
import org.calltolocalaction.coordination.web.bulk.BulkPages.ForecastPage;
import org.calltolocalaction.coordination.web.bulk.BulkPages.SelectedPage;
import org.calltolocalaction.coordination.web.deadline.Zones;
import org.calltolocalaction.coordination.web.deadline.Zones.Zone;
import org.calltolocalaction.editions.EditionYear;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.request.PageNumber;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.coordinators.SendMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Writes to the governments of selected pledges: say what and when, see whom it reaches
 * and each mail, confirm.
 */
@Controller
@RequestMapping("/coordination/editions/{year}/selection/write")
class WriteController {

	private static final String MESSAGES = "/coordination/messages/";

	private final WriteToGovernments write;

	private final BulkPages pages;

	private final Zones zones;

	private final Clock clock;

	WriteController(WriteToGovernments write, BulkPages pages, Zones zones, Clock clock) {
		this.write = write;
		this.pages = pages;
		this.zones = zones;
		this.clock = clock;
	}

	/** What is written, and when it is to be sent. */
	record WritePage(SelectedPage selected, List<Zone> zones) {
	}

	/**
	 * What would follow if it were.
	 *
	 * @param shown one of the mails; null where there is none
	 * @param due when they are due; null where that is at once
	 */
	record MessagePage(ForecastPage preview, @Nullable ShownMail shown, @Nullable ZonedDateTime due) {
	}

	@PostMapping
	String form(@PathVariable EditionYear year, SelectionForm selection, Person by, Locale language, Model model,
			RedirectAttributes redirect) {
		try {
			model.addAttribute("form", MessageForm.in(language, clock.instant().atZone(by.zone())));
			return page(year, selection, by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	/** Back from the preview, with what was typed. */
	@PostMapping("/change")
	String change(@PathVariable EditionYear year, SelectionForm selection, @ModelAttribute("form") MessageForm form,
			Person by, Model model, RedirectAttributes redirect) {
		try {
			return page(year, selection, by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	/**
	 * @param mail which of the mails is shown
	 */
	@PostMapping("/preview")
	String preview(@PathVariable EditionYear year, SelectionForm selection, @ModelAttribute("form") MessageForm form,
			BindingResult errors, @RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String mail, Person by,
			Model model, RedirectAttributes redirect) {
		form.check(clock.instant(), errors);
		try {
			return errors.hasErrors() ? page(year, selection, by, model)
					: preview(year, selection, form, PageNumber.of(mail), false, by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	@PostMapping("/send")
	String send(@PathVariable EditionYear year, SelectionForm selection, @ModelAttribute("form") MessageForm form,
			BindingResult errors, @RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String once,
			@RequestParam(defaultValue = "") @As(Text.IDENTIFIER) String foreseen, Person by, Model model,
			RedirectAttributes redirect) {
		form.check(clock.instant(), errors);
		try {
			if (errors.hasErrors()) {
				return page(year, selection, by, model);
			}
			Confirmation confirmation = BulkPages.confirmed(once, foreseen);
			BulkAnswer result = write.write(pages.selection(year, selection), form.outgoing(), confirmation, by);
			Optional<String> done = ownPage(form, confirmation, result, redirect)
				.or(() -> BulkPages.done(selection.address(year), result)
					.map(back -> back.carriedBy(redirect::addFlashAttribute)));
			return done.isPresent() ? done.get() : preview(year, selection, form, 1, !foreseen.isEmpty(), by, model);
		}
		catch (Refused refused) {
			return BulkPages.refused(selection.address(year), refused).carriedBy(redirect::addFlashAttribute);
		}
	}

	/** What is still to come is followed there. */
	private static Optional<String> ownPage(MessageForm form, Confirmation confirmation, BulkAnswer result,
			RedirectAttributes redirect) {
		return result.fold(done -> Optional.of(done.forecast().mails())
			.filter(mails -> form.later() || mails > SendMessage.PORTION)
			.map(mails -> {
				redirect.addFlashAttribute("message", form.later() ? "messages.planned" : "messages.sending");
				return "redirect:" + MESSAGES + confirmation.once();
			}), Optional::empty, Optional::empty);
	}

	private String preview(EditionYear year, SelectionForm selection, MessageForm form, int mail, boolean changed,
			Person by, Model model) {
		WriteToGovernments.Preview preview = write.preview(pages.selection(year, selection), form.outgoing(), mail, by);
		model.addAttribute("page",
				new MessagePage(pages.forecast(year, selection, preview.forecast(), preview.samples(), changed),
						preview.shown().orElse(null), form.due().orElse(null)));
		return "coordination/bulk/write-preview";
	}

	private String page(EditionYear year, SelectionForm selection, Person by, Model model) {
		model.addAttribute("page",
				new WritePage(pages.selected(year, selection, Selection.MOST_WRITTEN_TO, by), zones.all()));
		return "coordination/bulk/write";
	}

}
