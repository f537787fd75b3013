/**
 * Event and catalogue files in, over the public APIs: parse, grant consents when asked to, send, remember how far.
 * A bad line is reported with its number and reason, and the others go in.
 */
@NullMarked
package dev.aisle.local.importer;

import org.jspecify.annotations.NullMarked;
