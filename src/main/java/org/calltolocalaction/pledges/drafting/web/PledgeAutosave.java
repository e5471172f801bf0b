package org.calltolocalaction.pledges.drafting.web;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

	/**
	 * What a script reads.
	 *
	 * @param saved whether it is safe; if not, a person has to do what the words say
	 * @param version the one to save upon next; null where nothing was saved
	 * @param merged what colleagues changed on this page, as the page's own controls
	 * would send it
	 */
	record Answer(boolean saved, Long version, String words, Map<String, List<String>> merged) {
	}

	Answer of(SaveDraft.Result result, FormPart part, Person member) {
		if (result instanceof SaveDraft.Conflict conflict) {
			// The page goes on upon its old version: its next save by the button shows
			// both texts.
			return new Answer(false, null, say("pledges.autosave.conflict", people.person(conflict.by()).name()),
					Map.of());
		}
		SaveDraft.Saved saved = (SaveDraft.Saved) result;
		Set<String> here = saved.merged().stream().filter(part.paths()::contains).collect(Collectors.toSet());
		String time = MINUTE.format(saved.at().atZone(member.zone()));
		return new Answer(true, saved.version(), say(key(saved, here), time),
				form.definition().parameters(saved.answers(), here));
	}

	private static String key(SaveDraft.Saved saved, Set<String> mergedHere) {
		if (saved.discarded()) {
			return "pledges.autosave.discarded";
		}
		return mergedHere.isEmpty() ? "pledges.autosave.saved" : "pledges.autosave.merged";
	}

	Answer notStorable(FieldError error) {
		return new Answer(false, null, say(error.messageKey(), error.getArguments()), Map.of());
	}

	Answer refused(Refused refused) {
		return new Answer(false, null, say(refused.messageKey(), refused.arguments()), Map.of());
	}

	private String say(String key, Object... arguments) {
		return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
