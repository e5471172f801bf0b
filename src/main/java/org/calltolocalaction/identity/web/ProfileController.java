package org.calltolocalaction.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.calltolocalaction.identity.CurrentPerson;
import org.calltolocalaction.identity.MailPreference;
import org.calltolocalaction.identity.MailPreference.Choice;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.identity.UpdateProfile;
import org.calltolocalaction.identity.ViewAs;
import org.calltolocalaction.kernel.text.As;
import org.calltolocalaction.kernel.text.DateFormats;
import org.calltolocalaction.kernel.text.Languages;
import org.calltolocalaction.kernel.text.Text;
import org.calltolocalaction.post.RefusedAddresses;
import org.calltolocalaction.post.RefusedAddresses.RefusedAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own page: name, language, time zone, mails. */
@Controller
@RequestMapping("/my/profile")
class ProfileController {

	/** What the form holds, as it was typed. */
	record ProfileForm(@As(Text.NAME) String name, @As(Text.CHOICE) String language, @As(Text.CHOICE) String zone,
			@As(Text.CHOICE) String mails, @As(Text.CHOICE) String digestHour) {
	}

	/**
	 * A time zone with how far it is from UTC today, which is how people recognise
	 * theirs.
	 */
	record Zone(String id, String offset) {
	}

	/**
	 * What people see and can choose of their account.
	 *
	 * @param zones UTC first, then the places
	 * @param undeliverable why no mail arrives at the person's own address; null where it
	 * does
	 * @param views by which coordinators they were looked on in their place, the newest
	 * first
	 */
	record ProfilePage(List<Zone> zones, List<Choice> choices, List<Integer> hours,
			@Nullable RefusedAddress undeliverable, List<ViewAs.Past> views) {
	}

	private final UpdateProfile updateProfile;

	private final CurrentPerson currentPerson;

	private final RefusedAddresses refusedAddresses;

	private final ViewAs viewAs;

	private final Clock clock;

	ProfileController(UpdateProfile updateProfile, CurrentPerson currentPerson, RefusedAddresses refusedAddresses,
			ViewAs viewAs, Clock clock) {
		this.updateProfile = updateProfile;
		this.currentPerson = currentPerson;
		this.refusedAddresses = refusedAddresses;
		this.viewAs = viewAs;
		this.clock = clock;
	}

	@GetMapping
	String show(Person person, Model model) {
		model.addAttribute("form", new ProfileForm(person.named() ? person.name() : "", person.language().getLanguage(),
				person.zone().getId(), person.mails().choice().name(), String.valueOf(person.mails().digestHour())));
		model.addAttribute("page", page(person));
		return "identity/profile";
	}

	@PostMapping
	String save(@ModelAttribute("form") ProfileForm form, BindingResult errors, Person person, Model model,
			HttpServletRequest request, RedirectAttributes redirect) {
		Optional<ZoneId> zone = zoneOf(form.zone());
		GivenNames.check(form.name(), errors);
		if (Languages.ALL.stream().noneMatch(language -> language.getLanguage().equals(form.language()))) {
			errors.rejectValue("language", "identity.profile.language.unknown");
		}
		if (zone.isEmpty()) {
			errors.rejectValue("zone", "identity.profile.zone.unknown");
		}
		Optional<Choice> choice = choiceOf(form, person);
		if (choice.isEmpty()) {
			errors.rejectValue("mails", "identity.profile.mails.unknown");
		}
		OptionalInt hour = hourOf(form, person);
		if (hour.isEmpty()) {
			errors.rejectValue("digestHour", "identity.profile.digestHour.unknown");
		}
		if (errors.hasErrors()) {
			model.addAttribute("page", page(person));
			return "identity/profile";
		}
		updateProfile.introduce(person, form.name(), Locale.forLanguageTag(form.language()), zone.get());
		updateProfile.receiveMails(person, new MailPreference(choice.get(), hour.getAsInt()));
		currentPerson.forget(request);
		redirect.addFlashAttribute("message", "identity.profile.saved");
		return "redirect:/my/profile";
	}

	private ProfilePage page(Person person) {
		return new ProfilePage(zones(), List.of(Choice.values()), IntStream.range(0, 24).boxed().toList(),
				refusedAddresses.of(person.email()).orElse(null), viewAs.last(person));
	}

	// Without the technical names that the database of zones also has.
	private List<Zone> zones() {
		Stream<String> places = ZoneId.getAvailableZoneIds()
			.stream()
			.filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
			.sorted();
		return Stream.concat(Stream.of("UTC"), places).map(this::zone).toList();
	}

	private Zone zone(String id) {
		return new Zone(id, DateFormats.offset(clock.instant(), ZoneId.of(id)));
	}

	// A page that was opened before there was a choice does not know of it.
	private static Optional<Choice> choiceOf(ProfileForm form, Person person) {
		return form.mails() == null ? Optional.of(person.mails().choice())
				: Arrays.stream(Choice.values()).filter(choice -> choice.name().equals(form.mails())).findFirst();
	}

	private static OptionalInt hourOf(ProfileForm form, Person person) {
		return form.digestHour() == null ? OptionalInt.of(person.mails().digestHour())
				: IntStream.range(0, 24).filter(hour -> String.valueOf(hour).equals(form.digestHour())).findFirst();
	}

	private static Optional<ZoneId> zoneOf(String id) {
		try {
			return id == null ? Optional.empty() : Optional.of(ZoneId.of(id));
		}
		catch (DateTimeException unknown) {
			return Optional.empty();
		}
	}

}
