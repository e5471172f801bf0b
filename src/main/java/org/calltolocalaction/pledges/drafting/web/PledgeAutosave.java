package org.calltolocalaction.pledges.drafting.web;

import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.stream.Collectors;
import org.calltolocalaction.forms.AutosaveAnswer;
import org.calltolocalaction.forms.FieldError;
import org.calltolocalaction.forms.FormPart;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.drafting.SaveDraft;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells a page what became of what it saved by itself, in words that it only has to show.
 */
@Component
class PledgeAutosave {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

	private final PledgeForm form;

	private final People people;

	private final MessageSource messages;

	PledgeAutosave(PledgeForm form, People people, MessageSource messages) {
		this.form = form;
		this.people = people;
		this.messages = messages;
	}

	AutosaveAnswer of(SaveDraft.Result result, FormPart part, Person member) {
		return result.fold(saved -> saved(saved, part, member), this::conflict);
	}

	private AutosaveAnswer saved(SaveDraft.Saved saved, FormPart part, Person member) {
		Set<String> here = saved.merged().stream().filter(part.paths()::contains).collect(Collectors.toSet());
		String time = MINUTE.format(saved.at().atZone(member.zone()));
		return AutosaveAnswer.saved(saved.version(), say(key(saved, here), time),
				form.definition().parameters(saved.answers(), here), progress(saved, part, member));
	}

	private String progress(SaveDraft.Saved saved, FormPart part, Person member) {
		return form.definition()
			.progress(saved.answers(), form.context(LocaleContextHolder.getLocale(), member.zone()))
			.stream()
			.filter(section -> section.id().equals(part.id()))
			.map(section -> say("pledges.part.answered", section.answered(), section.asked()))
			.findFirst()
			.orElse("");
	}

	// The page goes on upon its old version: its next save by the button shows both
	// texts.
	private AutosaveAnswer conflict(SaveDraft.Conflict conflict) {
		return AutosaveAnswer.notSaved(say("pledges.autosave.conflict", people.person(conflict.by()).name()));
	}

	private static String key(SaveDraft.Saved saved, Set<String> mergedHere) {
		if (saved.discarded()) {
			return "pledges.autosave.discarded";
		}
		return mergedHere.isEmpty() ? "pledges.autosave.saved" : "pledges.autosave.merged";
	}

	AutosaveAnswer notStorable(FieldError error) {
		return AutosaveAnswer.notSaved(say(error.messageKey(), error.getArguments()));
	}

	AutosaveAnswer refused(Refused refused) {
		return AutosaveAnswer.notSaved(say(refused.messageKey(), refused.arguments()));
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
