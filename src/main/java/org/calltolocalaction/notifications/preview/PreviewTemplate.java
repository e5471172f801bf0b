package org.calltolocalaction.notifications.preview;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.calltolocalaction.identity.Person;
import org.calltolocalaction.kernel.DeskProperties;
import org.calltolocalaction.kernel.NotFound;
import org.calltolocalaction.kernel.Refused;
import org.calltolocalaction.notifications.MailKind;
import org.calltolocalaction.notifications.SampleMail;
import org.calltolocalaction.notifications.context.MailContext;
import org.calltolocalaction.notifications.context.MailContexts;
import org.calltolocalaction.notifications.context.PledgeSamples;
import org.calltolocalaction.notifications.template.MailPiece;
import org.calltolocalaction.notifications.template.PieceText;
import org.calltolocalaction.notifications.template.RememberedWords;
import org.calltolocalaction.notifications.template.TemplateId;
import org.calltolocalaction.notifications.text.MailText;
import org.calltolocalaction.pledges.PledgeReference;
import org.calltolocalaction.pledges.Pledges;
import org.calltolocalaction.post.content.HtmlMail;
import org.calltolocalaction.post.content.MailBlock.Paragraph;
import org.calltolocalaction.post.content.MailBlock;
import org.calltolocalaction.post.content.MailContent;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Shows what a template makes of a pledge: the mail that would be written, to the
 * coordinator who looks at it and in the language of the template. Of a kind that is
 * about no pledge, each piece with examples. Nothing is sent.
 */
@Service
@Transactional(readOnly = true)
public class PreviewTemplate {

	private final RememberedWords words;

	private final Pledges pledges;

	private final MailContexts contexts;

	private final List<PledgeSamples> samples;

	private final Examples examples;

	private final DeskProperties desk;

	PreviewTemplate(RememberedWords words, Pledges pledges, MailContexts contexts, List<PledgeSamples> samples,
			Examples examples, DeskProperties desk) {
		this.words = words;
		this.pledges = pledges;
		this.contexts = contexts;
		this.samples = samples;
		this.examples = examples;
		this.desk = desk;
	}

	/** Whether its mails can be shown of a pledge. */
	public boolean ofPledges(TemplateId id) {
		return id.template()
			.kind()
			.filter(kind -> samples.stream().anyMatch(one -> one.kinds().contains(kind)))
			.isPresent();
	}

	/**
	 * Each piece with examples in place of what it leaves open.
	 * @param typed by the names of the pieces; none say what is missing
	 * @throws Refused where a text cannot be sent
	 */
	public SampleMail withExamples(TemplateId id, Map<String, String> typed, Person by) {
		by.requireOversight();
		Map<String, PieceText> texts = texts(id, typed);
		Map<String, String> said = id.template()
			.pieces()
			.stream()
			.filter(piece -> texts.containsKey(piece.name()))
			.collect(Collectors.toMap(MailPiece::name, piece -> said(texts, piece, id.language())));
		String subject = id.template()
			.pieces()
			.stream()
			.filter(MailPiece::subject)
			.findFirst()
			.map(piece -> said.getOrDefault(piece.name(), ""))
			.orElse("");
		List<MailBlock> paragraphs = id.template()
			.pieces()
			.stream()
			.filter(piece -> !piece.subject())
			.map(piece -> (MailBlock) new Paragraph(said.getOrDefault(piece.name(), "")))
			.toList();
		return new SampleMail(id.language(), subject, new MailContent(paragraphs));
	}

	/**
	 * The mail about a pledge as it is now.
	 * @throws Refused where a text cannot be sent, the pledge was never submitted, or
	 * nobody would get such a mail about it
	 */
	public SampleMail ofPledge(TemplateId id, Map<String, String> typed, PledgeReference reference, Person by) {
		by.requireOversight();
		Map<String, PieceText> texts = texts(id, typed);
		MailText mail = words.trying(id, texts, () -> mail(id, reference, by));
		return new SampleMail(mail.language(), mail.subject(), mail.content());
	}

	/**
	 * The other part of it, as mail programs show it; nothing where it would be too long.
	 */
	public Optional<String> page(SampleMail mail) {
		return HtmlMail.of(mail.content(), mail.language(), mail.subject(), desk.publicAddress().toString());
	}

	private MailText mail(TemplateId id, PledgeReference reference, Person by) {
		MailKind kind = id.template().kind().orElseThrow(() -> new NotFound("A preview of " + id));
		MailContext context = submitted(reference);
		Person reader = new Person(by.id(), by.email(), by.name(), id.language(), by.zone(), by.mails(), by.roles(),
				by.viewedBy());
		return samples.stream()
			.filter(one -> one.kinds().contains(kind))
			.findFirst()
			.flatMap(one -> one.sample(kind, context, reader))
			.orElseThrow(() -> new Refused("templates.refused.no-such-mail", reference.value()));
	}

	// A draft is the government's own.
	private MailContext submitted(PledgeReference reference) {
		if (pledges.findById(reference).filter(pledge -> pledge.latestRevision() > 0).isEmpty()) {
			throw new Refused("templates.refused.no-pledge", reference.value());
		}
		return contexts.of(reference);
	}

	private String said(Map<String, PieceText> texts, MailPiece piece, Locale language) {
		PieceText text = texts.get(piece.name());
		return text == null ? "" : text.say(examples.of(piece, language), language);
	}

	private static Map<String, PieceText> texts(TemplateId id, Map<String, String> typed) {
		Map<String, PieceText> texts = new HashMap<>();
		id.template()
			.pieces()
			.forEach(piece -> Optional.ofNullable(typed.get(piece.name()))
				.ifPresent(text -> texts.put(piece.name(), PieceText.of(piece, text))));
		return texts;
	}

}
