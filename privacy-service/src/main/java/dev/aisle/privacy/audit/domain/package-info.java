/**
 * What an entry and a signed head say, and how the log is compared with them. Plain Java.
 */
@NullMarked
package dev.aisle.privacy.audit.domain;

import org.jspecify.annotations.NullMarked;
