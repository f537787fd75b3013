/**
 * The append-only versions of what a subject said, the fences of what was refused, and the audit of both. The current state is the last version.
 */
@NullMarked
package dev.aisle.privacy.consent.versions;

import org.jspecify.annotations.NullMarked;
