/**
 * The cryptography of a round: keys, agreement, sealed messages between partners, secret shares, masks. A library for each primitive; after
 * Bonawitz et al. 2017, with keys that are signed by the partners' certificates.
 */
@NullMarked
package dev.aisle.federate.secure;

import org.jspecify.annotations.NullMarked;
