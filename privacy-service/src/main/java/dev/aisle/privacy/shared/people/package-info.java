/** How callers name a data subject, under which pseudonym it stands, and how it is held while something of it changes. */
@NullMarked
package dev.aisle.privacy.shared.people;

import org.jspecify.annotations.NullMarked;
