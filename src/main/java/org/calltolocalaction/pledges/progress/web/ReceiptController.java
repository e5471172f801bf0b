package org.calltolocalaction.pledges.progress.web;

import org.calltolocalaction.governments.Government;
import org.calltolocalaction.governments.Governments;
import org.calltolocalaction.identity.People;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.pledges.MyPledges;
import org.calltolocalaction.pledges.Pledge;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Receipt;
import org.calltolocalaction.pledges.Revision;
import org.calltolocalaction.pledges.Revisions;
import org.calltolocalaction.pledges.signoff.SubmittedSignOff;
import org.calltolocalaction.pledges.signoff.SubmittedSignOffs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** A member has what proves that their government submitted a pledge. */
@Controller
@RequestMapping("/my/pledges")
class ReceiptController {

	private final MyPledges mine;

	private final Governments governments;

	private final Revisions revisions;

	private final SubmittedSignOffs signOffs;

	private final People people;

	ReceiptController(MyPledges mine, Governments governments, Revisions revisions, SubmittedSignOffs signOffs,
			People people) {
		this.mine = mine;
		this.governments = governments;
		this.revisions = revisions;
		this.signOffs = signOffs;
		this.people = people;
	}

	/**
	 * What members are given as proof that they submitted.
	 *
	 * @param by the name of who submitted
	 * @param signOff what the head of government had said last; null where nothing was
	 * said
	 */
	record ReceiptPage(Receipt receipt, String title, Government government, String by,
			@Nullable SubmittedSignOff signOff) {
	}

	@GetMapping("/{reference}/receipt")
	String receipt(@PathVariable PledgeReference reference, Person member, Model model) {
		Pledge pledge = mine.pledge(reference, member);
		if (!pledge.submitted()) {
			throw new NotFound("A submitted revision of " + pledge.reference());
		}
		Revision latest = revisions.latestOf(pledge);
		model.addAttribute("page",
				new ReceiptPage(latest.receipt(), latest.content().title(), governments.government(pledge.government()),
						people.person(latest.submittedBy()).name(),
						signOffs.of(latest.reference(), latest.number()).orElse(null)));
		return "pledges/progress/receipt";
	}

	/** The exact bytes that the receipt's hash is of. */
	@GetMapping("/{reference}/revisions/{number}.json")
	ResponseEntity<byte[]> content(@PathVariable PledgeReference reference, @PathVariable int number, Person member) {
		Pledge pledge = mine.pledge(reference, member);
		Revision revision = revisions.revision(pledge.reference(), number);
		String file = "%s-%d.json".formatted(pledge.reference(), number);
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file).build().toString())
			.body(revision.submittedContent().bytes());
	}

}
