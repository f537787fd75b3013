/** How long every service keeps rows of persons, and when it last removed old ones. */
@NullMarked
package dev.aisle.privacy.rights.retention;

import org.jspecify.annotations.NullMarked;
