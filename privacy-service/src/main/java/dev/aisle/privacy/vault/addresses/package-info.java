/** Gives a service that must send a message the addresses. An address leaves here for a granted purpose only. */
@NullMarked
package dev.aisle.privacy.vault.addresses;

import org.jspecify.annotations.NullMarked;
