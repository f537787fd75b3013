/**
 * Which service holds what of persons, and whom a breach touched. Both are read out of the contract.
 */
@NullMarked
package dev.aisle.privacy.datamap.edge;

import org.jspecify.annotations.NullMarked;
