/**
 * Takes what a subject says, shows it with its receipt and takes it back. Each write is one transaction with the message that tells the others.
 */
@NullMarked
package dev.aisle.privacy.consent.statements;

import org.jspecify.annotations.NullMarked;
