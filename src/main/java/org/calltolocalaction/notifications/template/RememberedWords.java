package org.calltolocalaction.notifications.template;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.calltolocalaction.kernel.Refused;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is in force, as this node knows it: mails are written a thousand at once, each of
 * twenty texts. {@link WordingWatch} reads it anew; what is not committed never comes
 * here. An own text that cannot be said any more, because a release took away one of its
 * placeholders, is passed over: the standard text is sent.
 */
@Component
public class RememberedWords implements OwnWords {

	private static final Logger log = LoggerFactory.getLogger(RememberedWords.class);

	private record Place(String key, Locale language) {
	}

	private record Known(Map<TemplateId, TemplateVersion> versions, Map<Place, PieceText> texts) {
	}

	private final TemplateVersions versions;

	private final TransactionTemplate ofItsOwn;

	private final ThreadLocal<@Nullable Map<Place, Optional<PieceText>>> tried = new ThreadLocal<>();

	private volatile @Nullable Known known;

	RememberedWords(TemplateVersions versions, PlatformTransactionManager transactions) {
		this.versions = versions;
		this.ofItsOwn = new TransactionTemplate(transactions);
		this.ofItsOwn.setReadOnly(true);
		// Joining another would remember what may be undone, or was long ago.
		this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Override
	public Optional<PieceText> find(String key, Locale language) {
		Place place = new Place(key, language);
		Map<Place, Optional<PieceText>> first = tried.get();
		if (first != null && first.containsKey(place)) {
			return first.getOrDefault(place, Optional.empty());
		}
		return Optional.ofNullable(now().texts().get(place));
	}

	private Known now() {
		if (TransactionSynchronizationManager.getResource(this) instanceof Changed here) {
			return here.known;
		}
		Known remembered = known;
		return remembered != null ? remembered : readAnew();
	}

	/**
	 * Writes something as if these texts were in force, for nobody but the caller.
	 * @param texts by the pieces of a template; those that are missing are the standard
	 */
	public <T> T trying(TemplateId id, Map<String, PieceText> texts, Supplier<T> written) {
		Map<Place, Optional<PieceText>> first = new HashMap<>();
		id.template()
			.pieces()
			.forEach(piece -> first.put(new Place(piece.key(), id.language()),
					Optional.ofNullable(texts.get(piece.name()))));
		tried.set(first);
		try {
			return written.get();
		}
		finally {
			tried.remove();
		}
	}

	/** One after the other: what was read later is never replaced by what was before. */
	synchronized Known readAnew() {
		Map<TemplateId, TemplateVersion> read = ofItsOwn.execute(transaction -> versions.newest());
		Known before = known;
		if (before != null && before.versions().equals(read)) {
			return before;
		}
		Known now = understood(read);
		known = now;
		return now;
	}

	private static Known understood(Map<TemplateId, TemplateVersion> versions) {
		Map<Place, PieceText> texts = new HashMap<>();
		versions.forEach((id, version) -> version.texts()
			.forEach((name, text) -> text(id, name, text)
				.ifPresent(own -> texts.put(new Place(MailPiece.PREFIX + name, id.language()), own))));
		return new Known(versions, texts);
	}

	/**
	 * For whoever changed them: the rest of this transaction sees it, and everybody on
	 * this node once it is committed.
	 */
	void changed() {
		Known here = understood(versions.newest());
		if (TransactionSynchronizationManager.getResource(this) instanceof Changed before) {
			before.known = here;
			return;
		}
		Changed changed = new Changed(here);
		TransactionSynchronizationManager.bindResource(this, changed);
		TransactionSynchronizationManager.registerSynchronization(new ResourceHolderSynchronization<>(changed, this) {

			@Override
			public void afterCompletion(int status) {
				super.afterCompletion(status);
				if (status != STATUS_ROLLED_BACK) {
					readAnew();
				}
			}
		});
	}

	private static final class Changed extends ResourceHolderSupport {

		private Known known;

		Changed(Known known) {
			this.known = known;
		}

	}

	private static Optional<PieceText> text(TemplateId id, String name, String text) {
		Optional<PieceText> own = sayable(id.template(), name, text);
		if (own.isEmpty()) {
			log.warn("The own text of {} in {} cannot be sent any more; mails say the standard text", name, id);
		}
		return own;
	}

	/** None where its piece, or one of its placeholders, is gone. */
	static Optional<PieceText> sayable(MailTemplate template, String name, String text) {
		try {
			return template.piece(name).map(piece -> PieceText.of(piece, text));
		}
		catch (Refused gone) {
			return Optional.empty();
		}
	}

	/** The templates that say something else than the standard text. */
	Set<TemplateId> own() {
		Map<TemplateId, TemplateVersion> all = new HashMap<>(now().versions());
		all.values().removeIf(TemplateVersion::standard);
		return all.keySet();
	}

}
