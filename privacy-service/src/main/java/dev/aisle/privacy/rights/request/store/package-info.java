/**
 * Requests and the receipts of the services that have answered. Tables only.
 */
@NullMarked
package dev.aisle.privacy.rights.request.store;

import org.jspecify.annotations.NullMarked;
