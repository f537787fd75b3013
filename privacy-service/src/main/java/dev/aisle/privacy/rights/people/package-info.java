/** A person as an officer sees one: by pseudonym, for a reason that is noted. */
@NullMarked
package dev.aisle.privacy.rights.people;

import org.jspecify.annotations.NullMarked;
