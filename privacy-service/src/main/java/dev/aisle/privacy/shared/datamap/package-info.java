/** Which service holds what of persons and what of it stays after a withdrawal, both read out of the contract, in the words of a language. */
@NullMarked
package dev.aisle.privacy.shared.datamap;

import org.jspecify.annotations.NullMarked;
