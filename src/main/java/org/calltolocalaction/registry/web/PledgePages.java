package org.calltolocalaction.registry.web;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.calltolocalaction.editions.Edition;
import org.calltolocalaction.forms.Answers;
import org.calltolocalaction.forms.FormSummary;
import org.calltolocalaction.forms.Reader;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.request.PublicPage;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeForm;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.registry.PublishedPledge;
import org.calltolocalaction.registry.PublishedPledges;
import org.calltolocalaction.reports.ReadReport;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gathers a published pledge's page: what was answered then, as far as everyone may read
 * it.
 */
@Component
@Transactional(readOnly = true)
class PledgePages {

	/**
	 * @param citation how it is named by whoever writes about it
	 * @param report whether the reader may open the report in which the pledge stands
	 * @param earlier the pledge that it continues, where that one is public, too
	 * @param later the public pledges that continue it, oldest first
	 */
	record PledgePage(PublishedPledge pledge, FormSummary answers, Citation citation, boolean report,
			Optional<PublishedPledge> earlier, List<PublishedPledge> later) implements PublicPage {

		@Override
		public String publicPath() {
			return "/pledges/" + pledge.reference();
		}

		@Override
		public String about(UnaryOperator<String> messages) {
			return pledge.beginning().isEmpty() ? messages.apply("registry.list.lead") : pledge.beginning();
		}

		@Override
		public boolean article() {
			return true;
		}

		/** Where the files are that belong to its answers. */
		public String filesAddress() {
			return "/pledges/" + pledge.reference() + "/files";
		}

		/** Where other programs read the same. */
		public String openAddress() {
			return "/pledges/" + pledge.reference() + ".json";
		}

	}

	private final PublishedPledges published;

	private final Pledges pledges;

	private final Revisions revisions;

	private final PledgeForm form;

	private final ReadReport reports;

	private final DeskProperties desk;

	PledgePages(PublishedPledges published, Pledges pledges, Revisions revisions, PledgeForm form, ReadReport reports,
			DeskProperties desk) {
		this.published = published;
		this.pledges = pledges;
		this.revisions = revisions;
		this.form = form;
		this.reports = reports;
		this.desk = desk;
	}

	PledgePage of(PledgeReference reference, Locale language, Optional<Person> reader) {
		PublishedPledge pledge = published.pledge(reference);
		Answers answers = revisions.revision(reference, pledge.revision()).answers();
		FormSummary summary = form.definition().summary(answers, form.context(language, ZoneOffset.UTC), Reader.PUBLIC);
		boolean report = reports.editions(reader).stream().map(Edition::year).anyMatch(pledge.edition()::equals);
		return new PledgePage(pledge, summary, new Citation(pledge, desk.addressOf("/pledges/" + reference)), report,
				pledges.pledge(reference).continues().flatMap(published::find), later(reference));
	}

	private List<PublishedPledge> later(PledgeReference reference) {
		return pledges.continuing(reference)
			.stream()
			.map(Pledge::reference)
			.map(published::find)
			.flatMap(Optional::stream)
			.toList();
	}

}
