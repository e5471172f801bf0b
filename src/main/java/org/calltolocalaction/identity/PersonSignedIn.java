package org.calltolocalaction.identity;

/**
 * A person has just proved who they are. Handled before they see their first page, so that what waited for them is
 * there.
 */
public record PersonSignedIn(Person person) {
}
