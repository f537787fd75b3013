/** What a shopper sees of what is known, in plain words. Nothing is kept. */
@NullMarked
package dev.aisle.privacy.rights.transparency;

import org.jspecify.annotations.NullMarked;
