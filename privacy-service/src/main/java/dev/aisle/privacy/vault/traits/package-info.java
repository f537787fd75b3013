/** What a message to somebody needs, sealed under the subject's key. */
@NullMarked
package dev.aisle.privacy.vault.traits;

import org.jspecify.annotations.NullMarked;
