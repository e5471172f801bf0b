/**
 * What the record was when a call closed, published so that nothing can be added to the
 * call, dropped or dated anew afterwards unseen.
 */
@org.springframework.modulith.NamedInterface("seal")
@NullMarked
package org.calltolocalaction.editions.seal;

import org.jspecify.annotations.NullMarked;
