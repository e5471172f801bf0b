package org.calltolocalaction.governments.web;

/** Whom to invite, as it was typed. */
record InvitationForm(String email) {
}
