/** Notices that people read before they consent, what a new one makes void, and the rules of the purposes. */
@NullMarked
package dev.aisle.privacy.consent.notices;

import org.jspecify.annotations.NullMarked;
