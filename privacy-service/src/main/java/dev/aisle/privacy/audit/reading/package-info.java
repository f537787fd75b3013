/** The audit log as staff reads it, over HTTP and in the console. */
@NullMarked
package dev.aisle.privacy.audit.reading;

import org.jspecify.annotations.NullMarked;
