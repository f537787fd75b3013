/**
 * Secrets that change while the service runs: read from mounted files, and read again. Nothing here logs, shows or keeps more than is in use.
 */
@NullMarked
package dev.aisle.platform.secrets;

import org.jspecify.annotations.NullMarked;
