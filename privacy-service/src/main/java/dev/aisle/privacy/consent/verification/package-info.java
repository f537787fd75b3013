/** Compares the stored versions with the audit log and with the topic. */
@NullMarked
package dev.aisle.privacy.consent.verification;

import org.jspecify.annotations.NullMarked;
