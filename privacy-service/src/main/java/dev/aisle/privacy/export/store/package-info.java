/**
 * The answers of the services until they are fetched, and the hashes of tokens. Tables only.
 */
@NullMarked
package dev.aisle.privacy.export.store;

import org.jspecify.annotations.NullMarked;
