package org.calltolocalaction.vocabulary;

/**
 * One entry of a controlled list, in one language.
 *
 * @param code what is stored, the same in all languages
 * @param label its full wording
 * @param shortLabel a wording for tags, tables and charts; the full one where the list
 * has no shorter
 */
public record Term(String code, String label, String shortLabel) {
}
