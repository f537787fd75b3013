/** What events carry: those that every shop sends, and those that an operator declares. The door finds the schemas in force here. */
@NullMarked
package dev.aisle.ingest.settings.schemas;

import org.jspecify.annotations.NullMarked;
