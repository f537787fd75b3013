/**
 * Who enforces consent, and since when a withdrawal is in force everywhere. Plain rules, no clock of their own.
 */
@NullMarked
package dev.aisle.privacy.enforcement.domain;

import org.jspecify.annotations.NullMarked;
