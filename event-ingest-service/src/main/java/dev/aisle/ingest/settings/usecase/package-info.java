/** How a setting of the door changes: by one instance at a time, and in force here when the call returns. */
@NullMarked
package dev.aisle.ingest.settings.usecase;

import org.jspecify.annotations.NullMarked;
