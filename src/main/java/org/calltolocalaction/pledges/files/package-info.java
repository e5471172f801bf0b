/**
 * The files of pledges: what an upload really is, where it is kept, and who may read it.
 */
@org.springframework.modulith.NamedInterface("files")
package org.calltolocalaction.pledges.files;
