package org.calltolocalaction.pledges.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.Audience;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Validation;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.pledges.BeginPledge;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.SaveDraft;
import org.calltolocalaction.pledges.SubmitPledge;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A member fills the form, saves it as it is, checks it and submits it. */
@Controller
@RequestMapping("/my/pledges")
class FillPledgeController {

	private final MyPledgePages pages;

	private final MyPledges mine;

	private final Governments governments;

	private final People people;

	private final BeginPledge beginPledge;

	private final SaveDraft saveDraft;

	private final SubmitPledge submitPledge;

	FillPledgeController(MyPledgePages pages, MyPledges mine, Governments governments, People people,
			BeginPledge beginPledge, SaveDraft saveDraft, SubmitPledge submitPledge) {
		this.pages = pages;
		this.mine = mine;
		this.governments = governments;
		this.people = people;
		this.beginPledge = beginPledge;
		this.saveDraft = saveDraft;
		this.submitPledge = submitPledge;
	}

	@GetMapping("/new")
	String blank(Person member, Model model) {
		if (governments.actedForBy(member.id()).isEmpty()) {
			return "redirect:/my/government";
		}
		return pages.blank(pages.begun(member), List.of(), member, model);
	}

	@PostMapping
	String begin(@RequestParam MultiValueMap<String, String> posted, Person member, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		Answers typed = pages.form().bind(posted);
		Validation storable = pages.form().checkDraft(typed, pages.context(member));
		if (!storable.isValid()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return pages.blank(typed, storable.errors(), member, model);
		}
		return afterSaving(beginPledge.begin(storable.answers(), member), posted, redirect);
	}

	/** The form where it may be changed, else where the pledge stands. {@code check} shows what is still wrong. */
	@GetMapping("/{reference}")
	String pledge(@PathVariable String reference, @RequestParam(defaultValue = "false") boolean check, Person member,
			Model model) {
		Pledge pledge = mine.pledge(PledgeReference.asked(reference), member);
		if (!pledge.state().editable()) {
			return pages.status(pledge, member, model);
		}
		List<FieldError> errors = check ? pages.form().validate(pledge.answers(), pages.context(member)).errors()
				: List.of();
		return pages.form(pledge, pledge.answers(), pledge.draftVersion(), errors, member, model);
	}

	@PostMapping("/{reference}")
	String save(@PathVariable String reference, @RequestParam long version,
			@RequestParam MultiValueMap<String, String> posted, Person member, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		Pledge pledge = mine.pledge(PledgeReference.asked(reference), member);
		Answers typed = pages.form().bind(posted);
		Validation storable = pages.form().checkDraft(typed, pages.context(member));
		if (!storable.isValid()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return pages.form(pledge, typed, version, storable.errors(), member, model);
		}
		SaveDraft.Result result = saveDraft.save(pledge.reference(), version, storable.answers(), member);
		if (result instanceof SaveDraft.Conflict conflict) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return conflict(pledge, conflict, member, model);
		}
		return afterSaving(pledge.reference(), posted, redirect);
	}

	@GetMapping("/{reference}/check")
	String check(@PathVariable String reference, Person member, Model model) {
		Pledge pledge = mine.pledge(PledgeReference.asked(reference), member);
		if (!pledge.state().editable()) {
			return "redirect:/my/pledges/" + pledge.reference();
		}
		Validation validation = pages.form().validate(pledge.answers(), pages.context(member));
		return validation.isValid() ? pages.check(pledge, validation.answers(), member, model)
				: "redirect:/my/pledges/" + pledge.reference() + "?check=true";
	}

	@PostMapping("/{reference}/submit")
	String submit(@PathVariable String reference, @RequestParam long version, Person member,
			RedirectAttributes redirect) {
		PledgeReference asked = PledgeReference.asked(reference);
		SubmitPledge.Result result = submitPledge.submit(asked, version, member);
		if (result instanceof SubmitPledge.Submitted submitted) {
			redirect.addFlashAttribute("again", submitted.again());
			return "redirect:/my/pledges/" + asked + "/receipt";
		}
		if (result instanceof SubmitPledge.Incomplete) {
			return "redirect:/my/pledges/" + asked + "?check=true";
		}
		redirect.addFlashAttribute("obstacle", result instanceof SubmitPledge.EndorsementMissing
				? "pledges.obstacle.endorsement" : "pledges.obstacle.changed");
		return "redirect:/my/pledges/" + asked + "/check";
	}

	private static String afterSaving(PledgeReference reference, MultiValueMap<String, String> posted,
			RedirectAttributes redirect) {
		if ("check".equals(posted.getFirst("action"))) {
			return "redirect:/my/pledges/" + reference + "/check";
		}
		redirect.addFlashAttribute("message", "pledges.saved");
		return "redirect:/my/pledges/" + reference;
	}

	private String conflict(Pledge pledge, SaveDraft.Conflict conflict, Person member, Model model) {
		List<FormSummary.Row> theirs = pages.form()
			.summary(conflict.theirs(), pages.context(member), Audience.MEMBERS)
			.sections()
			.stream()
			.flatMap(section -> section.rows().stream())
			.filter(row -> conflict.fields().contains(row.path()))
			.toList();
		model.addAttribute("theirs", theirs).addAttribute("colleague", people.person(conflict.by()).name());
		model.addAttribute("conflictAt", conflict.at());
		return pages.form(pledge, conflict.mine(), conflict.version(), List.of(), member, model);
	}

}
