/**
 * Keeps, shows and resolves what a message needs, and rotates the master key. Each use is one transaction and one answer in the audit.
 */
@NullMarked
package dev.aisle.privacy.vault.usecase;

import org.jspecify.annotations.NullMarked;
