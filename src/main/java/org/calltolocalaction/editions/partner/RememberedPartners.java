package org.calltolocalaction.editions.partner;

import org.calltolocalaction.vocabulary.KnownPartners;
import org.calltolocalaction.vocabulary.PartnerRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.ResourceHolderSupport;
import org.springframework.transaction.support.ResourceHolderSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The partners as this node knows them. Pages name them a hundred times, also where no
 * connection is held or the database is away; so they are in memory, and what is not
 * committed never comes there. {@link PartnerWatch} reads them anew.
 */
@Component
class RememberedPartners implements PartnerRegister {

	private final Partners partners;

	private final TransactionTemplate ofItsOwn;

	private volatile @Nullable KnownPartners known;

	RememberedPartners(Partners partners, PlatformTransactionManager transactions) {
		this.partners = partners;
		this.ofItsOwn = new TransactionTemplate(transactions);
		this.ofItsOwn.setReadOnly(true);
		// Joining another would remember what may be undone, or was long ago.
		this.ofItsOwn.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	@Override
	public KnownPartners now() {
		if (TransactionSynchronizationManager.getResource(this) instanceof Changed here) {
			return here.known;
		}
		KnownPartners remembered = known;
		return remembered != null ? remembered : readAnew();
	}

	/** One after the other: what was read later is never replaced by what was before. */
	synchronized KnownPartners readAnew() {
		KnownPartners read = ofItsOwn.execute(transaction -> KnownPartners.of(partners.all()));
		known = read;
		return read;
	}

	/**
	 * For whoever changed a partner: the rest of this transaction sees it, and everybody
	 * on this node once it is committed.
	 */
	void changed() {
		KnownPartners here = KnownPartners.of(partners.all());
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

		private KnownPartners known;

		Changed(KnownPartners known) {
			this.known = known;
		}

	}

}
