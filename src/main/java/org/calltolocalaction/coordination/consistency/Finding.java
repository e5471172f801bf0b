package org.calltolocalaction.coordination.consistency;

/**
 * One difference.
 *
 * @param subject a pledge's reference, or the id of an account or a mail
 * @param partner whose review it is; empty where it is about none
 */
public record Finding(Difference kind, String subject, String partner) {

	static Finding of(Difference kind, Object subject) {
		return new Finding(kind, subject.toString(), "");
	}

}
