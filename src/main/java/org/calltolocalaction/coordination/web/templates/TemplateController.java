package org.calltolocalaction.coordination.web.templates;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.notifications.Addressee;
import org.calltolocalaction.notifications.SampleMail;
import org.calltolocalaction.notifications.preview.PreviewTemplate;
import org.calltolocalaction.notifications.template.ChangeTemplate;
import org.calltolocalaction.notifications.template.ChangeTemplate.Answer;
import org.calltolocalaction.notifications.template.MailTemplate;
import org.calltolocalaction.notifications.template.ReadTemplates;
import org.calltolocalaction.notifications.template.ReadTemplates.Compared;
import org.calltolocalaction.notifications.template.ReadTemplates.Listed;
import org.calltolocalaction.notifications.template.ReadTemplates.Shown;
import org.calltolocalaction.notifications.template.ReadTemplates.Standing;
import org.calltolocalaction.notifications.template.TemplateId;
import org.calltolocalaction.pledges.PledgeReference;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The texts of mails: which there are, what each says in each language, and every version
 * there was. Coordinators word them anew, see first what a mail would say, and put the
 * standard text back.
 */
@Controller
@RequestMapping("/coordination/templates")
class TemplateController {

	private final ReadTemplates read;

	private final ChangeTemplate change;

	private final PreviewTemplate preview;

	TemplateController(ReadTemplates read, ChangeTemplate change, PreviewTemplate preview) {
		this.read = read;
		this.change = change;
		this.preview = preview;
	}

	/** All of them, by whom they are for. */
	record ListPage(List<Group> groups) {
	}

	/**
	 * @param addressee its name, or that several say them
	 */
	record Group(String addressee, List<Line> templates) {
	}

	/**
	 * @param name the key of what it is called
	 */
	record Line(Listed listed, String name) {
	}

	/**
	 * What a template makes of a pledge, or of examples.
	 *
	 * @param frame its page; none where that would be too long
	 */
	record Preview(SampleMail text, Optional<MailFrame> frame) {
	}

	/**
	 * A template in one language.
	 *
	 * @param mail what it makes of a pledge, or of examples
	 * @param ofPledges whether a pledge can be chosen
	 * @param pledge the one that is chosen; empty where none is
	 * @param meanwhile the texts that somebody else saved while these were typed, by the
	 * names of the pieces; none where nobody did
	 */
	record TemplatePage(Shown shown, String name, Optional<Preview> mail, boolean ofPledges, String pledge,
			Map<String, String> meanwhile) {

		/** Where it is. */
		public String address() {
			return "/coordination/templates/" + shown.id().template() + "/" + shown.id().language().getLanguage();
		}

		/** Where each of the texts of other kinds that its mails bring is worded. */
		public Map<String, String> borrowed() {
			Map<String, String> addresses = new TreeMap<>();
			shown.id()
				.template()
				.borrowed()
				.forEach(piece -> addresses.put(piece.name(), "/coordination/templates/" + MailTemplate.of(piece) + "/"
						+ shown.id().language().getLanguage()));
			return addresses;
		}

		/** The pieces, as they stand. */
		public List<Standing> pieces() {
			return shown.pieces();
		}

	}

	/** A version beside the one before it. */
	record VersionPage(Compared compared, String name, String address) {
	}

	@GetMapping
	String list(Person by, Locale language, Model model) {
		Map<String, List<Line>> lines = read.all(by, language)
			.stream()
			.map(listed -> new Line(listed, name(listed.template())))
			.collect(Collectors.groupingBy(line -> addressee(line.listed().template())));
		List<Group> groups = Stream
			.concat(Stream.of(Addressee.values()).map(Addressee::name), Stream.of(addressee(MailTemplate.SHARED)))
			.filter(lines::containsKey)
			.map(addressee -> new Group(addressee, lines.getOrDefault(addressee, List.of())))
			.toList();
		model.addAttribute("page", new ListPage(groups));
		return "coordination/templates/list";
	}

	@GetMapping("/{template}/{language}")
	String show(@PathVariable MailTemplate template, @PathVariable("language") Locale wording,
			@RequestParam(required = false) @As(Text.IDENTIFIER) String pledge, Person by, Model model,
			HttpServletResponse response) {
		TemplateForm asked = new TemplateForm("", Map.of(), "", pledge);
		model.addAttribute("form", asked);
		return shown(id(template, wording), asked, by, model, response);
	}

	@GetMapping("/{template}/{language}/edit")
	String edit(@PathVariable MailTemplate template, @PathVariable("language") Locale wording, Person by, Model model) {
		Shown shown = read.one(id(template, wording), by);
		model.addAttribute("form", TemplateForm.of(shown));
		return form(shown, Optional.empty(), "", Map.of(), model);
	}

	@PostMapping("/{template}/{language}/preview")
	String preview(@PathVariable MailTemplate template, @PathVariable("language") Locale wording,
			@ModelAttribute("form") TemplateForm form, BindingResult errors, Person by, Model model,
			HttpServletResponse response) {
		TemplateId id = id(template, wording);
		Shown shown = read.one(id, by);
		form.checkTexts(template, errors);
		Optional<Preview> mail = Optional.empty();
		if (!errors.hasErrors()) {
			try {
				mail = Optional.of(mail(id, form, by, response));
			}
			catch (Refused refused) {
				errors.rejectValue("pledge", refused.messageKey(), refused.arguments(), null);
			}
		}
		return form(shown, mail, form.pledge(), Map.of(), model);
	}

	@PostMapping("/{template}/{language}/edit")
	String save(@PathVariable MailTemplate template, @PathVariable("language") Locale wording,
			@ModelAttribute("form") TemplateForm form, BindingResult errors, Person by, Model model,
			RedirectAttributes redirect) {
		TemplateId id = id(template, wording);
		form.checkTexts(template, errors);
		form.checkReason(errors);
		if (errors.hasErrors()) {
			return form(read.one(id, by), Optional.empty(), form.pledge(), Map.of(), model);
		}
		Answer answer = change.word(id, form.seen(), form.texts(), form.reason(), by);
		if (answer == Answer.CHANGED_MEANWHILE) {
			Shown now = read.one(id, by);
			model.addAttribute("form",
					new TemplateForm(String.valueOf(now.version()), form.texts(), form.reason(), form.pledge()));
			return form(now, Optional.empty(), form.pledge(), different(now, form), model);
		}
		redirect.addFlashAttribute("message", answer == Answer.DONE ? "templates.saved" : "templates.same");
		return "redirect:" + address(id);
	}

	@PostMapping("/{template}/{language}/standard")
	String reset(@PathVariable MailTemplate template, @PathVariable("language") Locale wording,
			@ModelAttribute("form") TemplateForm form, BindingResult errors, Person by, Model model,
			HttpServletResponse response, RedirectAttributes redirect) {
		TemplateId id = id(template, wording);
		form.checkReason(errors);
		if (errors.hasErrors()) {
			return shown(id, form, by, model, response);
		}
		Answer answer = change.reset(id, form.seen(), form.reason(), by);
		redirect.addFlashAttribute("message", said(answer, "templates.reset.done"));
		return "redirect:" + address(id);
	}

	@GetMapping("/{template}/{language}/versions/{number}")
	String version(@PathVariable MailTemplate template, @PathVariable("language") Locale wording,
			@PathVariable int number, Person by, Model model) {
		model.addAttribute("form", new TemplateForm("", Map.of(), "", ""));
		return version(id(template, wording), number, by, model);
	}

	@PostMapping("/{template}/{language}/versions/{number}")
	String bringBack(@PathVariable MailTemplate template, @PathVariable("language") Locale wording,
			@PathVariable int number, @ModelAttribute("form") TemplateForm form, BindingResult errors, Person by,
			Model model, RedirectAttributes redirect) {
		TemplateId id = id(template, wording);
		form.checkReason(errors);
		if (errors.hasErrors()) {
			return version(id, number, by, model);
		}
		Answer answer = change.bringBack(id, form.seen(), number, form.reason(), by);
		redirect.addFlashAttribute("message", said(answer, "templates.version.back.done"));
		return "redirect:" + address(id);
	}

	private String shown(TemplateId id, TemplateForm asked, Person by, Model model, HttpServletResponse response) {
		Shown shown = read.one(id, by);
		TemplateForm inForce = new TemplateForm("", texts(shown), "", asked.pledge());
		model.addAttribute("page",
				page(shown, Optional.of(mail(id, inForce, by, response)), inForce.pledge(), Map.of()));
		return "coordination/templates/template";
	}

	private String version(TemplateId id, int number, Person by, Model model) {
		model.addAttribute("page", new VersionPage(read.version(id, number, by), name(id.template()), address(id)));
		return "coordination/templates/version";
	}

	private String form(Shown shown, Optional<Preview> mail, String pledge, Map<String, String> meanwhile,
			Model model) {
		model.addAttribute("page", page(shown, mail, pledge, meanwhile));
		return "coordination/templates/edit";
	}

	private TemplatePage page(Shown shown, Optional<Preview> mail, String pledge, Map<String, String> meanwhile) {
		boolean ofPledges = preview.ofPledges(shown.id());
		return new TemplatePage(shown, name(shown.id().template()), mail, ofPledges, ofPledges ? pledge : "",
				meanwhile);
	}

	private Preview mail(TemplateId id, TemplateForm form, Person by, HttpServletResponse response) {
		SampleMail text = mail(id, form, by);
		Optional<MailFrame> frame = preview.page(text).map(MailFrame::new);
		frame.ifPresent(shown -> response.setHeader("Content-Security-Policy", shown.policy()));
		return new Preview(text, frame);
	}

	private SampleMail mail(TemplateId id, TemplateForm form, Person by) {
		if (form.pledge().isEmpty() || !preview.ofPledges(id)) {
			return preview.withExamples(id, form.texts(), by);
		}
		PledgeReference reference = PledgeReference.parse(form.pledge())
			.orElseThrow(() -> new Refused("templates.refused.no-pledge", form.pledge()));
		return preview.ofPledge(id, form.texts(), reference, by);
	}

	private static Map<String, String> texts(Shown shown) {
		return shown.pieces().stream().collect(Collectors.toMap(piece -> piece.piece().name(), Standing::text));
	}

	private static Map<String, String> different(Shown now, TemplateForm typed) {
		return now.pieces()
			.stream()
			.filter(piece -> !piece.text().equals(typed.texts().get(piece.piece().name())))
			.collect(Collectors.toMap(piece -> piece.piece().name(), Standing::text));
	}

	private static String said(Answer answer, String done) {
		return switch (answer) {
			case DONE -> done;
			case NOTHING_CHANGED -> "templates.same";
			case CHANGED_MEANWHILE -> "templates.meanwhile.seen";
		};
	}

	private static TemplateId id(MailTemplate template, Locale language) {
		if (!Languages.ALL.contains(language)) {
			throw new NotFound("The language " + language);
		}
		return new TemplateId(template, language);
	}

	private static String address(TemplateId id) {
		return "/coordination/templates/" + id.template() + "/" + id.language().getLanguage();
	}

	private static String addressee(MailTemplate template) {
		return template.kind().map(kind -> kind.addressee().name()).orElse("SHARED");
	}

	private static String name(MailTemplate template) {
		return template.kind().map(kind -> "coordination.mail." + kind).orElse("templates.shared");
	}

}
