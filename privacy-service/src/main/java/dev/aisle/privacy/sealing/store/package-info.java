/** The table of people's keys for the log. */
@NullMarked
package dev.aisle.privacy.sealing.store;

import org.jspecify.annotations.NullMarked;
