package org.calltolocalaction.registry.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.FormSummary.Answer;
import org.calltolocalaction.forms.UploadedFile;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.Gone;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.registry.PublishedPledge;
import org.calltolocalaction.reports.Errata;
import org.calltolocalaction.reports.Erratum;
import org.calltolocalaction.registry.web.OpenPledge.Answered;
import org.calltolocalaction.registry.web.OpenPledge.Attached;
import org.calltolocalaction.registry.web.OpenPledge.Coded;
import org.calltolocalaction.registry.web.OpenPledge.Pledging;
import org.calltolocalaction.registry.web.OpenPledge.Section;
import org.calltolocalaction.registry.web.PledgePages.PledgePage;
import org.calltolocalaction.vocabulary.Vocabulary;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers a published pledge for other programs: exactly what its page shows, so that
 * what is not for everybody on the one is not in the other.
 */
@Component
@Transactional(readOnly = true)
class OpenPledges {

	private final PledgePages pages;

	private final Revisions revisions;

	private final PledgeForm form;

	private final Vocabulary vocabulary;

	private final DeskProperties desk;

	private final Errata errata;

	private final MessageSource messages;

	OpenPledges(PledgePages pages, Revisions revisions, PledgeForm form, Vocabulary vocabulary, DeskProperties desk,
			Errata errata, MessageSource messages) {
		this.pages = pages;
		this.revisions = revisions;
		this.form = form;
		this.vocabulary = vocabulary;
		this.desk = desk;
		this.errata = errata;
		this.messages = messages;
	}

	OpenPledge of(PledgeReference reference, Locale language) {
		PledgePage page = pages.of(reference, language, Optional.empty());
		PublishedPledge pledge = page.pledge();
		Answers answers = form.publicAnswers(revisions.revision(reference, pledge.revision()).answers());
		return new OpenPledge(reference.value(), addressOf(pledge), pledge.edition().value(), pledge.revision(),
				pledge.title(), pledge.language(),
				new Pledging(pledge.government(), coded(Vocabulary.GOVERNMENT_TYPES, pledge.governmentType(), language),
						coded(Vocabulary.COUNTRIES, pledge.country(), language),
						coded(Vocabulary.REGIONS, pledge.region(), language)),
				pledge.stage(), page.earlier().map(this::addressOf).orElse(null),
				page.later().stream().map(this::addressOf).toList(),
				page.answers().sections().stream().map(section -> section(section, answers, page)).toList());
	}

	/** Why a pledge is not public any more. */
	OpenErratum erratum(Gone gone, Locale language) {
		Erratum erratum = errata.first(PledgeReference.of((String) gone.arguments()[0])).orElseThrow();
		return new OpenErratum(erratum.reference().value(), erratum.kind(), erratum.takenOutAt(),
				messages.getMessage(gone.messageKey(), gone.arguments(), language));
	}

	private Section section(FormSummary.Section section, Answers answers, PledgePage page) {
		List<Answered> answered = section.rows()
			.stream()
			.filter(row -> !row.answer().kind().equals(Answer.NONE.kind()))
			.map(row -> answered(row, answers, page))
			.toList();
		return new Section(section.title(), answered);
	}

	private Answered answered(FormSummary.Row row, Answers answers, PledgePage page) {
		Answer answer = row.answer();
		List<Attached> files = answer.files().stream().map(file -> attached(file, page)).toList();
		return new Answered(row.path(), row.label(), files.isEmpty() ? answers.value(row.path()).orElse(null) : null,
				answer.typed() ? List.of() : answer.values(), files);
	}

	private Attached attached(UploadedFile file, PledgePage page) {
		return new Attached(file.name(), file.type(), file.size(), file.sha256(),
				desk.addressOf(page.filesAddress() + "/" + file.id()));
	}

	private Coded coded(String list, String code, Locale language) {
		return new Coded(code, vocabulary.label(list, code, language));
	}

	private URI addressOf(PublishedPledge pledge) {
		return desk.addressOf("/pledges/" + pledge.reference());
	}

}
