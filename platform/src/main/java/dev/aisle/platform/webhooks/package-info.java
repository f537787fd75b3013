/**
 * Calls to others that are signed, so that they know who calls. The form is that of Standard Webhooks.
 */
@NullMarked
package dev.aisle.platform.webhooks;

import org.jspecify.annotations.NullMarked;
