package org.calltolocalaction.pledges.drafting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.calltolocalaction.forms.AutosaveAnswer;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.drafting.DraftPresence;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;

/**
 * A member fills one part of a draft. What is typed is saved by a button, and where
 * scripts run a moment after typing stops: both by the same use case.
 */
@Controller
@RequestMapping("/my/pledges/{reference}/sections/{part}")
class FillPartController {

	private final PartPages pages;

	private final MyPledges mine;

	private final SaveDraft saveDraft;

	private final PartUploads uploads;

	private final DraftPresence presence;

	private final PledgeAutosave words;

	FillPartController(PartPages pages, MyPledges mine, SaveDraft saveDraft, PartUploads uploads,
			DraftPresence presence, PledgeAutosave words) {
		this.pages = pages;
		this.mine = mine;
		this.saveDraft = saveDraft;
		this.uploads = uploads;
		this.presence = presence;
		this.words = words;
	}

	@GetMapping
	String form(@PathVariable PledgeReference reference, @PathVariable String part,
			@RequestParam(defaultValue = "false") boolean check, Person member, Model model) {
		Pledge pledge = mine.pledge(reference, member);
		FormPart asked = part(part);
		if (!pledge.state().editable()) {
			return "redirect:/my/pledges/" + pledge.reference();
		}
		presence.seen(pledge, asked.id(), member);
		return shown(pages.saved(pledge, asked, check, member).on(new PartPage.Course(check, false)), model);
	}

	/**
	 * Files first: one that is refused keeps neither the others nor what was typed from
	 * being saved. Who goes on is told at once what is wrong in this part; it is saved
	 * all the same, and they may go on with it.
	 * @param check whether they came from checking the answers
	 */
	@PostMapping
	String save(@PathVariable PledgeReference reference, @PathVariable String part, @RequestParam long version,
			@RequestParam UUID page, @RequestParam(defaultValue = "false") boolean check,
			@RequestParam MultiValueMap<String, String> posted,
			@RequestParam MultiValueMap<String, MultipartFile> files, Person member, Model model,
			HttpServletResponse response) {
		PartPage.Course course = new PartPage.Course(check, false);
		FormPart asked = part(part);
		List<FieldError> notTaken = uploads.take(reference, asked, files, posted, page, member);
		Pledge pledge = mine.pledge(reference, member);
		Validation storable = pages.storable(pledge, posted, asked, member);
		if (!storable.isValid()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return shown(pages
				.refused(pledge, asked, storable.answers(), both(storable.errors(), notTaken), version, page, member)
				.on(course), model);
		}
		return saveDraft.save(pledge.reference(), change(version, page, storable, asked), member).fold(saved -> {
			List<FieldError> wrong = pages.toCorrect(saved.answers(), asked, posted, member);
			if (notTaken.isEmpty() && wrong.isEmpty()) {
				return "redirect:/my/pledges/" + pledge.reference()
						+ pages.after(asked, posted, check, saved.answers(), member);
			}
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return shown(
					pages.refused(pledge, asked, saved.answers(), both(notTaken, wrong), saved.version(), page, member)
						.on(new PartPage.Course(check, !wrong.isEmpty())),
					model);
		}, conflict -> {
			response.setStatus(HttpStatus.CONFLICT.value());
			return shown(pages.conflict(pledge, asked, conflict, notTaken, page, member).on(course), model);
		});
	}

	/**
	 * The same for scripts, which are told what became of it and bring the page up to
	 * date.
	 */
	@PostMapping("/autosave")
	@ResponseBody
	AutosaveAnswer autosave(@PathVariable PledgeReference reference, @PathVariable String part,
			@RequestParam long version, @RequestParam UUID page, @RequestParam MultiValueMap<String, String> posted,
			Person member) {
		Pledge pledge = mine.pledge(reference, member);
		FormPart asked = part(part);
		Validation storable = pages.storable(pledge, posted, asked, member);
		if (!storable.isValid()) {
			return words.notStorable(storable.errors().get(0));
		}
		try {
			presence.seen(pledge, asked.id(), member);
			return words.of(saveDraft.save(pledge.reference(), change(version, page, storable, asked), member), asked,
					member);
		}
		catch (Refused submittedMeanwhile) {
			return words.refused(submittedMeanwhile);
		}
	}

	/**
	 * The same questions after an answer that changes what is asked, or with a row more
	 * or less; nothing is saved.
	 */
	@PostMapping("/refresh")
	String refresh(@PathVariable PledgeReference reference, @PathVariable String part,
			@RequestParam MultiValueMap<String, String> posted, Person member, Model model) {
		Pledge pledge = mine.pledge(reference, member);
		model.addAttribute("page", pages.refreshed(pledge, posted, part(part), member));
		return "pledges/drafting/part :: fields";
	}

	/**
	 * Who else is at this draft now; asked for again and again by open pages, which are
	 * seen by that.
	 */
	@GetMapping("/colleagues")
	String colleagues(@PathVariable PledgeReference reference, @PathVariable String part, Person member, Model model) {
		Pledge pledge = mine.pledge(reference, member);
		FormPart asked = part(part);
		if (pledge.state().editable()) {
			presence.seen(pledge, asked.id(), member);
		}
		model.addAttribute("page", pages.colleagues(pledge, asked, member));
		return "pledges/drafting/part :: colleagues";
	}

	private static String shown(PartPage page, Model model) {
		model.addAttribute("page", page).addAttribute("invalid", page.invalid());
		return "pledges/drafting/part";
	}

	private static SaveDraft.Change change(long version, UUID page, Validation storable, FormPart part) {
		return new SaveDraft.Change(version, page, storable.answers(), Set.copyOf(part.paths()));
	}

	private static List<FieldError> both(List<FieldError> some, List<FieldError> more) {
		return Stream.concat(some.stream(), more.stream()).toList();
	}

	private FormPart part(String id) {
		return pages.definition()
			.parts()
			.stream()
			.filter(part -> part.id().equals(id))
			.findFirst()
			.orElseThrow(() -> new NotFound("A part of the form that is called " + id));
	}

}
