/** The pages of requests of data subjects. */
@NullMarked
package dev.aisle.privacy.rights.console;

import org.jspecify.annotations.NullMarked;
